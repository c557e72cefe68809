// Cards beside drafts: made from templates and links, screened again at every change, sent through the outbox.
import { validate } from '../../src-shared/apple/index.ts';
import { asText } from '../../src-shared/domain/as-text.ts';
import { compatibility, readCapabilities, type DeviceCapabilities } from '../../src-shared/domain/capabilities.ts';
import type { Clock } from '../../src-shared/domain/clock.ts';
import { failure, type Failure } from '../../src-shared/domain/failure.ts';
import { isError } from '../../src-shared/domain/issue.ts';
import { outboundTexts, withoutBytes, type Outbound, type Picture } from '../../src-shared/domain/outbound.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { Template, TemplateEdits } from '../../src-shared/domain/template.ts';
import type { PreparedTemplate, StagedState, StagedView } from '../../src-shared/ipc/view.ts';
import { asTextPlace } from './as-text-place.ts';
import { hide, type Hiding } from './hiding.ts';
import type { Library } from './library.ts';
import { maskOutbound } from './outbound-projection.ts';
import type { OutboxRoom } from './outbox.ts';
import { prepare, preparedView, type Prepared } from './preparing.ts';
import { withoutKey } from './records.ts';
import { whyAsked, whyClosed } from './sending-rules.ts';
import { stagedSlice } from './slices/staged.ts';
import type { StagedCard } from './staged-card.ts';
import type { DeskStore } from './store.ts';
import type { Vault } from './vault.ts';
import type { WorkKeeper } from './work.ts';

