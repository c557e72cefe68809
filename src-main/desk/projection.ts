// Vault -> masked view: the only way customer text gets into the desk state.
import { plainText, type MaskedText } from '../../src-shared/domain/masking.ts';
import { isProgram } from '../../src-shared/domain/media.ts';
import type { Message } from '../../src-shared/domain/message.ts';
import { leadOf } from '../../src-shared/domain/rich.ts';
import type { Participant, Task } from '../../src-shared/domain/task.ts';
import { assertNever } from '../../src-shared/domain/result.ts';
import { linksIn, type TextLink } from '../../src-shared/domain/text-links.ts';
import type { ContentView, ItemView, ParticipantView } from '../../src-shared/ipc/view.ts';
import { joinMasked, placeIn, projectRich, richText, type RichContext } from './rich-projection.ts';
import type { DeviceSeen } from './slices/conversations.ts';
import type { TaskFacts } from './slices/tasks.ts';

export interface ProjectionContext extends RichContext {
  readonly selfId: string;
}

/** First letters of the first word and of the next one that counts: "Noor van den Berg" is NB, "Youssef El Amrani" YE. From text that may be shown. */
export function initialsOf(name: string): string {
  const [first, ...others] = name.split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const picked = [first, others.find((word) => /^\P{L}*\p{Lu}/u.test(word)) ?? others.at(-1)];
  return picked.map((word) => (/[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '').toLocaleUpperCase()).join('') || '?';
}

const participantView = (participant: Participant, selfId: string): ParticipantView => ({
  id: participant.id, name: participant.name, initials: initialsOf(participant.name), isSelf: participant.id === selfId,
});

export function projectFacts(task: Task, { masker, masking, selfId }: ProjectionContext): TaskFacts {
  const field = (kind: 'phone' | 'name' | 'text', value: string): MaskedText => (masking ? masker.maskField(kind, value) : plainText(value));
  const customerName = field('name', task.customerName);
  return {
    customerName,
    initials: initialsOf(customerName.text),
    customerNumber: field('phone', task.customerNumber),
    sourceNumber: field('phone', task.sourceNumber),
    queueName: task.queueName,
    agents: task.participants.filter((one) => one.role === 'agent' && one.hasJoined && !one.hasLeft).map((one) => participantView(one, selfId)),
    associatedData: task.associatedData.map((datum) => ({ key: datum.key, label: datum.label, value: field('text', datum.value), editable: datum.editable })),
  };
}

/** A word of the protocol that the customer's side wrote: harmless as a rule, and masked like the rest. */
const shownWord = (word: string, { masker, masking }: ProjectionContext): string => (masking ? masker.mask(word).text : word);

/** What messages say of the customer's device and of the link the chat began with. */
export function projectDevice(device: DeviceSeen | null, context: ProjectionContext): DeviceSeen | null {
  if (device === null) return null;
  const word = (value: string | null): string | null => (value === null ? null : shownWord(value, context));
  return {
    capabilities: word(device.capabilities), deviceAgent: word(device.deviceAgent), locale: word(device.locale),
    intent: word(device.intent), group: word(device.group), seenAt: device.seenAt,
  };
}

/** The text of a message that masking works on; what has no text has the empty one. */
export function textOf(message: Message): string {
  const { content } = message;
  return content.kind === 'close' ? '' : content.kind === 'rich' ? richText(content.rich) : content.text;
}

/** What stands for a message in one line: rich content has a title or an answer, anything else its text. */
export function projectPreview(message: Message, text: MaskedText, context: ProjectionContext): MaskedText {
  return message.content.kind === 'rich' ? joinMasked(leadOf(projectRich(message, message.content.rich, context)), ', ') : text;
}

/** Nothing where there is no link, so that most messages carry nothing of it. */
function linksOf(text: MaskedText): { readonly links?: readonly TextLink[] } {
  const links = linksIn(text);
  return links.length === 0 ? {} : { links };
}

function contentView(message: Message, text: MaskedText, context: ProjectionContext): ContentView {
  const { content } = message;
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text, ...linksOf(text) };
    case 'attachments':
      return {
        kind: 'attachments', text, ...linksOf(text),
        attachments: content.attachments.map((file, index) => ({
          fileName: context.masking ? context.masker.mask(file.fileName) : plainText(file.fileName), mimeType: shownWord(file.mimeType, context), size: file.size,
          place: placeIn(text, context.hidden(message), file.place), index, isProgram: isProgram(file.fileName, file.mimeType), ...(file.gone && { gone: file.gone }),
        })),
      };
    case 'rich':
      return { kind: 'rich', text, rich: projectRich(message, content.rich, context) };
    case 'close':
      return { kind: 'unsupported', type: 'close', text };
    case 'unsupported':
      return { kind: 'unsupported', type: shownWord(content.type, context), text };
    default:
      return assertNever(content);
  }
}

/** One message as the window sees it. A customer's close is a line of the chat, not a bubble. */
export function projectMessage(message: Message, text: MaskedText, context: ProjectionContext): ItemView {
  if (message.content.kind === 'close') {
    return { kind: 'event', itemId: message.aliasId, order: message.seq, at: message.createdAt, event: { type: 'customerLeft' } };
  }
  const { role, id, name } = message.sender;
  return {
    kind: 'message', itemId: message.aliasId, order: message.seq, at: message.createdAt,
    from: role === 'agent' && id === context.selfId ? 'self' : role,
    role,
    name: role === 'customer' ? '' : name,
    content: contentView(message, text, context),
    delivery: { state: 'sent' },
  };
}
