// A modal dialog below the top bar: takes the focus as soon as it is there, keeps it inside, gives it back when it closes, Escape closes it where that is allowed.
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useIntl } from 'react-intl';
import { IconButton } from './button.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** One line under the title. */
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the safe one first. */
  readonly footer?: ReactNode;
  /** Absent = it cannot be closed without doing what it asks. */
  readonly onClose?: () => void;
  readonly role?: 'dialog' | 'alertdialog';
  /** `full` fills the window below the top bar. */
  readonly size?: 'm' | 'full';
  /** `bare`: what it holds is all there is to see, near the top of the window; a click beside it closes it. */
  readonly look?: 'framed' | 'bare';
}

/** Open as long as it is rendered. */
export function Dialog({ title, subtitle, children, footer, onClose, role = 'dialog', size = 'm', look = 'framed' }: DialogProps): ReactElement {
  const intl = useIntl();
  const frame = useRef<HTMLElement>(null);
  // The library takes Enter on a link or a plain button for the click of a screen reader, and then waits a frame and every transition
  // before it moves the focus. What is behind has lost it by then: a key in between, Escape above all, would go to nothing.
  useEffect(() => {
    const dialog = frame.current;
    if (dialog === null || dialog.contains(document.activeElement)) return;
    (dialog.querySelector<HTMLElement>('[data-initial-focus]') ?? dialog).focus({ preventScroll: true });
  }, []);
  return (
    <ModalOverlay
      className={`scrim scrim-${look}`}
      isOpen
      isDismissable={look === 'bare'}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => { if (!open) onClose?.(); }}
    >
      <Modal className={`dialog-frame dialog-frame-${size}`}>
        <AriaDialog ref={frame} className="dialog" role={role}>
          <header className={look === 'bare' ? 'visually-hidden' : undefined}>
            <div className="grow">
              <Heading slot="title" level={2}>{title}</Heading>
              {subtitle !== undefined && <p className="cap">{subtitle}</p>}
            </div>
            {onClose !== undefined && look === 'framed' && <IconButton icon="close" label={intl.formatMessage({ id: 'common.close' })} onPress={onClose} />}
          </header>
          {children}
          {footer !== undefined && <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
