// "Mask this", beside text that the agent has selected inside one message. It stands behind the transcript in the order of the keyboard.
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/index.ts';
import './mask-part.css';
import { selectedPart } from './selected-part.ts';
import type { SelectedPart } from './selected-part.ts';

/** Room the button takes above the selection (px), a little space included. */
const HEIGHT = 36;

interface Offered {
  readonly part: SelectedPart;
  /** Where the button stands: the middle of the selection, from the left and the top of the transcript. */
  readonly left: number;
  readonly top: number;
}

export interface MaskSelectionProps {
  readonly log: RefObject<HTMLElement | null>;
  readonly onMask: (part: SelectedPart) => Promise<boolean>;
}

export function MaskSelection({ log, onMask }: MaskSelectionProps): ReactElement | null {
  const text = useText();
  const [offered, setOffered] = useState<Offered | null>(null);
  const look = useEffectEvent(() => { setOffered((before) => same(before, log.current === null ? null : offerFor(log.current))); });

  useEffect(() => {
    let pressed = false;
    // While the pointer draws the selection nothing jumps about under it.
    const onDown = (event: PointerEvent): void => { pressed = log.current?.contains(event.target as Node) === true; };
    const onUp = (): void => {
      pressed = false;
      look();
    };
    const onChange = (): void => { if (!pressed) look(); };
    const passive = { capture: true, passive: true } as const;
    document.addEventListener('pointerdown', onDown, passive);
    document.addEventListener('pointerup', onUp, passive);
    document.addEventListener('selectionchange', onChange);
    document.addEventListener('scroll', onChange, passive);
    return () => {
      document.removeEventListener('pointerdown', onDown, passive);
      document.removeEventListener('pointerup', onUp, passive);
      document.removeEventListener('selectionchange', onChange);
      document.removeEventListener('scroll', onChange, passive);
    };
  }, [log]);

  if (offered === null) return null;
  const mask = async (): Promise<void> => {
    if (!(await onMask(offered.part))) return;
    document.getSelection()?.removeAllRanges();
    log.current?.focus();
  };
  return (
    // The press of a pointer would take the selection away before it counts.
    <div className="mask-offer" role="presentation" style={{ left: offered.left, top: offered.top }} onMouseDown={(event) => { event.preventDefault(); }}>
      <Button size="s" icon="mask" onPress={() => { void mask(); }}>{text('conversation.mask.selection')}</Button>
    </div>
  );
}

function offerFor(log: HTMLElement): Offered | null {
  const selection = document.getSelection();
  const part = selectedPart(log, selection);
  if (part === null || selection === null) return null;
  const frame = log.getBoundingClientRect();
  const { left, right, top, bottom } = selection.getRangeAt(0).getBoundingClientRect();
  if (bottom < frame.top || top > frame.bottom) return null;
  const above = top - frame.top - HEIGHT;
  const below = Math.min(bottom - frame.top + 4, frame.height - HEIGHT);
  return { part, left: (left + right) / 2 - frame.left, top: above >= 0 ? above : below };
}

/** Keeps the object when nothing changed, so that nothing is drawn again. */
function same(before: Offered | null, now: Offered | null): Offered | null {
  if (before === null || now === null) return now;
  const unchanged = before.left === now.left && before.top === now.top
    && before.part.itemId === now.part.itemId && before.part.start === now.part.start && before.part.end === now.part.end;
  return unchanged ? before : now;
}
