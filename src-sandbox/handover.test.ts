// Offers that nobody takes, transfers and conferences: what every agent in them is told, and the one outcome of each offer.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptNext, at, itemsOf, nth, outbound, startKit, wrapUpCode, type Desk, type Kit } from './testing/kit.ts';

let kit: Kit;
beforeEach(async () => {
  kit = await startKit();
  await kit.colleaguesIdle();
});
afterEach(() => kit.close());

const outcomes = async (taskId: string) =>
  (await kit.ledger()).flatMap((entry) => (entry.kind === 'offerOutcome' && entry.taskId === taskId ? [[entry.agentId, entry.outcome]] : []));

describe('RONA', () => {
  it('sends the chat back first in line and the agent to RONA until they choose Available', async () => {
    const sanne = await kit.ready(0);
    const first = await kit.openTask('A');
    await sanne.next('AgentContactReserved');
    await kit.service('POST', '/sandbox/settings', { capacity: 1 });
    const second = await kit.openTask('B');
    kit.clock.advance(30_250);
    expect(await sanne.next('AgentOfferContactRona')).toMatchObject({ interactionId: first, reason: 'RONA_TIMER_EXPIRED' });
    expect(await sanne.next('AgentStateChangeSuccess')).toMatchObject({ subStatus: 'RONA' });
    await sanne.api('POST', `/v1/tasks/${first}/accept`, {});
    expect(await sanne.next('AgentContactAssignFailed')).toMatchObject({ interactionId: first });
    await sanne.api('PUT', '/v1/agents/session/state', { state: 'Available', auxCodeId: '0' });
    expect(await acceptNext(kit, sanne)).toBe(first);
    expect(await outcomes(first)).toEqual([[sanne.id, 'rona'], [sanne.id, 'accepted']]);
    expect(await outcomes(second)).toEqual([]);
  });

  it('goes to the agent who has been available longest', async () => {
    const sanne = await kit.ready(0);
    kit.clock.advance(1_000);
    const pieter = await kit.ready(1);
    const order = [];
    for (const name of ['A', 'B', 'C']) {
      kit.clock.advance(1_000);
      order.push(await kit.openTask(name));
    }
    const taken = (await kit.ledger()).flatMap((entry) => (entry.kind === 'offer' ? [[entry.taskId, entry.agentId]] : []));
    expect(taken).toEqual([[order[0], sanne.id], [order[1], pieter.id], [order[2], sanne.id]]);
  });

  it('makes an agent who declines idle', async () => {
    const sanne = await kit.ready(0);
    const taskId = await kit.openTask();
    await sanne.next('AgentContactReserved');
    await sanne.api('POST', `/v1/tasks/${taskId}/reject`, { mediaResourceId: taskId });
    expect(await sanne.next('AgentOfferContactRona')).toMatchObject({ reason: 'USER_DECLINED', reasonCode: 156 });
    expect(await sanne.next('AgentStateChangeSuccess')).toMatchObject({ subStatus: 'Idle' });
    expect(await outcomes(taskId)).toEqual([[sanne.id, 'rejected']]);
  });

  it('withdraws the offer when the customer goes first', async () => {
    const sanne = await kit.ready(0);
    const taskId = await kit.openTask();
    await sanne.next('AgentContactReserved');
    await kit.service('POST', `/sandbox/tasks/${taskId}/customer`, { leave: 'close' });
    expect(await sanne.next('ContactEnded')).toMatchObject({ reason: 'CUSTOMER_LEFT', agentsPendingWrapUp: [] });
    expect(await outcomes(taskId)).toEqual([[sanne.id, 'withdrawn']]);
  });
});

