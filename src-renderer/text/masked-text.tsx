// Masked text: what was hidden carries a small crossed-out eye and says of which kind it was, never the value.
import { Fragment } from 'react';
import type { ReactElement } from 'react';
import type { MaskKind, MaskedText as Masked } from '../../src-shared/domain/masking.ts';
import type { MessageId } from '../../src-shared/locales/index.ts';
import { Icon, VisuallyHidden } from '../ui/index.ts';
import './masked-text.css';
import { useText } from './text.ts';

const kindIds: Readonly<Record<MaskKind, MessageId>> = {
  CARD: 'common.masked.card',
  IBAN: 'common.masked.iban',
  SSN: 'common.masked.ssn',
  EMAIL: 'common.masked.email',
  PHONE: 'common.masked.phone',
  MARKED: 'common.masked.marked',
};

/** `withIcons` off: for one-line previews, where the kind is still spoken. */
export function MaskedText({ value, withIcons = true }: { readonly value: Masked; readonly withIcons?: boolean }): ReactElement {
  const text = useText();
  if (value.spans.length === 0) return <>{value.text}</>;
  const starts = value.spans.map((span, index) => ({ span, before: value.spans[index - 1]?.end ?? 0 }));
  const end = value.spans.at(-1)?.end ?? 0;
  return (
    <>
      {starts.map(({ span, before }) => {
        const kind = text(kindIds[span.kind]);
        return (
          <Fragment key={span.start}>
            {value.text.slice(before, span.start)}
            <span className="masked" title={text('common.masked.title', { kind })}>
              {/* For the ear only: it is neither copied nor counted as a part of the text. Isolated, so that the agent's language does not turn the customer's around. */}
              <bdi className="masked-kind" data-aside><VisuallyHidden>{text('common.masked.spoken', { kind })} </VisuallyHidden></bdi>
              <bdi>{value.text.slice(span.start, span.end)}</bdi>
              {withIcons && <Icon name="mask" size="xs" />}
            </span>
          </Fragment>
        );
      })}
      {value.text.slice(end)}
    </>
  );
}
