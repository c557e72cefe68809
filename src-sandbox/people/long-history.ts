// What was said before: a long history, numbered lines or everything a customer can send in turn.
import { receipt, type AppleWords, type Said } from './apple-words.ts';

export const historyKinds = ['numbered', 'mixed'] as const;
export type HistoryKind = (typeof historyKinds)[number];

const BID = 'com.apple.messages.MSMessageExtensionBalloonPlugin:0000000000:com.apple.icloud.apps.messages.business.extension';

const asked = (number: number, chosenOnly: boolean): AppleWords => {
  const title = `Which part is number ${String(number)} about?`;
  const items = ['Door seal', 'Pump', 'Drum'].map((name, order) => ({ identifier: name, title: name, subtitle: `Part ${String(number)}-${String(order)}`, order, style: 'icon' }));
  const sections = [{ title: 'Parts', order: 0, multipleSelection: false, items: chosenOnly ? items.slice(1, 2) : items }];
  return {
    type: 'interactive', text: '', ...(!chosenOnly && { by: 'business' as const }),
    apple: { interactiveData: { bid: BID, data: { version: '1.0', requestIdentifier: `part-${String(number)}`, listPicker: { sections } }, receivedMessage: { title, style: 'icon' }, replyMessage: { title, style: 'icon' } } },
  };
};

/** One after the other; `number` counts the whole history from 1. */
const turns: readonly ((number: number) => Said)[] = [
  (number) => `Message ${String(number)} of an earlier time`,
  (number) => ({ by: 'business', type: 'text', text: `Thank you, we have noted this under ${String(number)}.` }),
  () => 'De machine maakt een hard geluid als hij centrifugeert. Het begint na een minuut of tien, en het klinkt alsof er iets los in de trommel ligt; dat is niet zo, want ik heb het drie keer nagekeken.',
  () => '👍',
  (number) => asked(number, false),
  (number) => asked(number - 1, true),
  () => 'مرحبًا، الغسالة لا تعمل منذ الأمس\nرقم الطلب HV-204 881',
  () => receipt,
  (number) => `See https://support.example/manual?page=${String(number)} on page 12`,
  () => 'Liked “👍”',
];

/** `numbered`: lines that differ in their number alone. */
export const historyOf = (kind: HistoryKind, count: number): readonly Said[] =>
  Array.from({ length: count }, (_, index) => (kind === 'numbered' ? `Message ${String(index + 1)} of an earlier time` : (turns[index % turns.length]?.(index + 1) ?? '')));
