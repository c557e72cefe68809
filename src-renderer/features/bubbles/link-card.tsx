// A rich link: its title and host, and a button when it can be opened safely.
import type { ReactElement } from 'react';
import type { MaskedText as Masked } from '../../../src-shared/domain/masking.ts';
import type { Rich } from '../../../src-shared/domain/rich.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Icon, VisuallyHidden } from '../../ui/index.ts';
import type { BubbleActions } from './items.ts';
import './rich.css';

export interface LinkCardProps {
  readonly itemId: string;
  readonly rich: Extract<Rich<Masked>, { kind: 'richLink' }>;
  readonly actions: Pick<BubbleActions, 'openLink'>;
}

export function LinkCard({ itemId, rich, actions }: LinkCardProps): ReactElement {
  const text = useText();
  const words = (
    <>
      <span className="rich-art"><Icon name="link" /></span>
      <span className="rich-link-words">
        <VisuallyHidden>{text('rich.link')} </VisuallyHidden>
        <b dir="auto"><MaskedText value={rich.title} /></b>
        {rich.host !== null && <small dir="ltr"><MaskedText value={rich.host} /></small>}
        {!rich.opens && <small>{text('rich.linkUnsafe')}</small>}
      </span>
    </>
  );
  const host = rich.host?.text ?? '';
  return rich.opens
    ? <button type="button" className="rich-link" onClick={() => { actions.openLink(itemId, 0, host); }}>{words}</button>
    : <figure className="rich-link" aria-label={text('rich.kind', { kind: 'richLink' })}>{words}</figure>;
}
