// Masking between vault and desk state: knows what was found in each loaded message, values split over several included.
import { plainText, type MaskedText } from '../../src-shared/domain/masking.ts';
import type { Message } from '../../src-shared/domain/message.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import { TAIL_LENGTH, type ConversationMessage, type Finding, type Masker, type ScannedMessage } from '../masking/index.ts';
import { textOf, type ProjectionContext } from './projection.ts';
import type { Vault } from './vault.ts';

export interface Screen {
  /** One text on its own (a draft that was sent, a note). */
  readonly mask: (text: string) => MaskedText;
  /** The masked texts by `aliasId` of messages just added to the vault, and of earlier ones in which more was found now. */
  readonly appended: (taskId: TaskId, messages: readonly Message[]) => ReadonlyMap<string, MaskedText>;
  /** The masked texts by `aliasId` of all loaded messages. */
  readonly all: (taskId: TaskId) => ReadonlyMap<string, MaskedText>;
  readonly context: () => ProjectionContext;
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

  const known = (taskId: TaskId): Map<string, readonly Finding[]> => {
    const map = findings.get(taskId) ?? new Map<string, readonly Finding[]>();
    findings.set(taskId, map);
    return map;
  };
  const show = (text: string, found: readonly Finding[]): MaskedText => (masking() ? masker.maskWith(text, found) : plainText(text));

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

  /** Forgets what left the loaded window. */
  const prune = (taskId: TaskId): void => {
    const found = known(taskId);
    const present = new Set(vault.messages(taskId).map((message) => message.aliasId));
    for (const aliasId of found.keys()) if (!present.has(aliasId)) found.delete(aliasId);
  };

  return {
    mask: (text) => (masking() ? masker.mask(text) : plainText(text)),
    appended: (taskId, messages) => {
      const found = known(taskId);
      if (found.size > vault.messages(taskId).length + KEPT_BEYOND) prune(taskId);
      return new Map([...scan(taskId, messages)].map(([aliasId, text]) => [aliasId, show(text, found.get(aliasId) ?? [])]));
    },
    all: (taskId) => {
      const loaded = vault.messages(taskId);
      const found = known(taskId);
      // Older pages change what came after them: a value may begin in one and end in the other.
      if (loaded.some((message) => !found.has(message.aliasId))) {
        const scanned = masker.findInConversation(loaded.map(asSaid));
        loaded.forEach((message, index) => found.set(message.aliasId, scanned[index] ?? []));
      }
      return new Map(loaded.map((message) => [message.aliasId, show(textOf(message), found.get(message.aliasId) ?? [])]));
    },
    context: () => ({ masker, masking: masking(), selfId: selfId() }),
    forget: (taskId) => {
      findings.delete(taskId);
      tails.delete(taskId);
    },
    clear: () => {
      findings.clear();
      tails.clear();
    },
  };
}
