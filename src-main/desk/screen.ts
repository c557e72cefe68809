// Masking between vault and desk state: knows what was found in each loaded message, values split over several included.
import { plainText, type MaskedText } from '../../src-shared/domain/masking.ts';
import type { Message } from '../../src-shared/domain/message.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import { TAIL_LENGTH, type ConversationMessage, type Finding, type Marking, type Masker, type ScannedMessage } from '../masking/index.ts';
import { markSelection, withMarkings } from '../masking/marking.ts';
import { textOf, type ProjectionContext } from './projection.ts';
import type { Vault } from './vault.ts';

export interface Screen {
  /** One text on its own (a draft that was sent, a note). */
  readonly mask: (text: string) => MaskedText;
  /** A customer's name. */
  readonly name: (text: string) => MaskedText;
  /** A customer's telephone number. */
  readonly number: (text: string) => MaskedText;
  /** The masked texts by `aliasId` of messages just added to the vault, and of earlier ones in which more was found now. */
  readonly appended: (taskId: TaskId, messages: readonly Message[]) => ReadonlyMap<string, MaskedText>;
  /** The masked texts by `aliasId` of all loaded messages. */
  readonly all: (taskId: TaskId) => ReadonlyMap<string, MaskedText>;
  /** As `appended`, for messages put before the loaded ones: of these the first ones may show more now. */
  readonly prepended: (taskId: TaskId, messages: readonly Message[]) => ReadonlyMap<string, MaskedText>;
  /** Masks messages that stay out of the vault, and as much of what follows them as they may change; `after` are the messages behind them. */
  readonly aside: (taskId: TaskId, messages: readonly Message[], after: readonly Message[]) => { readonly texts: ReadonlyMap<string, MaskedText>; readonly context: ProjectionContext };
  /** Hides a selection of a message's masked text from now on, for the life of its task; false when there is nothing to hide. */
  readonly mark: (taskId: TaskId, message: Message, selection: { readonly start: number; readonly end: number }) => boolean;
  readonly context: () => ProjectionContext;
  /** The loaded messages have been forgotten; what agents marked holds when they come back. */
  readonly forgetMessages: (taskId: TaskId) => void;
  readonly forget: (taskId: TaskId) => void;
  readonly clear: () => void;
}

interface Scanned extends ScannedMessage {
  readonly aliasId: string;
}

export interface ScreenParts {
  readonly masker: Masker;
  readonly vault: Vault;
  /** The policy in force. */
  readonly masking: () => boolean;
  readonly selfId: () => string;
}

/** Findings of messages that have left the loaded window, before they are cleared away together. */
const KEPT_BEYOND = 200;

/** Tells senders apart: an agent and a customer may have the same id. */
const asSaid = (message: Message): ConversationMessage => ({ sender: `${message.sender.role}:${message.sender.id}`, text: textOf(message) });

