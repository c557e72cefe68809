// The words an agent has added, to be taken away again. The focus goes on to the next one.
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button, Dialog, IconButton } from '../../ui/index.ts';

export function OwnWordsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const words = useDesk((view) => view.settings.ownWords);
  const list = useRef<HTMLUListElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  /** The place in the list of the word that was taken away last. */
  const removedAt = useRef<number | null>(null);
  useEffect(() => {
    if (removedAt.current === null) return;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    (buttons[Math.min(removedAt.current, buttons.length - 1)] ?? close.current)?.focus();
    removedAt.current = null;
  }, [words]);
  return (
    <Dialog title={text('settings.spelling.own')} onClose={onClose} footer={<Button ref={close} kind="primary" onPress={onClose}>{text('common.close')}</Button>}>
      <div className="dialog-body">
        {words.length === 0 ? <p>{text('settings.spelling.own.empty')}</p> : (
          <ul className="own-words" ref={list}>
            {words.map((word, at) => (
              <li key={word}>
                <bdi>{word}</bdi>
                <IconButton
                  icon="close" size="s" label={text('settings.spelling.own.remove', { word })}
                  onPress={() => {
                    removedAt.current = at;
                    void send('spelling.removeWord', { word });
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
