// Spelling put together: the dictionaries of the settings, the agent's own words, the menu of text boxes.
import { Menu, type BrowserWindow } from 'electron';
import type { Clock } from '../src-shared/domain/clock.ts';
import { isOwn, isOwnWord, languagesInUse } from '../src-shared/domain/spelling.ts';
import type { Desk } from './desk/desk.ts';
import { selectLocale } from './desk/selectors.ts';
import { textMenu, wordPointedAt } from './shell/text-menu.ts';
import { createSpelling, type SpellingParts } from './spelling/spelling.ts';
import { loadTexts } from './texts.ts';

export interface SpellingCareParts extends SpellingParts {
  readonly desk: Desk;
  readonly window: BrowserWindow;
  readonly clock: Clock;
}

/** A menu waits no longer for what may have been meant (ms). Nearly all words are answered in a tenth of it. */
const LONGEST_WAIT = 1_000;

export interface SpellingCare {
  /** Those of `words` that no dictionary in use has, and that are not the agent's own. */
  readonly misspelled: (words: readonly string[]) => Promise<readonly string[]>;
}

export function createSpellingCare({ desk, window, clock, ...parts }: SpellingCareParts): SpellingCare {
  const spelling = createSpelling(parts);
  const state = (): { readonly languages: ReturnType<typeof languagesInUse>; readonly ownWords: readonly string[] } => {
    const now = desk.state();
    return { languages: languagesInUse(now.settings, selectLocale(now)), ownWords: now.settings.ownWords };
  };
  let { languages, ownWords } = state();
  spelling.use(languages);
  desk.subscribe(() => {
    const next = state();
    if (next.ownWords === ownWords && next.languages.join() === languages.join()) return;
    ({ languages, ownWords } = next);
    spelling.use(languages);
  });

  const misspelled: SpellingCare['misspelled'] = (words) => {
    const own = new Set(ownWords);
    return spelling.misspelled(words.filter((word) => !isOwn(own, word)));
  };
  /** What may have been meant by a word that is misspelled; null = it is not. */
  const suggestions = async (word: string): Promise<readonly string[] | null> => {
    if (word === '' || (await misspelled([word])).length === 0) return null;
    const late = new Promise<readonly string[]>((resolve) => { clock.setTimer(LONGEST_WAIT, () => { resolve([]); }); });
    return Promise.race([spelling.suggest(word), late]);
  };
  let texts: ReturnType<typeof loadTexts> | null = null;
  window.webContents.on('context-menu', (_event, pointed) => {
    texts ??= loadTexts();
    const word = wordPointedAt(pointed);
    void Promise.all([texts, suggestions(word)]).then(([textsIn, meant]) => {
      if (window.isDestroyed()) return;
      const template = textMenu(pointed, meant, {
        text: textsIn(selectLocale(desk.state())),
        replace: (chosen) => { window.webContents.replace(chosen); },
        addWord: isOwnWord(word) ? () => { void desk.command('spelling.addWord', { word }); } : null,
      });
      if (template.length === 0) return;
      // By keyboard it opens where the cursor is, and by mouse where that is.
      const at = pointed.menuSourceType === 'keyboard' ? { x: pointed.x, y: pointed.y } : {};
      Menu.buildFromTemplate(template).popup({ window, ...at });
    });
  });

  return { misspelled };
}
