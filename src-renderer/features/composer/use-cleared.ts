// Remembers a text that was cleared away at one go, until something new is written: the way back after the box's own undo is gone.
import { useRef, useState } from 'react';

/** Shorter ones are typed again sooner than a button is found. */
const WORTH_KEEPING = 12;

export interface Cleared {
  /** What was cleared, while the box is still empty. */
  readonly text: string | null;
  readonly changed: (value: string) => void;
  /** The box is empty because its text was sent. */
  readonly sent: () => void;
}

export function useCleared(draft: string): Cleared {
  const [text, setText] = useState<string | null>(null);
  const before = useRef(draft);
  return {
    text,
    changed: (value) => {
      setText(value === '' && before.current.trim().length >= WORTH_KEEPING ? before.current : null);
      before.current = value;
    },
    sent: () => {
      setText(null);
      before.current = '';
    },
  };
}