describe('transfer', () => {
  let sanne: Desk;
  let pieter: Desk;
  let taskId: string;
  const transfer = (to: string, destinationType = 'agent') => sanne.api('POST', `/v1/tasks/${taskId}/transfer`, { to, destinationType });
  beforeEach(async () => {
    sanne = await kit.ready(0);
    taskId = await kit.openTask();
    await acceptNext(kit, sanne);
    pieter = await kit.ready(1);
  });

  it('hands the chat to another agent, history and all', async () => {
    await sanne.api('POST', `/v2/tasks/${taskId}/messages`, outbound('I will ask Pieter'));
    expect((await transfer(pieter.id)).status).toBe(202);
    expect(await sanne.next('AgentBlindTransferred')).toMatchObject({ agentsPendingWrapUp: [sanne.id], destAgentId: pieter.id });
    expect(await acceptNext(kit, pieter)).toBe(taskId);
    expect(at((await pieter.api('GET', `/v2/tasks/${taskId}/messages?limit=200`)).body, 'meta', 'lastSeq')).toBe(2);
    await sanne.api('POST', `/v1/tasks/${taskId}/wrapup`, { auxCodeId: await wrapUpCode(sanne, kit.sandbox.info.orgId), wrapUpReason: 'Other' });
    await sanne.next('AgentWrappedUp');
    expect((await pieter.api('POST', `/v2/tasks/${taskId}/messages`, outbound('Pieter here'))).status).toBe(201);
    expect(sanne.frames.some(({ data }) => data.type === 'task-message:appended' && data.senderId === pieter.id)).toBe(false);
  });

  it('is dropped when the agent does not accept: RONA there, the chat ends, a late accept is refused', async () => {
    await transfer(pieter.id);
    await sanne.next('AgentBlindTransferred');
    await pieter.next('AgentContactReserved');
    kit.clock.advance(30_250);
    await pieter.next('AgentOfferContactRona');
    expect(await pieter.next('AgentStateChangeSuccess')).toMatchObject({ subStatus: 'RONA' });
    expect(await sanne.next('ContactEnded')).toMatchObject({ reason: 'AGENT_NOT_ACCEPTED', agentsPendingWrapUp: [sanne.id] });
    await pieter.api('POST', `/v1/tasks/${taskId}/accept`, {});
    expect(await pieter.next('AgentContactAssignFailed')).toMatchObject({ reason: 'OFFER_NOT_FOUND' });
    expect(await outcomes(taskId)).toEqual([[sanne.id, 'accepted'], [pieter.id, 'rona']]);
  });

  it('to a queue waits there like any chat', async () => {
    const billing = nth(kit.sandbox.info.queues, 1);
    await pieter.api('PUT', '/v1/agents/session/state', { state: 'Idle', auxCodeId: nth(itemsOf(await sanne.api('GET', `/organization/${kit.sandbox.info.orgId}/v2/auxiliary-code`)), 0)['id'] });
    await pieter.next('AgentStateChangeSuccess');
    await transfer(billing.id, 'queue');
    expect(await sanne.next('AgentVteamTransferred')).toMatchObject({ queueName: 'Billing NL' });
    const queues = itemsOf(await sanne.api('GET', `/organization/${kit.sandbox.info.orgId}/v2/contact-service-queue`));
    expect(queues.map((queue) => [queue['name'], queue['waiting']])).toEqual([['Repairs NL', 0], ['Billing NL', 1]]);
    await pieter.api('PUT', '/v1/agents/session/state', { state: 'Available', auxCodeId: '0' });
    expect(await acceptNext(kit, pieter)).toBe(taskId);
  });

  it('is refused with a reason when it cannot be', async () => {
    await transfer(kit.agentId(2));
    expect(await sanne.next('AgentBlindTransferFailed')).toMatchObject({ reason: 'AGENT_NOT_AVAILABLE' });
    await transfer('nobody');
    expect(await sanne.next('AgentBlindTransferFailed')).toMatchObject({ reason: 'AGENT_NOT_FOUND' });
    await transfer('nowhere', 'queue');
    expect(await sanne.next('AgentVteamTransferFailed')).toMatchObject({ reason: 'QUEUE_NOT_FOUND' });
    expect((await sanne.api('POST', `/v1/tasks/${taskId}/transfer`, {})).status).toBe(400);
    expect((await pieter.api('POST', `/v1/tasks/${taskId}/transfer`, { to: 'x', destinationType: 'agent' })).status).toBe(403);
  });

  it('reaches a simulated colleague, who accepts after a few seconds and greets', async () => {
    const joost = kit.agentId(2);
    await kit.service('POST', `/sandbox/colleagues/${joost}`, { state: 'Available', answer: 'accept', afterMs: 4_000 });
    await transfer(joost);
    await sanne.next('AgentBlindTransferred');
    kit.clock.advance(4_250);
    expect(await outcomes(taskId)).toContainEqual([joost, 'accepted']);
    kit.clock.advance(2_000);
    const messages = itemsOf(await kit.service('GET', `/v2/tasks/${taskId}/messages`));
    expect(messages.at(-1)).toMatchObject({ senderType: 'agent', senderName: 'Joost Willems' });
  });

  it('ends when the colleague rejects it', async () => {
    const joost = kit.agentId(2);
    await kit.service('POST', `/sandbox/colleagues/${joost}`, { state: 'Available', answer: 'reject', afterMs: 1_000 });
    await transfer(joost);
    await sanne.next('AgentBlindTransferred');
    kit.clock.advance(1_250);
    expect(await sanne.next('ContactEnded')).toMatchObject({ reason: 'AGENT_NOT_ACCEPTED' });
  });
});

