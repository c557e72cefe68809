// The tour's pictures of rich bubbles: asked, answered, on their way and not to be read.
import { test } from '../fixtures/app.ts';
import { appleSides, interactive } from '../pages/apple.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';
import { answer } from './answer.ts';
import { openCamera } from './camera.ts';

test('rich bubbles', async ({ app, page, sandbox }) => {
  const camera = await openCamera(app, 7);
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hi, my washing machine stops halfway and shows E18.', { capabilityList: 'LIST,TIME,QUICK,FORM', deviceAgent: 'iPhone OS' });
  await desk.accept('Melissa Jansen');
  const { ask, answer: reply } = appleSides(sandbox, melissa.taskId);
  const shown = (name: RegExp): Promise<void> => desk.transcript.getByRole('figure', { name }).last().waitFor();
  const items = [{ identifier: 'yes', title: 'Yes' }, { identifier: 'no', title: 'No' }, { identifier: 'unsure', title: 'I’m not sure' }];
  const quick = { summaryText: 'Is your machine still under warranty?', items };
  await ask(interactive({ requestIdentifier: 'q1', 'quick-reply': quick }));
  await reply(interactive({ requestIdentifier: 'q1', 'quick-reply': { ...quick, selectedIndex: 0 } }));
  const machines = [{ identifier: 'a8', title: 'Aria 8', subtitle: 'AW-8140', order: 0 }, { identifier: 'a9', title: 'Aria 9', subtitle: 'AW-9160', order: 1 }, { identifier: 'l7', title: 'Lumen 7', subtitle: 'LW-7012', order: 2 }];
  const title = 'Which machine do you have?';
  await ask(interactive({ requestIdentifier: 'q2', listPicker: { sections: [{ title: 'Machines', order: 0, items: machines }] } }, title));
  await reply(interactive({ requestIdentifier: 'q2', listPicker: { sections: [{ items: machines.slice(0, 1) }] } }, title));
  const slots = ['25T08:00', '25T10:00', '25T13:30', '26T07:30', '26T12:00'].map((start, index) => ({ identifier: `s${String(index)}`, startTime: `2031-11-${start}+0000`, duration: 3_600 }));
  await ask(interactive({ requestIdentifier: 'q3', event: { title: 'Technician visit', timezoneOffset: 60, location: { title: 'Utrecht' }, timeslots: slots } }));
  await shown(/^Time picker/);
  await camera.shoot('rich-questions', 'german', 'narrow');

  await reply(interactive({ requestIdentifier: 'q3', event: { title: 'Technician visit', timezoneOffset: 60, location: { title: 'Utrecht' }, timeslots: slots.slice(1, 2) } }));
  await ask(interactive({ requestIdentifier: 'q4', dynamic: { data: { pages: [{ pageIdentifier: 'p1', type: 'select', subtitle: 'What is wrong?', items }, { pageIdentifier: 'p2', type: 'input', subtitle: 'How can we reach you?', options: { required: true } }] } } }, 'Repair request'));
  await reply(interactive({ requestIdentifier: 'q4', dynamic: { selections: [{ pageIdentifier: 'p1', subtitle: 'What is wrong?', items: [{ title: 'It leaks' }] }, { pageIdentifier: 'p2', subtitle: 'How can we reach you?', items: [{ title: '+447966197542' }] }] } }));
  await desk.transcript.getByRole('definition').first().waitFor();
  await camera.shoot('rich-answers', 'narrow');

  await answer(desk, melissa, 'Thanks. Could you check the small door at the bottom right?');
  await melissa.say('Liked “Thanks. Could you check the small door at the bottom right?”');
  await reply({ type: 'richLink', apple: { richLinkData: { url: 'https://www.haldenvos.example/e18', title: 'What E18 means', assets: {} } } });
  await reply({ type: 'interactive', apple: { interactiveDataRef: { url: 'https://blob.example/1', title: 'Repair request' } } });
  await reply({ type: 'interactive', text: 'Choose your machine', apple: { interactiveData: { data: { listPicker: 'spoilt' } } } });
  await desk.transcript.getByText('A list picker that could not be read').waitFor();
  await camera.shoot('rich-rest', 'narrow');
});