export function createScreen({ masker, vault, masking, selfId }: ScreenParts): Screen {
  const findings = new Map<TaskId, Map<string, readonly Finding[]>>();
  const tails = new Map<TaskId, Scanned[]>();
  /** By task and `aliasId`. They hold whatever the policy says: somebody saw a reason. */
  const markings = new Map<TaskId, Map<string, readonly Marking[]>>();

  const known = (taskId: TaskId): Map<string, readonly Finding[]> => {
    const map = findings.get(taskId) ?? new Map<string, readonly Finding[]>();
    findings.set(taskId, map);
    return map;
  };
  /** What is hidden of a message now: what was found, where policy masks, and what agents marked. */
  const hiddenIn = (taskId: TaskId, aliasId: string): readonly (Finding | Marking)[] =>
    withMarkings(masking() ? (known(taskId).get(aliasId) ?? []) : [], markings.get(taskId)?.get(aliasId) ?? []);
  const show = (taskId: TaskId, aliasId: string, text: string): MaskedText => masker.maskWith(text, hiddenIn(taskId, aliasId));

  const scan = (taskId: TaskId, messages: readonly Message[]): ReadonlyMap<string, string> => {
    const found = known(taskId);
    const tail = tails.get(taskId) ?? [];
    tails.set(taskId, tail);
    const changed = new Map<string, string>();
    for (const message of messages) {
      const next = asSaid(message);
      const answer = masker.append(tail, next);
      for (const { index, findings: more } of answer.updates) {
        const earlier = tail[index];
        if (!earlier) continue;
        tail[index] = { ...earlier, findings: more };
        found.set(earlier.aliasId, more);
        changed.set(earlier.aliasId, earlier.text);
      }
      found.set(message.aliasId, answer.findings);
      changed.set(message.aliasId, next.text);
      tail.push({ ...next, aliasId: message.aliasId, findings: answer.findings });
      if (tail.length > TAIL_LENGTH) tail.splice(0, tail.length - TAIL_LENGTH);
    }
    return changed;
  };

  /** What is found in messages and in as many behind them as they reach into; those see what lies behind them in turn. */
  const scanBefore = (messages: readonly Message[], after: readonly Message[]): ReadonlyMap<string, readonly Finding[]> => {
    const both = [...messages, ...after];
    const scanned = masker.findInConversation(both.map(asSaid));
    return new Map(both.slice(0, messages.length + TAIL_LENGTH).map(({ aliasId }, index) => [aliasId, scanned[index] ?? []]));
  };

  const forgetMessages = (taskId: TaskId): void => {
    findings.delete(taskId);
    tails.delete(taskId);
  };

  /** Forgets what left the loaded window. */
  const prune = (taskId: TaskId): void => {
    const found = known(taskId);
    const present = new Set(vault.messages(taskId).map((message) => message.aliasId));
    for (const aliasId of found.keys()) if (!present.has(aliasId)) found.delete(aliasId);
  };

  return {
    name: (text) => (masking() ? masker.maskField('name', text) : plainText(text)),
    number: (text) => (masking() ? masker.maskField('phone', text) : plainText(text)),
    mask: (text) => (masking() ? masker.mask(text) : plainText(text)),
    appended: (taskId, messages) => {
      const found = known(taskId);
      if (found.size > vault.messages(taskId).length + KEPT_BEYOND) prune(taskId);
      return new Map([...scan(taskId, messages)].map(([aliasId, text]) => [aliasId, show(taskId, aliasId, text)]));
    },
    all: (taskId) => {
      const loaded = vault.messages(taskId);
      const found = known(taskId);
      // Older pages change what came after them: a value may begin in one and end in the other.
      if (loaded.some((message) => !found.has(message.aliasId))) {
        const scanned = masker.findInConversation(loaded.map(asSaid));
        loaded.forEach((message, index) => found.set(message.aliasId, scanned[index] ?? []));
      }
      return new Map(loaded.map((message) => [message.aliasId, show(taskId, message.aliasId, textOf(message))]));
    },
    prepended: (taskId, messages) => {
      const found = known(taskId);
      const after = vault.messages(taskId).filter((message) => message.seq > (messages.at(-1)?.seq ?? 0)).slice(0, 2 * TAIL_LENGTH);
      const changed = scanBefore(messages, after);
      for (const [aliasId, findings] of changed) found.set(aliasId, findings);
      return new Map([...messages, ...after.slice(0, TAIL_LENGTH)].map((message) => [message.aliasId, show(taskId, message.aliasId, textOf(message))]));
    },
    aside: (taskId, messages, after) => {
      const found = scanBefore(messages, after);
      const hidden = ({ aliasId }: Message) => withMarkings(masking() ? (found.get(aliasId) ?? []) : [], markings.get(taskId)?.get(aliasId) ?? []);
      return {
        texts: new Map([...messages, ...after.slice(0, TAIL_LENGTH)].map((message) => [message.aliasId, masker.maskWith(textOf(message), hidden(message))])),
        context: { masker, masking: masking(), selfId: selfId(), hidden },
      };
    },
    mark: (taskId, message, selection) => {
      const hidden = hiddenIn(taskId, message.aliasId);
      const marking = markSelection(masker.maskWith(textOf(message), hidden), hidden, selection);
      if (!marking) return false;
      const ofTask = markings.get(taskId) ?? new Map<string, readonly Marking[]>();
      markings.set(taskId, ofTask);
      ofTask.set(message.aliasId, [...(ofTask.get(message.aliasId) ?? []), marking]);
      return true;
    },
    context: () => ({ masker, masking: masking(), selfId: selfId(), hidden: (message) => hiddenIn(message.taskId, message.aliasId) }),
    forgetMessages,
    forget: (taskId) => {
      forgetMessages(taskId);
      markings.delete(taskId);
    },
    clear: () => {
      findings.clear();
      markings.clear();
      tails.clear();
    },
  };
}
