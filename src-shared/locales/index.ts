// The languages there are, and what a catalogue is: one flat table of ICU texts. A new file of texts goes into every language's own index.ts.
import type { en } from './en/index.ts';

/** The id of a text: `area.key`. English has them all; the other languages have the same. */
export type MessageId = keyof typeof en;
export type Catalogue = Readonly<Record<MessageId, string>>;

/** In the order a choice of language shows them, each with its own name for itself. */
export const languages: readonly { readonly id: 'en' | 'nl' | 'de' | 'fr' | 'es' | 'ar'; readonly name: string; readonly direction: 'ltr' | 'rtl' }[] = [
  { id: 'en', name: 'English', direction: 'ltr' },
  { id: 'nl', name: 'Nederlands', direction: 'ltr' },
  { id: 'de', name: 'Deutsch', direction: 'ltr' },
  { id: 'fr', name: 'Français', direction: 'ltr' },
  { id: 'es', name: 'Español', direction: 'ltr' },
  { id: 'ar', name: 'العربية', direction: 'rtl' },
];

export type Language = (typeof languages)[number]['id'];

/** The language of a BCP 47 locale such as `nl-BE`; English where there is no catalogue. */
export function supportedLocale(locale: string): Language {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0];
  return languages.find((known) => known.id === language)?.id ?? 'en';
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => languages.find((known) => known.id === language)?.direction ?? 'ltr';
