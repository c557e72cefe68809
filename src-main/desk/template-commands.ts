// The commands of templates, cards beside drafts, and cards that wait in the outbox.
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok } from '../../src-shared/domain/result.ts';
import type { CommandHandlers } from './command-handlers.ts';
import type { Library } from './library.ts';
import type { OutboxRoom } from './outbox.ts';
import type { DeskParts } from './parts.ts';
import { isByHand } from './outgoing-files.ts';
import type { Staging } from './staging.ts';
import type { DeskStore } from './store.ts';
import type { WorkKeeper } from './work.ts';

export interface TemplateCommandParts {
  readonly store: DeskStore;
  readonly outbox: OutboxRoom;
  readonly library: Library;
  readonly staging: Staging;
  readonly work: () => WorkKeeper;
  readonly cardPicture: DeskParts['cardPicture'];
}

type Handled = 'template.load' | 'template.favourite' | 'template.used' | 'template.prepare' | 'template.picture' | 'conversation.stage' | 'conversation.stageLink' | 'conversation.unstage'
  | 'conversation.sendStaged' | 'conversation.sendStagedAsText' | 'conversation.takeBack' | 'conversation.discard' | 'conversation.sendAsText';

export function templateCommands({ store, outbox, library, staging, work, cardPicture }: TemplateCommandParts): Pick<CommandHandlers, Handled> {
  const done = ok(null);
  return {
    'template.load': async () => {
      const answer = await library.load();
      // A card may have been made of a template that is not to be used any more.
      staging.showAll();
      return answer;
    },
    'template.favourite': ({ templateId, favourite }) => {
      library.favour(templateId, favourite);
      return done;
    },
    'template.used': ({ templateId }) => {
      library.used(templateId);
      return done;
    },
    'template.picture': ({ bytes }) => {
      const fit = cardPicture?.(bytes) ?? null;
      return fit === null ? fail(failure('pictureUnusable')) : ok(fit);
    },
    'template.prepare': (chosen) => staging.prepare(chosen),
    'conversation.stage': ({ asText = false, ...chosen }) => staging.stage(chosen, asText),
    'conversation.stageLink': (link) => staging.stageLink(link),
    'conversation.unstage': async ({ taskId }) => {
      if (!(taskId in store.getState().tasks)) return fail(failure('taskGone'));
      await staging.unstage(taskId);
      return done;
    },
    'conversation.sendStaged': ({ taskId, confirmed = false }) => staging.send(taskId, confirmed, false),
    'conversation.sendStagedAsText': ({ taskId, confirmed = false }) => staging.send(taskId, confirmed, true),
    'conversation.takeBack': async ({ taskId, itemId }) => {
      const entry = outbox.entry(itemId);
      const isCard = entry !== undefined && !isByHand(entry);
      // What waits beside the compose box already is not thrown out for it.
      if (isCard && taskId in work().current().staged) return fail(failure('cardWaiting'));
      const back = await outbox.takeBack(itemId);
      if (back?.staged === true) staging.show(taskId);
      return back === null ? fail(failure('notAvailableNow')) : ok(back);
    },
    'conversation.discard': async ({ itemId }) => ((await outbox.discard(itemId)) ? done : fail(failure('notAvailableNow'))),
    'conversation.sendAsText': ({ itemId }) => staging.sendQueuedAsText(itemId),
  };
}
