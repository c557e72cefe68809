// Masks a part of one message without a pointer: its text in a field that cannot be changed, where the part is selected with the keys.
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import './mask-part.css';
import { fromFieldOffset } from './text-offsets.ts';

export interface MaskDialogProps {
  /** The message's masked text. */
  readonly words: string;
  /** UTF-16 offsets into `words`. */
  readonly onMask: (start: number, end: number) => void;
  readonly onClose: () => void;
}

export function MaskDialog({ words, onMask, onClose }: MaskDialogProps): ReactElement {
  const text = useText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState(false);

  useEffect(() => {
    const element = field.current;
    // The engine moves no caret in a field that is read-only, so this one is editable and takes no change.
    const refuse = (event: InputEvent): void => { event.preventDefault(); };
    element?.addEventListener('beforeinput', refuse);
    element?.focus();
    element?.setSelectionRange(0, 0);
    return () => { element?.removeEventListener('beforeinput', refuse); };
  }, []);

  const mask = (): void => {
    const element = field.current;
    if (element === null || element.selectionStart === element.selectionEnd) return;
    onMask(fromFieldOffset(words, element.selectionStart), fromFieldOffset(words, element.selectionEnd));
  };
  return (
    <Dialog
      title={text('conversation.mask.title')}
      onClose={onClose}
      footer={(
        <>
          <Button onPress={onClose}>{text('conversation.cancel')}</Button>
          <Button kind="primary" icon="mask" unavailable={chosen ? false : text('conversation.mask.nothing')} onPress={mask}>{text('conversation.mask.do')}</Button>
        </>
      )}
    >
      <div className="dialog-body">
        <label className="label" htmlFor={id}>{text('conversation.mask.words')}</label>
        <textarea
          ref={field}
          id={id}
          className="mask-words"
          dir="auto"
          aria-readonly
          spellCheck={false}
          rows={Math.min(8, Math.max(2, Math.ceil(words.length / 50)))}
          value={words}
          aria-describedby={`${id}-hint`}
          onChange={() => undefined}
          onSelect={({ currentTarget }) => { setChosen(currentTarget.selectionStart < currentTarget.selectionEnd); }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            mask();
          }}
        />
        <p className="hint" id={`${id}-hint`}>{text('conversation.mask.how')}</p>
      </div>
    </Dialog>
  );
}
