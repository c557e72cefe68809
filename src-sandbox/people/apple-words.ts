// What simulated customers say beyond words, in the form Apple's service hands it on: answers, files, a reaction, a large answer.
const BID = 'com.apple.messages.MSMessageExtensionBalloonPlugin:0000000000:com.apple.icloud.apps.messages.business.extension';

/** A message that is more than words. `{said}` in its text is what the agent wrote last. */
export interface AppleWords {
  /** The business asks by itself before an agent is there; by default the customer. */
  readonly by?: 'business';
  readonly type: 'text' | 'text-with-attachments' | 'interactive';
  readonly text: string;
  readonly attachments?: readonly { readonly fileName: string; readonly mimeType: string; readonly fileUrl: string; readonly size: number }[];
  readonly apple?: Readonly<Record<string, unknown>>;
}

export type Said = string | AppleWords;

const interactive = (data: Readonly<Record<string, unknown>>, title: string): AppleWords => ({
  type: 'interactive', text: '',
  apple: { interactiveData: { bid: BID, useLiveLayout: true, data: { version: '1.0', ...data }, receivedMessage: { title, style: 'icon' }, replyMessage: { title, style: 'icon' } } },
});

const title = 'Which machine is it about?';
const machines = [
  { identifier: 'aria-8', title: 'Aria 8', subtitle: 'AW-8140', order: 0, style: 'icon' },
  { identifier: 'lumen-7', title: 'Lumen 7', subtitle: 'LW-7012', order: 1, style: 'icon' },
];
const picker = (items: typeof machines): AppleWords => interactive({ requestIdentifier: 'which-machine', listPicker: { sections: [{ title: 'Machines', order: 0, multipleSelection: false, items }] } }, title);

export const machineAsked: AppleWords = { ...picker(machines), by: 'business' };
export const machineAnswered: AppleWords = picker(machines.slice(0, 1));

/** One file of a mark in the text; the document is the sandbox's own. */
export const receipt: AppleWords = {
  type: 'text-with-attachments', text: 'Here is the receipt \uFFFC hope you can read it',
  attachments: [{ fileName: 'receipt.pdf', mimeType: 'application/pdf', fileUrl: '/v2/attachments/library-warranty', size: 1_200 }],
};

export const liked: AppleWords = { type: 'text', text: 'Liked “{said}”' };

const formTitle = 'Repair request';
/** Above Apple's limit for what comes along, so it is named and fetched by the provider. */
export const largeAnswer: AppleWords = {
  type: 'interactive', text: '',
  apple: { interactiveDataRef: { bid: BID, url: 'https://content.apple.example/repair-request', owner: 'owner', key: '00', size: '20480', title: formTitle } },
};
export const formAnswered: AppleWords = interactive({
  dynamic: { version: '1.2', template: 'messageForms', selections: [
    { pageIdentifier: 'fault', title: 'Fault', subtitle: 'What is wrong?', items: [{ identifier: 'noise', title: 'It is noisy', value: 'noise' }] },
    { pageIdentifier: 'reach', title: 'Number', subtitle: 'How can we reach you?', items: [{ value: '+31612347542', title: '+31612347542' }] },
  ] },
}, formTitle);