describe('conference', () => {
  let sanne: Desk;
  let pieter: Desk;
  let taskId: string;
  const invite = (to: string, destinationType = 'agent') => sanne.api('POST', `/v1/tasks/${taskId}/consult/conference`, { to, destinationType });
  beforeEach(async () => {
    sanne = await kit.ready(0);
    taskId = await kit.openTask();
    await acceptNext(kit, sanne);
    pieter = await kit.ready(1);
  });

  it('brings an agent in, lets all of them talk, and hands the chat on when its owner leaves', async () => {
    await invite(pieter.id);
    await sanne.next('AgentConsultConferencing');
    expect(await acceptNext(kit, pieter)).toBe(taskId);
    await sanne.next('AgentConsultConferenced');
    expect(await sanne.next('ParticipantJoinedConference')).toMatchObject({ participantId: pieter.id, participantName: 'Pieter Bakker', isConferencing: true, interaction: { state: 'conference', owner: sanne.id } });
    await pieter.api('POST', `/v2/tasks/${taskId}/messages`, outbound('Pieter here'));
    expect(await sanne.next('task-message:appended')).toMatchObject({ senderName: 'Pieter Bakker' });
    await pieter.api('POST', `/v1/tasks/${taskId}/end`, {});
    expect(await pieter.next('AgentContactEndFailed')).toMatchObject({ reason: 'NOT_OWNER' });
    await sanne.api('POST', `/v1/tasks/${taskId}/conference/exit`, {});
    expect(await sanne.next('ParticipantLeftConference')).toMatchObject({ participantId: sanne.id, agentsPendingWrapUp: [sanne.id] });
    await sanne.next('AgentWrapup');
    await pieter.next('ParticipantLeftConference');
    expect(await pieter.next('ContactOwnerChanged')).toMatchObject({ owner: pieter.id, interaction: { state: 'connected' } });
    await pieter.api('POST', `/v1/tasks/${taskId}/conference/exit`, {});
    expect(await pieter.next('ParticipantLeftConferenceFailed')).toMatchObject({ reason: 'NOT_IN_CONFERENCE' });
    await pieter.api('POST', `/v1/tasks/${taskId}/end`, {});
    await pieter.next('AgentWrapup');
  });

  it('tells the others when the owner ends it', async () => {
    await invite(pieter.id);
    await acceptNext(kit, pieter);
    await sanne.api('POST', `/v1/tasks/${taskId}/end`, {});
    await sanne.next('AgentWrapup');
    expect((await pieter.next('ContactEnded')).agentsPendingWrapUp.toSorted()).toEqual([sanne.id, pieter.id].toSorted());
  });

  it('says when nobody accepts, and when nobody is there', async () => {
    await invite(pieter.id);
    await pieter.next('AgentContactReserved');
    await invite(nth(kit.sandbox.info.queues, 0).id, 'queue');
    expect(await sanne.next('AgentConsultConferenceFailed')).toMatchObject({ reason: 'NO_AGENT_AVAILABLE' });
    kit.clock.advance(30_250);
    expect(await sanne.next('AgentConsultConferenceFailed')).toMatchObject({ reason: 'AGENT_NOT_ACCEPTED' });
    await pieter.next('AgentOfferContactRona');
    expect(at((await kit.service('GET', '/sandbox/state')).body, 'data', 'tasks', 0)).toMatchObject({ stage: 'connected', ownerId: sanne.id });
  });

  it('takes the invitation back when the chat ends meanwhile', async () => {
    await invite(pieter.id);
    await pieter.next('AgentContactReserved');
    await sanne.api('POST', `/v1/tasks/${taskId}/end`, {});
    expect(await pieter.next('AgentInviteFailed')).toMatchObject({ reason: 'CONTACT_ENDED' });
    expect(await outcomes(taskId)).toContainEqual([pieter.id, 'withdrawn']);
  });

  it('finds an agent through a queue', async () => {
    await invite(nth(kit.sandbox.info.queues, 1).id, 'queue');
    expect(await acceptNext(kit, pieter)).toBe(taskId);
  });
});