export interface StagingParts {
  readonly store: DeskStore;
  readonly vault: Vault;
  readonly work: () => WorkKeeper;
  readonly outbox: OutboxRoom;
  readonly library: Library;
  readonly hiding: () => Hiding;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A template and what the agent says about it. */
export interface Chosen {
  readonly taskId: TaskId;
  readonly templateId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly edits: TemplateEdits;
}

export interface Link {
  readonly taskId: TaskId;
  readonly url: string;
  readonly title?: string;
  readonly picture?: Pick<Picture, 'data' | 'alt'> | null;
}

export interface Staging {
  readonly prepare: (chosen: Chosen) => Promise<Result<PreparedTemplate>>;
  readonly stage: (chosen: Chosen, asWords: boolean) => Promise<Result<null>>;
  readonly stageLink: (link: Link) => Promise<Result<null>>;
  readonly unstage: (taskId: TaskId) => Promise<void>;
  readonly send: (taskId: TaskId, confirmed: boolean, asWords: boolean) => Promise<Result<null>>;
  /** A card that waits in the outbox goes as words instead. */
  readonly sendQueuedAsText: (itemId: string) => Promise<Result<null>>;
  /** Shows the card of a chat as it stands now: after a change of it, of the device, of policy. */
  readonly show: (taskId: TaskId) => void;
  readonly showAll: () => void;
  readonly forget: () => void;
}

/** What a customer's device shows, as far as this run knows. */
export const deviceOf = (store: DeskStore, taskId: TaskId): DeviceCapabilities => readCapabilities(store.getState().conversations[taskId]?.device ?? null);

/** Longest wait of one timer (ms): the platform's would overflow far beyond it. */
const LONGEST_TIMER = 86_400_000;

export function createStaging({ store, vault, work, outbox, library, hiding, clock, newId }: StagingParts): Staging {
  const timers = new Map<TaskId, () => void>();
  const done = ok(null);
  const closed = (taskId: TaskId): Failure | null => whyClosed(store.getState().tasks[taskId]);
  const cardOf = (taskId: TaskId): StagedCard | undefined => work().current().staged[taskId];

  const usable = (templateId: string): Template | null => {
    const template = library.template(templateId);
    return template?.withdrawn === null ? template : null;
  };

  /** The window has no bytes of a card that waits: a picture without them is that card's. */
  const withPicture = (taskId: TaskId, edits: TemplateEdits): TemplateEdits => {
    const waiting = cardOf(taskId)?.origin.edits.picture;
    return edits.picture?.data === '' && waiting ? { ...edits, picture: waiting } : edits;
  };

  const prepared = async ({ taskId, templateId, values, edits }: Chosen): Promise<Result<Prepared>> => {
    const task = vault.task(taskId);
    if (!task) return fail(failure('taskGone'));
    const template = usable(templateId);
    if (!template) return fail(failure('templateWithdrawn'));
    return ok(await prepare(template, { task, agentName: store.getState().agent.profile?.name ?? '', values, edits: withPicture(taskId, edits), newId }, hiding()));
  };

  const stateOf = (taskId: TaskId, { content, origin }: StagedCard): { readonly state: StagedState; readonly warnings: StagedView['warnings'] } => {
    const issues = validate(content, clock.now());
    const warnings = issues.filter((issue) => !isError(issue));
    const { loadedAt } = store.getState().templates;
    const withdrawn = origin.templateId === null || loadedAt === null ? null : (library.template(origin.templateId) ?? { withdrawn: 'policy' as const }).withdrawn;
    const why = store.getState().tasks[taskId]?.assetRemoved === true ? 'asset' : withdrawn;
    if (why !== null) return { state: { state: 'withdrawn', why }, warnings };
    const fits = compatibility(content.kind, deviceOf(store, taskId));
    if (!fits.ok) {
      const { reason, missing, device, seenAt } = fits;
      return { state: { state: 'incompatible', reason, missing, device, seenAt }, warnings };
    }
    const errors = issues.filter(isError);
    return { state: errors.length > 0 ? { state: 'invalid', issues: errors } : { state: 'ready' }, warnings };
  };

  const show = (taskId: TaskId): void => {
    timers.get(taskId)?.();
    timers.delete(taskId);
    const card = cardOf(taskId);
    if (!card || !(taskId in store.getState().tasks)) {
      if (taskId in store.getState().staged) store.dispatch(stagedSlice.actions.removed(taskId));
      return;
    }
    const { content, origin, stagedId } = card;
    const { picture, ...edits } = origin.edits;
    store.dispatch(stagedSlice.actions.put({ taskId, card: {
      stagedId, templateId: origin.templateId, name: origin.name, kind: content.kind, content: withoutBytes(maskOutbound(content, origin.hidden, hiding())),
      asText: hide(origin.asText, origin.hidden, hiding()), values: origin.values,
      edits: { ...edits, ...(picture !== undefined && { picture: picture === null ? null : { ...picture, data: '' } }) }, ...stateOf(taskId, card),
    } }));
    watchSlots(taskId, content);
  };

  /** A slot that passes while its card waits makes the card invalid. */
  const watchSlots = (taskId: TaskId, content: Outbound): void => {
    if (content.kind !== 'timePicker') return;
    const next = Math.min(...content.event.slots.map(({ start }) => start).filter((start) => start > clock.now()));
    if (Number.isFinite(next)) timers.set(taskId, clock.setTimer(Math.min(next - clock.now() + 1, LONGEST_TIMER), () => { show(taskId); }));
  };

  const put = async (taskId: TaskId, card: StagedCard): Promise<Result<null>> => {
    // Kept in memory and shown whether or not the disk takes it; the outbox tells of a disk that does not.
    await work().change((current) => ({ ...current, staged: { ...current.staged, [taskId]: card } })).catch(() => undefined);
    show(taskId);
    return done;
  };

  const asWordsOf = async ({ content, origin }: Pick<StagedCard, 'content' | 'origin'>): Promise<Outbound> => ({
    kind: 'text', text: origin.asText === '' ? asText(content, await asTextPlace(store.getState().desk.app.locale)) : origin.asText,
  });

  /** Why a card cannot go as it is. */
  const whyNot = (taskId: TaskId, card: StagedCard): Failure | null => {
    const { state } = stateOf(taskId, card);
    switch (state.state) {
      case 'ready': return null;
      case 'incompatible': return failure(state.reason);
      case 'withdrawn': return failure(state.why === 'asset' ? 'assetRemoved' : 'templateWithdrawn');
      case 'invalid': return failure(state.issues.some(({ code }) => code === 'slotPast') ? 'slotsPassed' : 'templateUnready', { count: state.issues.length });
    }
  };

  return {
    prepare: async (chosen) => {
      const made = await prepared(chosen);
      return made.ok ? ok(preparedView(made.value, deviceOf(store, chosen.taskId), clock.now(), hiding())) : made;
    },
    stage: async (chosen, asWords) => {
      const shut = closed(chosen.taskId);
      if (shut) return fail(shut);
      const made = await prepared(chosen);
      if (!made.ok) return made;
      const { card } = made.value;
      const next = asWords ? { ...card, content: await asWordsOf(card) } : card;
      const why = whyNot(chosen.taskId, next);
      return why ? fail(why) : put(chosen.taskId, next);
    },
    stageLink: async ({ taskId, url, title, picture = null }) => {
      const shut = closed(taskId);
      if (shut) return fail(shut);
      const address = url.trim();
      if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return fail(failure('badAddress'));
      const content: Outbound = {
        kind: 'richLink', url: address, title: title?.trim() ? title.trim() : new URL(address).hostname, picture: picture === null ? null : { id: 'image', ...picture }, video: null,
      };
      const card: StagedCard = { stagedId: newId(), content, origin: { templateId: null, name: '', values: {}, edits: {}, hidden: [], asText: address } };
      const why = whyNot(taskId, card);
      return why ? fail(why) : put(taskId, card);
    },
    unstage: async (taskId) => {
      await work().change((current) => (taskId in current.staged ? { ...current, staged: withoutKey(current.staged, taskId) } : current)).catch(() => undefined);
      show(taskId);
    },
    send: async (taskId, confirmed, asWords) => {
      const shut = closed(taskId);
      if (shut) return fail(shut);
      const card = cardOf(taskId);
      if (!card) return fail(failure('notAvailableNow'));
      const next: StagedCard = asWords ? { ...card, content: await asWordsOf(card) } : card;
      const why = whyNot(taskId, next) ?? (confirmed ? null : whyAsked(hiding().masker, outboundTexts(next.content).join('\n')));
      if (why) {
        show(taskId);
        return fail(why);
      }
      // While the words were made the card may have gone.
      if (cardOf(taskId) !== card) return fail(failure('notAvailableNow'));
      await outbox.write({ aliasId: newId(), taskId, content: next.content, origin: card.origin }, (current) => ({ ...current, staged: withoutKey(current.staged, taskId) }));
      if (card.origin.templateId !== null) library.used(card.origin.templateId);
      show(taskId);
      return done;
    },
    sendQueuedAsText: async (itemId) => {
      const entry = outbox.entry(itemId);
      if (!entry) return fail(failure('notAvailableNow'));
      const shut = closed(entry.taskId);
      if (shut) return fail(shut);
      const content = await asWordsOf({ content: entry.content, origin: entry.origin ?? { templateId: null, name: '', values: {}, edits: {}, hidden: [], asText: '' } });
      return (await outbox.replace(itemId, content, newId())) ? done : fail(failure('notAvailableNow'));
    },
    show,
    showAll: () => {
      const { staged } = store.getState();
      for (const taskId of new Set([...Object.keys(work().current().staged), ...Object.keys(staged)])) show(taskId);
    },
    forget: () => {
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}
