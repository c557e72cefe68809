// The words of a message with their links. A link is text that can be selected like the rest; it opens nothing before the agent has confirmed the host.
import { Fragment } from 'react';
import type { ReactElement } from 'react';
import type { MaskedText as Masked } from '../../../src-shared/domain/masking.ts';
import type { TextLink } from '../../../src-shared/domain/text-links.ts';
import { MaskedText } from '../../text/index.ts';
import type { BubbleActions } from './items.ts';
import { slicesAt } from './slices.ts';

export interface LinkedTextProps {
  readonly value: Masked;
  readonly links: readonly TextLink[] | undefined;
  /** Where `value` begins in the message's text, when it is a part of it. */
  readonly from?: number;
  readonly itemId: string;
  readonly actions: Pick<BubbleActions, 'openLink'>;
}

export function LinkedText({ value, links = [], from = 0, itemId, actions }: LinkedTextProps): ReactElement {
  const inside = links.map((link, index) => ({ index, host: link.host, start: link.start - from, end: link.end - from })).filter(({ start, end }) => start >= 0 && end <= value.text.length);
  if (inside.length === 0) return <MaskedText value={value} />;
  const parts = slicesAt(value, inside.flatMap(({ start, end }) => [start, end]));
  return (
    <>
      {parts.map((part, place) => {
        const link = place % 2 === 1 ? inside[(place - 1) / 2] : undefined;
        return link === undefined
          ? <Fragment key={place}><MaskedText value={part} /></Fragment>
          : <Link key={place} words={part.text} index={link.index} onOpen={() => { actions.openLink(itemId, link.index, link.host); }} />;
      })}
    </>
  );
}

function Link({ words, index, onOpen }: { readonly words: string; readonly index: number; readonly onOpen: () => void }): ReactElement {
  // The address is main's business; this one makes it a link to the keyboard and the screen reader, and is never gone to.
  return <a href={`#link-${String(index)}`} draggable={false} className="text-link" dir="ltr" onClick={(event) => { event.preventDefault(); onOpen(); }}>{words}</a>;
}
