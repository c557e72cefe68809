// The Spanish catalogue, file for file as the English one.
import type { Catalogue } from '../index.ts';
import asText from './asText.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import composer from './composer.json' with { type: 'json' };
import conversation from './conversation.json' with { type: 'json' };
import customer from './customer.json' with { type: 'json' };
import emoji from './emoji.json' with { type: 'json' };
import failures from './failures.json' with { type: 'json' };
import files from './files.json' with { type: 'json' };
import handover from './handover.json' with { type: 'json' };
import inactivity from './inactivity.json' with { type: 'json' };
import menu from './menu.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import notifications from './notifications.json' with { type: 'json' };
import offers from './offers.json' with { type: 'json' };
import palette from './palette.json' with { type: 'json' };
import rich from './rich.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import shortcuts from './shortcuts.json' with { type: 'json' };
import signIn from './signIn.json' with { type: 'json' };
import status from './status.json' with { type: 'json' };
import tasks from './tasks.json' with { type: 'json' };
import templates from './templates.json' with { type: 'json' };
import workflows from './workflows.json' with { type: 'json' };
import wrapUp from './wrapUp.json' with { type: 'json' };

export const es: Catalogue = {
  ...asText,
  ...common,
  ...composer,
  ...conversation,
  ...customer,
  ...emoji,
  ...failures,
  ...files,
  ...handover,
  ...inactivity,
  ...menu,
  ...notices,
  ...notifications,
  ...offers,
  ...palette,
  ...rich,
  ...settings,
  ...shortcuts,
  ...signIn,
  ...status,
  ...tasks,
  ...templates,
  ...workflows,
  ...wrapUp,
};
