// Red lines under misspelled words: Chromium takes the text of a marked box apart and draws, main looks the words up.
import { ipcRenderer, webFrame } from 'electron';
import { MAX_WORDS, wordsToCheck } from '../src-shared/domain/spelling.ts';
import { channels } from '../src-shared/ipc/bridge.ts';

/** Of a text box, what is needed here; this room has no DOM. */
interface TextBox {
  readonly value?: unknown;
  readonly getAttribute: (name: string) => string | null;
  spellcheck: boolean;
}
declare const document: {
  readonly activeElement: TextBox | null;
  readonly querySelectorAll: (selector: string) => Iterable<TextBox>;
  readonly addEventListener: (type: 'input' | 'focusin', listener: (event: { readonly target: unknown }) => void, capture: true) => void;
};

/** Words whose answer is kept; an agent's own vocabulary is far smaller. */
const MOST_KNOWN = 20_000;

/** The engine's search for words never ends in a text with blanks at both ends (Electron 33), and the window stands still with it. */
const STOPS_THE_ENGINE = /^\s[^]*\s$/;

/** Such a text is not checked until it is written on. */
function keepFromStopping(): void {
  const off = new WeakSet<object>();
  const look = ({ target }: { readonly target: unknown }): void => {
    const box = target as TextBox;
    if (typeof box.value !== 'string' || (box.getAttribute('spellcheck') !== 'true' && !off.has(box))) return;
    const stops = STOPS_THE_ENGINE.test(box.value);
    if (stops) off.add(box);
    else off.delete(box);
    box.spellcheck = !stops;
  };
  document.addEventListener('input', look, true);
  document.addEventListener('focusin', look, true);
}

/** Chromium asks for all words of a box at once, again and again while it is typed in; each goes to main once. */
export function checkSpelling(): void {
  keepFromStopping();
  let known = new Map<string, boolean>();

  const lookUp = async (words: readonly string[]): Promise<readonly string[]> => {
    // What is under way when the answers change is kept in the old list, which nobody looks at any more.
    const list = known;
    const asked = words.filter((word) => !list.has(word));
    for (let start = 0; start < asked.length; start += MAX_WORDS) {
      const some = asked.slice(start, start + MAX_WORDS);
      const wrong = new Set((await ipcRenderer.invoke(channels.spelling, some)) as readonly string[]);
      if (list.size > MOST_KNOWN) list.clear();
      for (const word of some) list.set(word, wrong.has(word));
    }
    return words.filter((word) => list.get(word) === true);
  };

  // Only the box that is written in, and only where the page says that it is checked.
  const textOfBox = (): string => {
    const box = document.activeElement;
    return box?.getAttribute('spellcheck') === 'true' && typeof box.value === 'string' ? box.value : '';
  };

  // The language decides what a letter is, and all of ours are written in Latin ones.
  webFrame.setSpellCheckProvider('en-GB', {
    spellCheck: (words, draw) => {
      lookUp(wordsToCheck(words, textOfBox())).then((wrong) => { draw([...wrong]); }, () => { draw([]); });
    },
  });

  ipcRenderer.on(channels.spellingChanged, () => {
    known = new Map();
    // Off and on again: the lines go, and the text is looked at anew.
    for (const box of document.querySelectorAll('[spellcheck="true"]')) {
      box.spellcheck = false;
      box.spellcheck = true;
    }
  });
}
