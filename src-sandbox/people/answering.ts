// How an answer travels: along with its message up to Apple's limit, above it named by reference first, and its content after that or never.
import { isRecord } from '../../src-shared/wxcc/fields.ts';
import type { Random } from '../time/random.ts';
import { answerTo, type Answerer } from './answers.ts';
import type { AppleWords } from './apple-words.ts';

/** `natural`: by its size. `lost`: by reference, and the content never comes. `none`: questions stay open. */
export const answeringWays = ['natural', 'inline', 'reference', 'lost', 'none'] as const;
export type AnsweringWay = (typeof answeringWays)[number];

/** Bytes of `interactiveData` up to which Apple sends an answer along. */
export const INLINE_AT_MOST = 10_240;

/** The messages that answer `channelParams` of an agent, in order; none when it asks nothing or is not to be answered. */
export function answersOf(channelParams: Readonly<Record<string, unknown>>, who: Answerer, way: AnsweringWay, random: Random): readonly AppleWords[] {
  if (way === 'none') return [];
  const { apple } = channelParams;
  const interactiveData = isRecord(apple) ? answerTo(apple['interactiveData'], who) : null;
  if (interactiveData === null) return [];
  const bytes = Buffer.byteLength(JSON.stringify(interactiveData));
  const content: AppleWords = { type: 'interactive', text: '', apple: { interactiveData } };
  if (way === 'inline' || (way === 'natural' && bytes <= INLINE_AT_MOST)) return [content];
  const reference: AppleWords = {
    type: 'interactive', text: '',
    apple: {
      interactiveDataRef: {
        bid: interactiveData['bid'], url: `https://content.apple.example/${random.uuid()}`, owner: random.uuid(), key: `00${random.uuid().replaceAll('-', '').repeat(2)}`,
        size: String(bytes), 'signature-base64': 'AA==', title: titleOf(interactiveData),
      },
    },
  };
  return way === 'lost' ? [reference] : [reference, content];
}

/** As the card that was tapped is called. */
function titleOf({ receivedMessage, data }: Readonly<Record<string, unknown>>): string {
  const title = isRecord(receivedMessage) ? receivedMessage['title'] : undefined;
  const reply = isRecord(data) && isRecord(data['quick-reply']) ? data['quick-reply']['summaryText'] : undefined;
  return [title, reply].find((words): words is string => typeof words === 'string') ?? '';
}
