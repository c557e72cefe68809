// The library of templates: read from the contact centre, screened by policy, with this agent's habits.
import type { Policy } from '../../src-shared/domain/policy.ts';
import { neededCapability } from '../../src-shared/domain/capabilities.ts';
import { outboundTexts } from '../../src-shared/domain/outbound.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import { noHabits, type Template, type TemplateEntry, type TemplateHabits, type WithdrawnBy } from '../../src-shared/domain/template.ts';
import type { ContactCentre } from '../centre/contact-centre.ts';
import type { DeskParts } from './parts.ts';
import { templatesSlice } from './slices/templates.ts';
import type { DeskStore } from './store.ts';

export interface LibraryParts {
  readonly store: DeskStore;
  readonly centre: ContactCentre;
  readonly now: () => number;
  readonly kept: DeskParts['templates'];
}

export interface Library {
  readonly load: () => Promise<Result<null>>;
  /** The template with what keeps it from being used; undefined = not in the library. */
  readonly template: (templateId: string) => Template | undefined;
  readonly favour: (templateId: string, favourite: boolean) => void;
  readonly used: (templateId: string) => void;
  /** The policy changed: what it forbids is withdrawn. */
  readonly screen: () => void;
  readonly forget: () => void;
}

/** UTF-16 units of an entry's words: enough to find it by, and 1,000 entries stay small. */
const MAX_WORDS = 400;
/** Templates whose use is remembered; the oldest goes first. */
const MAX_REMEMBERED = 500;

export function createLibrary({ store, centre, now, kept }: LibraryParts): Library {
  let byId = new Map<string, Template>();
  /** As read, to be screened again under another policy. */
  let asRead: readonly Template[] = [];

  const screened = (templates: readonly Template[]): readonly TemplateEntry[] => {
    const { attachments } = store.getState().policy;
    const all = templates.map((template) => ({ ...template, withdrawn: withdrawnBy(template, attachments) }));
    byId = new Map(all.map((template) => [template.id, template]));
    return all.map(entryOf);
  };

  const keepHabits = (change: (before: TemplateHabits) => TemplateHabits): void => {
    const after = change(store.getState().templates.habits);
    store.dispatch(templatesSlice.actions.habitsChanged(after));
    kept?.save(after);
  };

  /** Requests at the same time share one answer; a number tells one that was asked before the library was forgotten. */
  let running: Promise<Result<null>> | null = null;
  let time = 0;
  const read = async (): Promise<Result<null>> => {
    const asked = time;
    store.dispatch(templatesSlice.actions.asked());
    const answer = await centre.templates();
    if (asked !== time) return answer.ok ? ok(null) : answer;
    if (!answer.ok) {
      store.dispatch(templatesSlice.actions.failed(answer.failure));
      return answer;
    }
    asRead = answer.value;
    store.dispatch(templatesSlice.actions.answered({ list: screened(asRead), at: now() }));
    return ok(null);
  };

  store.dispatch(templatesSlice.actions.habitsChanged(kept?.habits ?? noHabits));

  return {
    load: () => {
      if (running) return running;
      const started = read().finally(() => { if (running === started) running = null; });
      running = started;
      return started;
    },
    template: (templateId) => byId.get(templateId),
    favour: (templateId, favourite) => {
      keepHabits((before) => ({ ...before, favourites: [...before.favourites.filter((one) => one !== templateId), ...(favourite ? [templateId] : [])] }));
    },
    used: (templateId) => {
      keepHabits((before) => {
        const used = { ...before.used, [templateId]: { uses: (before.used[templateId]?.uses ?? 0) + 1, lastUsedAt: now() } };
        const recent = Object.entries(used).sort(([, a], [, b]) => b.lastUsedAt - a.lastUsedAt).slice(0, MAX_REMEMBERED);
        return { ...before, used: Object.fromEntries(recent) };
      });
    },
    screen: () => {
      if (asRead.length > 0) store.dispatch(templatesSlice.actions.screened(screened(asRead)));
    },
    forget: () => {
      time += 1;
      running = null;
      asRead = [];
      byId = new Map();
    },
  };
}

function withdrawnBy({ withdrawn, content }: Template, { allowed, maxCount, maxSize, mimeTypes }: Policy['attachments']): WithdrawnBy | null {
  if (withdrawn !== null || content.kind !== 'attachments') return withdrawn;
  const { attachments } = content;
  const fits = allowed && attachments.length <= maxCount && attachments.every((file) => (file.size ?? 0) <= maxSize && (mimeTypes.length === 0 || mimeTypes.includes(file.mimeType)));
  return fits ? null : 'policy';
}

const entryOf = ({ id, name, category, language, shortcut, kind, content, variables, withdrawn }: Template): TemplateEntry => ({
  id, name, category, language, shortcut, kind, needs: neededCapability[kind], words: outboundTexts(content).join(' ').slice(0, MAX_WORDS), variables, withdrawn,
});
