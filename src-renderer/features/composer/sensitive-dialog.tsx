// Asks before a card number, IBAN or social security number goes out. Nothing has been sent yet and the text is back in the box.
import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import { useText } from '../../text/index.ts';
import { Button, Dialog } from '../../ui/index.ts';

const kindIds = { CARD: 'composer.sensitive.card', IBAN: 'composer.sensitive.iban', SSN: 'composer.sensitive.ssn' } as const;

const isKnown = (kind: string): kind is keyof typeof kindIds => Object.hasOwn(kindIds, kind);

export interface SensitiveDialogProps {
  /** The refusal, with the kinds that were found. */
  readonly failure: Failure;
  readonly onEdit: () => void;
  readonly onSend: () => void;
}

export function SensitiveDialog({ failure, onEdit, onSend }: SensitiveDialogProps): ReactElement {
  const text = useText();
  const intl = useIntl();
  const found = String(failure.values?.['kinds'] ?? '').split(',').filter(isKnown);
  return (
    <Dialog
      role="alertdialog"
      title={text('composer.sensitive.title', { kinds: intl.formatList(found.map((kind) => text(kindIds[kind])), { type: 'conjunction' }) })}
      onClose={onEdit}
      footer={(
        <>
          {/* A second Enter must not answer the question the first one brought up. */}
          <Button initialFocus onPress={onEdit}>{text('composer.sensitive.edit')}</Button>
          <Button kind="stop" onPress={onSend}>{text('composer.sensitive.send')}</Button>
        </>
      )}
    >
      <div className="dialog-body"><p>{text('composer.sensitive.why')}</p></div>
    </Dialog>
  );
}
