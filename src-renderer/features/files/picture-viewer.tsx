// A picture as large as the window: zoom, move, the next and the previous one, save. Everything by keyboard.
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement, WheelEvent } from 'react';
import { useText } from '../../text/index.ts';
import { Button, Dialog, IconButton, LiveRegion } from '../../ui/index.ts';
import type { PictureOf } from './pictures.ts';
import './viewer.css';
import { FIT, MAX_SCALE, move, zoom, type Lie, type Size } from './zoom.ts';

const STEP = 1.25;
/** Pixels of one press of an arrow key. */
const PAN = 60;

export interface PictureViewerProps {
  readonly pictures: readonly PictureOf[];
  readonly start: number;
  readonly addressOf: (picture: PictureOf) => string;
  readonly onSave: (picture: PictureOf) => void;
  readonly onClose: () => void;
}

export default function PictureViewer({ pictures, start, addressOf, onSave, onClose }: PictureViewerProps): ReactElement | null {
  const text = useText();
  const [at, setAt] = useState(start);
  const [lie, setLie] = useState<Lie>(FIT);
  const [spoken, setSpoken] = useState('');
  const stage = useRef<HTMLDivElement>(null);
  const dragged = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const howId = useId();
  // The keys are the stage's.
  useEffect(() => { stage.current?.focus(); }, []);
  const picture = pictures[at];
  if (picture === undefined) return null;
  const name = picture.fileName.text;
  const place = text('files.viewer.place', { place: at + 1, count: pictures.length });

  const size = (): Size => ({ width: stage.current?.clientWidth ?? 0, height: stage.current?.clientHeight ?? 0 });
  const zoomBy = (factor: number, point?: { readonly x: number; readonly y: number }): void => { setLie((before) => zoom(before, factor, size(), point)); };
  const go = (step: number): void => {
    const next = pictures[at + step];
    if (next === undefined) {
      setSpoken(text(step < 0 ? 'files.viewer.first' : 'files.viewer.last'));
      return;
    }
    setAt(at + step);
    setLie(FIT);
    setSpoken(`${text('files.picture', { name: next.fileName.text })}, ${text('files.viewer.place', { place: at + step + 1, count: pictures.length })}`);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Where the next picture is follows the direction of reading.
    const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
    const pan = (dx: number, dy: number): void => { setLie((before) => move(before, dx, dy, size())); };
    const zoomed = lie.scale > 1;
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => { zoomBy(STEP); }, '=': () => { zoomBy(STEP); }, '-': () => { zoomBy(1 / STEP); }, '0': () => { setLie(FIT); },
      ArrowLeft: () => { if (zoomed) pan(PAN, 0); else go(-forward); },
      ArrowRight: () => { if (zoomed) pan(-PAN, 0); else go(forward); },
      ArrowUp: () => { if (zoomed) pan(0, PAN); },
      ArrowDown: () => { if (zoomed) pan(0, -PAN); },
      PageUp: () => { go(-1); }, PageDown: () => { go(1); },
    };
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  const fromMiddle = (event: { readonly clientX: number; readonly clientY: number }): { readonly x: number; readonly y: number } => {
    const box = stage.current?.getBoundingClientRect();
    return box ? { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 } : { x: 0, y: 0 };
  };
  const onWheel = (event: WheelEvent): void => { zoomBy(STEP ** (-event.deltaY / 100), fromMiddle(event)); };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const from = dragged.current;
    if (from === null) return;
    dragged.current = { x: event.clientX, y: event.clientY };
    setLie((before) => move(before, event.clientX - from.x, event.clientY - from.y, size()));
  };
  const onPointerUp = (): void => { dragged.current = null; };
  // The picture answers keys and the pointer itself, as a map does.
  const keysAndPointer = {
    role: 'application', tabIndex: 0, onKeyDown, onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onWheel,
    onDoubleClick: () => { setLie((before) => (before.scale > 1 ? FIT : zoom(before, 2, size()))); },
  } as const;

  return (
    <Dialog
      title={name}
      subtitle={place}
      size="full"
      onClose={onClose}
      footer={(
        <>
          <div className="viewer-steps">
            <IconButton icon="left" label={text('files.viewer.previous')} unavailable={at === 0 && text('files.viewer.first')} onPress={() => { go(-1); }} />
            <IconButton icon="right" label={text('files.viewer.next')} unavailable={at === pictures.length - 1 && text('files.viewer.last')} onPress={() => { go(1); }} />
          </div>
          <div className="viewer-steps">
            <IconButton icon="zoomOut" label={text('files.viewer.zoomOut')} unavailable={lie.scale <= 1} onPress={() => { zoomBy(1 / STEP); }} />
            <span className="viewer-scale">{text('files.viewer.scale', { zoom: lie.scale })}</span>
            <IconButton icon="zoomIn" label={text('files.viewer.zoomIn')} unavailable={lie.scale >= MAX_SCALE} onPress={() => { zoomBy(STEP); }} />
            <Button kind="link" onPress={() => { setLie(FIT); }}>{text('files.viewer.fit')}</Button>
          </div>
          {picture.received && <Button icon="download" onPress={() => { onSave(picture); }}>{text('files.viewer.save')}</Button>}
        </>
      )}
    >
      <div ref={stage} className={`viewer-stage${lie.scale > 1 ? ' viewer-zoomed' : ''}`} {...keysAndPointer} aria-label={text('files.viewer.stage', { name, zoom: lie.scale })} aria-describedby={howId}>
        <img key={`${picture.itemId}/${String(picture.index)}`} src={addressOf(picture)} alt="" draggable={false} style={{ transform: `translate(${String(lie.x)}px, ${String(lie.y)}px) scale(${String(lie.scale)})` }} />
      </div>
      <p id={howId} hidden>{text('files.viewer.how')}</p>
      <LiveRegion text={spoken} />
    </Dialog>
  );
}
