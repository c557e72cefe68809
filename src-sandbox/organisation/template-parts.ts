// What the message templates of Halden & Vos are made of: Apple's own JSON around what is asked.
const BID = 'com.apple.messages.MSMessageExtensionBalloonPlugin:0000000000:com.apple.icloud.apps.messages.business.extension';

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly language: 'nl' | 'en';
  readonly shortcut: string;
  /** text | text-with-attachments | rich-link | quick-reply | form | list-picker | time-picker */
  readonly type: string;
  /** Device capability a customer needs; null = every device. */
  readonly capability: 'QUICK' | 'LIST' | 'TIME' | 'FORM' | null;
  readonly channelParams: Readonly<Record<string, unknown>>;
  /** It belongs to one business account, by the account's place in the organisation, and goes with it. */
  readonly account?: number;
}

export const text = (id: string, language: 'nl' | 'en', category: string, name: string, body: string, account?: number): Template => ({
  ...(account !== undefined && { account }), id, name, category, language, shortcut: id, type: 'text', capability: null, channelParams: { type: 'text', message: { text: body } },
});

export const interactive = (summary: string, data: Readonly<Record<string, unknown>>, received?: Readonly<Record<string, string>>, reply?: Readonly<Record<string, string>>) => ({
  type: 'interactive',
  message: { text: summary },
  apple: {
    interactiveData: {
      bid: BID, useLiveLayout: true, data: { version: '1.0', ...data },
      ...(received === undefined ? {} : { receivedMessage: received }), ...(reply === undefined ? {} : { replyMessage: reply }),
    },
  },
});

const HOUR = 3_600_000;
/** Apple's form: GMT without seconds. */
const slotTime = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}+0000`;

/** Slots of the coming days from `now` (ms since the epoch) on. */
export function comingSlots(now: number): readonly { readonly identifier: string; readonly startTime: string; readonly duration: number }[] {
  const morning = Math.ceil(now / (24 * HOUR)) * 24 * HOUR + 8 * HOUR;
  return [24, 26, 29, 48, 53].map((hours, index) => ({ identifier: `slot-${String(index + 1)}`, startTime: slotTime(morning + hours * HOUR), duration: 3_600 }));
}
