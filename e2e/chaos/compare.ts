// Four ledgers side by side when everything has healed: the contact centre's, main's, the replica's (and in a window what is
// drawn). Each answers what does not agree, in words; nothing = they agree.
import { isDeepStrictEqual } from 'node:util';
import type { LedgerEntry, StoredMessage } from '../../src-sandbox/index.ts';
import { isConversation, isOffer } from '../../src-shared/domain/task.ts';
import type { ConversationView, DeskView, ItemView, StatusView } from '../../src-shared/ipc/view.ts';
import type { Book } from './book.ts';
import type { CentreState } from './centre.ts';
import type { Truth } from './wire.ts';

export function statusDiffers(status: StatusView | undefined, state: CentreState, agentId: string): string | null {
  const agent = state.agents.find((one) => one.id === agentId);
  if (agent?.loggedIn !== true) return 'the contact centre does not have the agent logged in';
  const same = status?.kind === 'idle' ? agent.subStatus === 'Idle' && agent.auxCodeId === status.auxCodeId : status?.kind === agent.subStatus.toLowerCase();
  return same ? null : `status: window ${status?.kind ?? 'none'}, contact centre ${agent.subStatus}`;
}

const involvementOf = (view: DeskView['tasks'][string]): string => (isOffer(view.phase) ? 'offered' : isConversation(view.phase) ? 'joined' : 'wrapUp');

/** Connection, status, tasks and the outbox; cheap enough to ask until they agree. */
export function unsettled(view: DeskView | null, truth: Truth | null, state: CentreState, agentId: string): string[] {
  if (view === null || truth === null) return ['the window has no view'];
  const found: string[] = [];
  if (view.session.step !== 'signedIn') found.push(`session: ${view.session.step}`);
  if (view.connection.state !== 'live') found.push(`connection: ${view.connection.state}`);
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(truth.view)), view)) found.push('the replica is not what main has');
  const status = statusDiffers(view.agent?.status, state, agentId);
  if (status !== null) found.push(status);
  const mine = new Map(state.tasks.flatMap((task) => {
    const party = task.parties.find((one) => one.agentId === agentId);
    return party !== undefined && ['offered', 'joined', 'wrapUp'].includes(party.involvement) ? [[task.id, { ...task, involvement: party.involvement }] as const] : [];
  }));
  for (const [taskId, task] of mine) {
    const shown = view.tasks[taskId];
    if (shown === undefined) found.push(`task ${taskId}: ${task.involvement} at the contact centre, not in the window`);
    else {
      if (involvementOf(shown) !== task.involvement) found.push(`task ${taskId}: ${task.involvement} at the contact centre, ${involvementOf(shown)} in the window`);
      if (task.involvement === 'joined' && shown.customerLeft !== task.customerLeft) found.push(`task ${taskId}: customer left ${String(task.customerLeft)} at the contact centre, ${String(shown.customerLeft)} in the window`);
      if (task.involvement === 'joined' && shown.assetRemoved !== task.assetRemoved) found.push(`task ${taskId}: asset removed ${String(task.assetRemoved)} at the contact centre, ${String(shown.assetRemoved)} in the window`);
      if (shown.busy !== null) found.push(`task ${taskId}: still ${shown.busy}`);
    }
  }
  for (const taskId of Object.keys(view.tasks)) if (!mine.has(taskId)) found.push(`task ${taskId}: in the window, not the agent's at the contact centre`);
  if (view.agent?.statusBusy === true) found.push('status still busy');
  if (view.unsentCount > 0) found.push(`outbox: ${String(view.unsentCount)} messages wait to be sent`);
  return found;
}

const shownText = (item: Extract<ItemView, { kind: 'message' }>): string => item.content.text.text;
export const sentText = (message: StoredMessage): string => {
  const text = (message.channelParams['message'] as { readonly text?: unknown } | undefined)?.text;
  return typeof text === 'string' ? text : '';
};

/** A conversation as it is read, top to bottom, against the contact centre's list. */
export function conversationDiffers(open: ConversationView | null, taskId: string, messages: readonly StoredMessage[]): string | null {
  if (open?.taskId !== taskId) return `conversation ${taskId} cannot be opened`;
  const shown = Object.values(open.items)
    .filter((item): item is Extract<ItemView, { kind: 'message' }> => item.kind === 'message' && item.delivery.state === 'sent')
    .sort((a, b) => a.order - b.order)
    .map(shownText);
  const real = messages.filter((message) => message.channelParams['type'] !== 'close').map(sentText);
  return isDeepStrictEqual(shown, real) ? null : `conversation ${taskId}: window [${shown.join(' | ')}], contact centre [${real.join(' | ')}]`;
}

/** What is drawn: the newest at the bottom, nothing twice, in order. Older ones may be out of sight. */
export function drawnDiffers(drawn: readonly string[], texts: readonly string[], taskId: string): string | null {
  return isDeepStrictEqual(drawn, texts.slice(texts.length - drawn.length)) && (drawn.length > 0 || texts.length === 0)
    ? null
    : `conversation ${taskId}: drawn [${drawn.join(' | ')}], contact centre [${texts.join(' | ')}]`;
}

