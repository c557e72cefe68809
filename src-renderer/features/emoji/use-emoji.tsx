// What emoji add to the compose box: a button with the picker, and a list of answers while a `:name` is typed.
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, TextareaHTMLAttributes } from 'react';
import { supportedLocale } from '../../../src-shared/locales/index.ts';
import { useCommand, useDeskReader } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { IconButton } from '../../ui/index.ts';
import { askedBefore, findEmoji } from './completion.ts';
import { CompletionList, optionId } from './completion-list.tsx';
import type { EmojiEntry } from './emoji-set.ts';
import { inTone, loadEmoji } from './emoji-set.ts';
import './emoji.css';

/** The picker, its data and its library are fetched when it is opened first. */
const EmojiPicker = lazy(async () => ({ default: (await import('./emoji-picker.tsx')).EmojiPicker }));

export interface EmojiBox {
  /** Puts text in the place of a part of the box and the cursor behind it, so that the box's own undo takes it back. */
  readonly replace: (start: number, end: number, text: string) => void;
  readonly selection: () => { readonly start: number; readonly end: number; readonly value: string } | null;
  readonly focus: () => void;
  /** Says something to a screen reader. */
  readonly say: (text: string) => void;
}

interface Completion {
  readonly start: number;
  readonly query: string;
  readonly found: readonly EmojiEntry[];
  readonly active: number;
}

export interface EmojiParts {
  readonly button: ReactElement;
  /** Above the box: the picker, or the answers to a `:name`. */
  readonly overlay: ReactElement | null;
  /** Attributes of the box. */
  readonly attributes: TextareaHTMLAttributes<HTMLTextAreaElement>;
  /** The text changed. */
  readonly moved: () => void;
  /** true = the key was for the answers. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

export function useEmoji({ replace, selection, focus, say }: EmojiBox): EmojiParts {
  const text = useText();
  const command = useCommand();
  const readDesk = useDeskReader();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [completion, setCompletion] = useState<Completion | null>(null);
  /** The word that Escape was pressed at: it is left alone from then on. */
  const dismissed = useRef<number | null>(null);
  /** An input method has the keys: what stands in the box is not final. */
  const composing = useRef(false);

  const used = (emoji: string): void => { void command('emoji.used', { emoji }); };
  const take = (entry: EmojiEntry, start: number): void => {
    const at = selection();
    if (at === null) return;
    const emoji = inTone(entry, readDesk().settings.emoji.tone);
    setCompletion(null);
    replace(start, at.end, emoji);
    used(emoji);
  };

  const look = (all: readonly EmojiEntry[]): void => {
    const at = selection();
    const asked = at !== null && at.start === at.end ? askedBefore(at.value.slice(0, at.start)) : null;
    if (asked === null || asked.start === dismissed.current) {
      if (asked === null) dismissed.current = null;
      setCompletion(null);
      return;
    }
    const found = findEmoji(all, asked);
    const [only] = found;
    if (asked.closed && only !== undefined) {
      take(only, asked.start);
      return;
    }
    if (asked.query === completion?.query && asked.start === completion.start) return;
    setCompletion(asked.closed || only === undefined ? null : { start: asked.start, query: asked.query, found, active: 0 });
    if (only !== undefined && completion?.found.length !== found.length) say(text('emoji.found', { count: found.length }));
  };
  const latest = useRef(look);
  useEffect(() => { latest.current = look; });
  const moved = (): void => {
    const at = selection();
    const asks = !composing.current && at !== null && at.start === at.end && askedBefore(at.value.slice(0, at.start)) !== null;
    if (!asks) {
      if (completion !== null) setCompletion(null);
      if (!composing.current) dismissed.current = null;
      return;
    }
    const { locale, platform } = readDesk().app;
    // Without its data there is no list; the text stays as it is typed.
    void loadEmoji(supportedLocale(locale), platform).then((all) => { latest.current(all); }, () => undefined);
  };

  const onKey = (event: KeyboardEvent): boolean => {
    if (completion === null || composing.current || event.ctrlKey || event.metaKey || event.altKey) return false;
    const { found, active, start } = completion;
    const step = (by: number): void => { setCompletion({ ...completion, active: (active + by + found.length) % found.length }); };
    const chosen = found[active];
    switch (event.key) {
      case 'ArrowDown': step(1); break;
      case 'ArrowUp': step(-1); break;
      case 'Escape':
        dismissed.current = start;
        setCompletion(null);
        break;
      case 'Enter':
      case 'Tab':
        if (event.shiftKey || chosen === undefined) return false;
        take(chosen, start);
        break;
      default: return false;
    }
    event.preventDefault();
    return true;
  };

  const close = (): void => {
    setOpen(false);
    focus();
  };
  const pick = (emoji: string): void => {
    setOpen(false);
    const at = selection();
    if (at !== null) replace(at.start, at.end, emoji);
    used(emoji);
  };

  return {
    moved, onKey,
    button: <IconButton icon="emoji" label={text('emoji.pick')} expanded={open} onPress={() => { setOpen(!open); }} />,
    overlay: open
      ? <Suspense><EmojiPicker onPick={pick} onClose={close} onLeave={() => { setOpen(false); }} /></Suspense>
      : completion && <CompletionList id={listId} entries={completion.found} active={completion.active} onTake={(entry) => { take(entry, completion.start); }} />,
    attributes: {
      onSelect: moved,
      onCompositionStart: () => { composing.current = true; },
      onCompositionEnd: () => {
        composing.current = false;
        moved();
      },
      ...(completion !== null && { 'aria-autocomplete': 'list', 'aria-controls': listId, 'aria-activedescendant': optionId(listId, completion.active) }),
    },
  };
}
