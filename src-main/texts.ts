// The texts main says itself (notifications, tray), from the window's catalogues. Loaded after the window: start-up does without them.
import { supportedLocale, type MessageId } from '../src-shared/locales/index.ts';

export type TextOf = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

/** Resolves to the texts by locale; each language is prepared once. */
export async function loadTexts(): Promise<(locale: string) => TextOf> {
  const [{ createIntl }, { messagesFor }] = await Promise.all([import('@formatjs/intl'), import('../src-shared/locales/catalogues.ts')]);
  const prepared = new Map<string, TextOf>();
  return (locale) => {
    const known = prepared.get(locale);
    if (known) return known;
    const intl = createIntl({ locale, messages: messagesFor(supportedLocale(locale)), defaultLocale: 'en' });
    const textOf: TextOf = (id, values) => intl.formatMessage({ id }, values);
    prepared.set(locale, textOf);
    return textOf;
  };
}