/** What the run as a whole must have kept. */
export function broken(book: Book, ledger: readonly LedgerEntry[], truth: Truth, agentId: string): string[] {
  const found: string[] = [...book.breaches];
  const stored = ledger.flatMap((entry) => (entry.kind === 'message' && entry.accepted && entry.from === agentId ? [entry.message] : []));
  const times = new Map<string, number>();
  for (const message of stored) times.set(sentText(message), (times.get(sentText(message)) ?? 0) + 1);

  for (const [text, count] of times) if (count > 1) found.push(`sent ${String(count)} times: "${text}"`);
  for (const send of book.sends) {
    const arrived = times.has(send.text);
    if (send.takenBack === 'yes' && arrived) found.push(`taken back and yet sent: "${send.text}"`);
    const told = [...book.notices.values()].some((notice) => notice.kind === 'unsent' && notice.text.text === send.text);
    if (told && arrived) found.push(`told unsent and yet sent: "${send.text}"`);
    if (send.outcome !== 'accepted' || arrived || send.takenBack !== 'no') continue;
    const waits = truth.outbox.some((item) => item.text === send.text && item.state === 'failed');
    if (!waits && !told) found.push(`accepted and lost: "${send.text}"`);
  }
  for (const taskId of new Set(book.sends.map((send) => send.taskId))) {
    const asked = book.sends.filter((send) => send.taskId === taskId && !send.retried).map((send) => send.text);
    const real = stored.filter((message) => message.taskId === taskId).map(sentText).filter((text) => asked.includes(text));
    const inOrder = real.every((text, index) => index === 0 || asked.indexOf(text) > asked.indexOf(real[index - 1] ?? ''));
    if (!inOrder) found.push(`order in ${taskId}: asked [${asked.join(' | ')}], sent [${real.join(' | ')}]`);
  }
  return [...found, ...offersBroken(book, ledger, agentId), ...commandsBroken(book, ledger, agentId)];
}

function offersBroken(book: Book, ledger: readonly LedgerEntry[], agentId: string): string[] {
  const found: string[] = [];
  for (const offer of ledger) {
    if (offer.kind !== 'offer' || offer.agentId !== agentId) continue;
    const outcomes = ledger.flatMap((entry) => (entry.kind === 'offerOutcome' && entry.offerId === offer.offerId ? [entry.outcome] : []));
    if (outcomes.length > 1) found.push(`offer of ${offer.taskId} has ${String(outcomes.length)} outcomes: ${outcomes.join(', ')}`);
  }
  for (const [taskId, name] of book.chats) {
    const outcomes = ledger.flatMap((entry) => (entry.kind === 'offerOutcome' && entry.taskId === taskId && entry.agentId === agentId ? [entry.outcome] : []));
    const wasMissed = outcomes.length > 0 && outcomes.every((outcome) => outcome !== 'accepted');
    const told = [...book.notices.values()].some((notice) => (notice.kind === 'missedOffer' || notice.kind === 'withdrawnOffer') && notice.customerName.text === name);
    const rings = ledger.some((entry) => entry.kind === 'offer' && entry.taskId === taskId && !ledger.some((other) => other.kind === 'offerOutcome' && other.offerId === entry.offerId));
    if (wasMissed && !rings && book.offersSeen(name) && !told) found.push(`the request of ${name} was shown, ended (${outcomes.join(', ')}) and went without a word`);
  }
  return found;
}

/** "Done" must be true; "refused" must not have happened by that command alone. */
function commandsBroken(book: Book, ledger: readonly LedgerEntry[], agentId: string): string[] {
  const found: string[] = [];
  const words = { accept: ['accept', 'assigned'], end: ['end', 'ended'], wrapUp: ['wrapup', 'wrappedUp'] } as const;
  for (const { name, taskId, outcome } of book.commands) {
    const others = book.commands.filter((one) => one.name === name && one.taskId === taskId).length - 1;
    const [command, change] = words[name];
    const byCommand = ledger.some((entry) => entry.kind === 'command' && entry.command === command && entry.taskId === taskId && entry.agentId === agentId && entry.accepted);
    const taken = byCommand || ledger.some((entry) => entry.kind === 'taskState' && entry.taskId === taskId && entry.change === change);
    if (outcome === 'done' && !taken) found.push(`${name} of ${taskId} was answered done and did not happen`);
    // The network said it twice and the answer of the second copy came first: it is true of that copy, and the state shows the first.
    const copies = ledger.filter((entry) => entry.kind === 'command' && entry.command === command && entry.taskId === taskId && entry.agentId === agentId).length;
    if (outcome === 'refused' && others === 0 && byCommand && copies === 1) found.push(`${name} of ${taskId} was answered refused and happened`);
  }
  return found;
}
