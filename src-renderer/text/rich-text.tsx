// A text of the catalogue with components inside: `{name}` may be an element, `<b>words</b>` is bold. The language decides the order.
import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '../../src-shared/locales/index.ts';

const bold = (words: ReactNode): ReactElement => <b>{words}</b>;

export function RichText({ id, values }: { readonly id: MessageId; readonly values?: Readonly<Record<string, ReactNode>> }): ReactElement {
  return <FormattedMessage id={id} values={{ ...values, b: bold }} />;
}
