// Red lines under misspelled words of a text box: the same text, unseen, over the box, with nothing of it drawn but the lines.
// The engine draws lines too, but the way to give it words hangs or crashes in several of its releases (docs/spelling.md).
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactElement, RefObject } from 'react';
import { wordsIn } from '../../../src-shared/domain/spelling.ts';
import { useCommand, useDesk, useSpellCheck } from '../../desk/index.ts';
import { follow, layOver, watchPlace } from './lay-over.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { marksOf, piecesOf, unknownWords } from './marks.ts';
import { watchBox, type Written } from './watch-box.ts';
import './spelling-lines.css';

type Box = RefObject<HTMLTextAreaElement | null>;

/** Lies over the box, which stands beside it in an element of the class `spelled`. */
export function SpellingLines({ box }: { readonly box: Box }): ReactElement | null {
  const checked = useSpellCheck();
  const languages = useDesk(({ settings }) => settings.spellingLanguages);
  const ownWords = useDesk(({ settings }) => settings.ownWords);
  const locale = useDesk(({ app }) => app.locale);
  const names = useDesk(({ agent, open, tasks }) => `${agent?.name ?? ''} ${open === null ? '' : (tasks[open.taskId]?.customerName.text ?? '')}`);
  // With other dictionaries or other words of one's own nothing that was answered holds any more.
  const dictionaries = useMemo(() => [languages, ownWords, locale, names].join('|'), [languages, ownWords, locale, names]);
  return checked ? <Watched key={dictionaries} box={box} names={names} /> : null;
}

function Watched({ box, names }: { readonly box: Box; readonly names: string }): ReactElement {
  const command = useCommand();
  const [watch] = useState(() => watchBox(box));
  const [lookup] = useState(() => createLookup(async (words) => {
    const answer = await command('spelling.misspelled', { words });
    return answer.ok ? answer.value.words : null;
  }, wordsIn(names).map(({ word }) => word)));
  const [answered, setAnswered] = useState(0);
  const written = useSyncExternalStore(watch.subscribe, watch.read);

  useEffect(() => {
    const unknown = unknownWords(written, lookup.isWrong);
    if (unknown.length > 0) void lookup.ask(unknown).then(() => { setAnswered((before) => before + 1); });
  }, [written, lookup]);

  return <Lines box={box} written={written} lookup={lookup} answered={answered} onLines={watch.lines} />;
}

interface LinesProps {
  readonly box: Box;
  readonly written: Written;
  readonly lookup: Lookup;
  /** Grows when the lookup knows more. */
  readonly answered: number;
  readonly onLines: (drawn: boolean) => void;
}

const Lines = memo(function Lines({ box, written, lookup, onLines }: LinesProps): ReactElement {
  const over = useRef<HTMLDivElement>(null);
  const marks = marksOf(written, lookup.isWrong);

  useLayoutEffect(() => {
    onLines(marks.length > 0);
    if (marks.length > 0 && box.current !== null && over.current !== null) layOver(box.current, over.current);
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    return watchPlace(element, {
      resized: () => { if (over.current !== null) layOver(element, over.current); },
      scrolled: () => { if (over.current !== null) follow(element, over.current); },
    });
  }, [box]);
  // The menu is about the marked word the cursor is in: it is selected, as the engine's own checker does.
  useEffect(() => {
    const element = box.current;
    const select = (): void => {
      if (element === null || element.selectionStart !== element.selectionEnd) return;
      const at = element.selectionStart;
      const mark = marks.find(({ start, end }) => start <= at && at <= end);
      if (mark !== undefined) element.setSelectionRange(mark.start, mark.end);
    };
    element?.addEventListener('contextmenu', select);
    return () => { element?.removeEventListener('contextmenu', select); };
  });

  return (
    <div ref={over} className="spelling-lines" aria-hidden dir="auto">
      <div>{piecesOf(written.text, marks).map(({ text, wrong }, index) => (wrong ? <mark key={index}>{text}</mark> : text))}</div>
    </div>
  );
});
