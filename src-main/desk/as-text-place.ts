// Where "send as text" takes its sentences and clock from: the template's language, this computer's zone.
import type { AsTextPlace } from '../../src-shared/domain/as-text.ts';
import { supportedLocale } from '../../src-shared/locales/index.ts';

/** Catalogues are loaded when they are first needed: start-up does without them. */
export async function asTextPlace(language: string): Promise<AsTextPlace> {
  const { messagesFor } = await import('../../src-shared/locales/catalogues.ts');
  const locale = supportedLocale(language);
  const texts = messagesFor(locale);
  return {
    words: { chooseOne: texts['asText.chooseOne'], chooseSeveral: texts['asText.chooseSeveral'], answerEach: texts['asText.answerEach'] },
    locale, zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
