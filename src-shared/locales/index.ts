// The texts for people: one flat ICU catalogue per language, merged from one file per area of the product.
import enCommon from './en/common.json' with { type: 'json' };
import enComposer from './en/composer.json' with { type: 'json' };
import enConversation from './en/conversation.json' with { type: 'json' };
import enCustomer from './en/customer.json' with { type: 'json' };
import enFailures from './en/failures.json' with { type: 'json' };
import enHandover from './en/handover.json' with { type: 'json' };
import enInactivity from './en/inactivity.json' with { type: 'json' };
import enNotices from './en/notices.json' with { type: 'json' };
import enNotifications from './en/notifications.json' with { type: 'json' };
import enOffers from './en/offers.json' with { type: 'json' };
import enRich from './en/rich.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enSignIn from './en/signIn.json' with { type: 'json' };
import enStatus from './en/status.json' with { type: 'json' };
import enTasks from './en/tasks.json' with { type: 'json' };
import enWorkflows from './en/workflows.json' with { type: 'json' };
import enWrapUp from './en/wrapUp.json' with { type: 'json' };
import nlCommon from './nl/common.json' with { type: 'json' };
import nlComposer from './nl/composer.json' with { type: 'json' };
import nlConversation from './nl/conversation.json' with { type: 'json' };
import nlCustomer from './nl/customer.json' with { type: 'json' };
import nlFailures from './nl/failures.json' with { type: 'json' };
import nlHandover from './nl/handover.json' with { type: 'json' };
import nlInactivity from './nl/inactivity.json' with { type: 'json' };
import nlNotices from './nl/notices.json' with { type: 'json' };
import nlNotifications from './nl/notifications.json' with { type: 'json' };
import nlOffers from './nl/offers.json' with { type: 'json' };
import nlRich from './nl/rich.json' with { type: 'json' };
import nlSettings from './nl/settings.json' with { type: 'json' };
import nlSignIn from './nl/signIn.json' with { type: 'json' };
import nlStatus from './nl/status.json' with { type: 'json' };
import nlTasks from './nl/tasks.json' with { type: 'json' };
import nlWorkflows from './nl/workflows.json' with { type: 'json' };
import nlWrapUp from './nl/wrapUp.json' with { type: 'json' };

const en = {
  ...enCommon, ...enComposer, ...enConversation, ...enCustomer, ...enFailures, ...enHandover, ...enInactivity, ...enNotices, ...enNotifications, ...enOffers,
  ...enRich, ...enSettings, ...enSignIn, ...enStatus, ...enTasks, ...enWorkflows, ...enWrapUp,
};

/** The id of a text: `area.key`. English has them all; the other languages have the same. */
export type MessageId = keyof typeof en;
export type Catalogue = Readonly<Record<MessageId, string>>;

const nl: Catalogue = {
  ...nlCommon, ...nlComposer, ...nlConversation, ...nlCustomer, ...nlFailures, ...nlHandover, ...nlInactivity, ...nlNotices, ...nlNotifications, ...nlOffers,
  ...nlRich, ...nlSettings, ...nlSignIn, ...nlStatus, ...nlTasks, ...nlWorkflows, ...nlWrapUp,
};

const catalogues = { en, nl } as const;
export type Language = keyof typeof catalogues;

/** In the order a choice of language shows them, each with its own name for itself. */
export const languages: readonly { readonly id: Language; readonly name: string; readonly direction: 'ltr' | 'rtl' }[] = [
  { id: 'en', name: 'English', direction: 'ltr' },
  { id: 'nl', name: 'Nederlands', direction: 'ltr' },
];

/** The language of a BCP 47 locale such as `nl-BE`; English where there is no catalogue. */
export function supportedLocale(locale: string): Language {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0];
  return languages.find((known) => known.id === language)?.id ?? 'en';
}

export const messagesFor = (language: Language): Catalogue => catalogues[language];

export const directionOf = (language: Language): 'ltr' | 'rtl' => languages.find((known) => known.id === language)?.direction ?? 'ltr';
