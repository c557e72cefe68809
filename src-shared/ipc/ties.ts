// What belongs together in a conversation: answers to their questions, reactions to their messages, large answers to what came of them. Pure.
import type { MaskedText } from '../domain/masking.ts';
import type { RequestKeys, Rich } from '../domain/rich.ts';
import type { ItemView } from './view.ts';

type MessageItem = Extract<ItemView, { kind: 'message' }>;

export interface Ties {
  /** By the answer's id. */
  readonly questions: ReadonlyMap<string, MessageItem>;
  /** By the question's id: the latest answer. */
  readonly answers: ReadonlyMap<string, MessageItem>;
  /** Emoji by the id of the message that was reacted to. */
  readonly reactions: ReadonlyMap<string, string>;
  /** Items without a row of their own: a reaction sits on its message, a large answer is replaced by its content. */
  readonly placed: ReadonlySet<string>;
}

type Ask = 'quickReply' | 'listPicker' | 'timePicker' | 'form';

interface Part {
  readonly item: MessageItem;
  readonly rich: Rich<MaskedText>;
}

/** An answer that came by reference and its content are this close (ms). */
const SAME_ANSWER = 10 * 60_000;

// A message is looked into once: the items of a long conversation are the same objects from one change to the next.
const looked = new WeakMap<ItemView, Part | null>();

function partOf(item: ItemView): Part | null {
  const known = looked.get(item);
  if (known !== undefined) return known;
  const part = item.kind === 'message' && item.content.kind === 'rich' ? { item, rich: item.content.rich } : null;
  looked.set(item, part);
  return part;
}

const isQuestion = (rich: Rich<MaskedText>): rich is Extract<Rich<MaskedText>, { kind: Ask }> =>
  rich.kind === 'quickReply' || rich.kind === 'listPicker' || rich.kind === 'timePicker' || rich.kind === 'form';

type Answer = Extract<Rich<MaskedText>, { kind: 'choiceAnswer' | 'timeAnswer' | 'formAnswer' }>;
const isAnswer = (rich: Rich<MaskedText>): rich is Answer => rich.kind === 'choiceAnswer' || rich.kind === 'timeAnswer' || rich.kind === 'formAnswer';
const asksFor = (answer: Answer): Ask => (answer.kind === 'choiceAnswer' ? answer.of : answer.kind === 'timeAnswer' ? 'timePicker' : 'form');

const sameKey = (a: string | null, b: string | null): boolean => a !== null && a === b;
const sameTitle = (a: MaskedText | null, b: MaskedText | null): boolean => a === null || b === null || a.text === b.text;

/** By the request, else by the session; an answer that names neither belongs to the newest open question of its kind with its title. */
function questionOf(answer: Answer, asked: readonly Part[], isOpen: (itemId: string) => boolean): MessageItem | null {
  const kind = asksFor(answer);
  const fits = (test: (keys: RequestKeys, part: Part, title: MaskedText) => boolean): MessageItem | null =>
    asked.findLast((part) => isQuestion(part.rich) && part.rich.kind === kind && test(part.rich.keys, part, part.rich.title))?.item ?? null;
  const { request, session } = answer.keys;
  const named = fits((keys) => sameKey(keys.request, request)) ?? fits((keys) => sameKey(keys.session, session));
  return named ?? (request === null && session === null ? fits((_, part, title) => isOpen(part.item.itemId) && sameTitle(answer.title, title)) : null);
}

/** The newest message of ours that a reaction quotes; without a quote the newest file or card. */
function reactedTo(quoted: MaskedText | null, items: readonly ItemView[], before: number): MessageItem | null {
  const cut = quoted?.text.replace(/(?:…|\.\.\.)$/, '') ?? null;
  for (let index = before - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item?.kind !== 'message' || item.from === 'customer') continue;
    const { content } = item;
    if (cut === null ? content.kind === 'attachments' || content.kind === 'rich' : content.text.text === quoted?.text || (cut !== quoted?.text && content.text.text.startsWith(cut))) return item;
  }
  return null;
}

/** Of items in their order. */
export function tiesOf(items: readonly ItemView[]): Ties {
  const questions = new Map<string, MessageItem>();
  const answers = new Map<string, MessageItem>();
  const reactions = new Map<string, string>();
  const placed = new Set<string>();
  const asked: Part[] = [];
  const deferred: Part[] = [];
  items.forEach((one, index) => {
    const part = partOf(one);
    if (part === null) return;
    const { item, rich } = part;
    if (isQuestion(rich)) asked.push(part);
    else if (rich.kind === 'deferred') deferred.push(part);
    else if (rich.kind === 'tapback') {
      const target = reactedTo(rich.quoted, items, index);
      if (target === null) return;
      reactions.set(target.itemId, `${reactions.get(target.itemId) ?? ''}${rich.emoji}`);
      placed.add(item.itemId);
    } else if (isAnswer(rich)) {
      const question = questionOf(rich, asked, (itemId) => !answers.has(itemId));
      if (question !== null) {
        questions.set(item.itemId, question);
        answers.set(question.itemId, item);
      }
      const waiting = deferred.findIndex(({ item: early, rich: of }) => of.kind === 'deferred' && item.at - early.at < SAME_ANSWER
        && (sameKey(of.keys.request, rich.keys.request) || (of.keys.request === null && sameTitle(of.title, rich.title))));
      const [come] = waiting === -1 ? [] : deferred.splice(waiting, 1);
      if (come) placed.add(come.item.itemId);
    }
  });
  return { questions, answers, reactions, placed };
}
