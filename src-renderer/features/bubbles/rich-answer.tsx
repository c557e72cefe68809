// What a customer answered, with the question it belongs to; a reaction that found no message; what is on its way or could not be read.
import type { ReactElement } from 'react';
import { RECEIVING_LASTS } from '../../../src-shared/apple/limits.ts';
import type { MaskedText as Masked } from '../../../src-shared/domain/masking.ts';
import type { Rich } from '../../../src-shared/domain/rich.ts';
import { ownOffset, zoneName } from '../../../src-shared/domain/zones.ts';
import { MaskedText, RichText, useText } from '../../text/index.ts';
import { Icon, useTick } from '../../ui/index.ts';
import type { BubbleActions, MessageItem } from './items.ts';
import './rich.css';
import { iconOf } from './rich-words.ts';
import { useSlotTimes } from './slot-times.ts';

export interface RichAnswerProps {
  readonly item: MessageItem;
  readonly rich: Rich<Masked>;
  /** The question this answers, when it is among the loaded messages. */
  readonly question: MessageItem | null;
  readonly actions: BubbleActions;
}

export function RichAnswer({ item, rich, question, actions }: RichAnswerProps): ReactElement | null {
  switch (rich.kind) {
    case 'choiceAnswer':
      return (
        <>
          <Quote rich={rich} title={rich.title} question={question} actions={actions} />
          <ul className="answer">{rich.choices.map((one, index) => <li key={index} dir="auto"><MaskedText value={one.title} />{one.subtitle !== null && <small><MaskedText value={one.subtitle} /></small>}</li>)}</ul>
        </>
      );
    case 'timeAnswer':
      return <><Quote rich={rich} title={rich.title} question={question} actions={actions} /><Appointment answer={rich} /></>;
    case 'formAnswer':
      return (
        <>
          <Quote rich={rich} title={rich.title} question={question} actions={actions} />
          <dl className="answer-pages">{rich.pages.map((page, index) => <FormAnswer key={index} page={page} />)}</dl>
        </>
      );
    case 'tapback':
      return <p className="bubble-text" dir="auto"><MaskedText value={rich.words} /></p>;
    case 'deferred':
      return <Deferred at={item.at} title={rich.title} />;
    case 'broken':
      return <Broken from={item.from} of={rich.of} title={rich.title} />;
    default:
      return null;
  }
}

/** The question's own title where it is known: the answer's may be cut. */
function Quote({ rich, title, question, actions }: { readonly rich: Rich<Masked>; readonly title: Masked | null; readonly question: MessageItem | null; readonly actions: BubbleActions }): ReactElement {
  const text = useText();
  const asked = question?.content.kind === 'rich' && 'title' in question.content.rich ? question.content.rich.title : title;
  const words = (
    <>
      <Icon name={iconOf(rich)} size="xs" />
      <span className="ell" dir="auto">{asked === null ? text('rich.answeredSomething') : <RichText id="rich.answered" values={{ title: <bdi><MaskedText value={asked} withIcons={false} /></bdi> }} />}</span>
    </>
  );
  return question === null
    ? <p className="quote">{words}</p>
    : <button type="button" className="quote" title={text('rich.showQuestion')} onClick={() => { actions.showItem(question.itemId); }}>{words}</button>;
}

function Appointment({ answer }: { readonly answer: Extract<Rich<Masked>, { kind: 'timeAnswer' }> }): ReactElement {
  const text = useText();
  const times = useSlotTimes();
  const { start, seconds } = answer.slot;
  const own = ownOffset(start);
  const offset = answer.offset ?? own;
  const when = (at: number): string => text('rich.when', { day: times.day(start, at, true), time: times.span(start, seconds, at), zone: zoneName(at) });
  return (
    <div className="answer">
      {when(offset)}
      {offset !== own && <small>{text('rich.ownTime', { when: when(own) })}</small>}
      {answer.place !== null && <small dir="auto"><MaskedText value={answer.place} /></small>}
    </div>
  );
}

function FormAnswer({ page }: { readonly page: Extract<Rich<Masked>, { kind: 'formAnswer' }>['pages'][number] }): ReactElement {
  const text = useText();
  return (
    <div>
      <dt dir="auto"><MaskedText value={page.question} /></dt>
      {page.values.length === 0 && <dd className="answer-blank">{text('rich.blank')}</dd>}
      {page.values.map((value, index) => <dd key={index} dir="auto"><MaskedText value={value} /></dd>)}
    </div>
  );
}

function Deferred({ at, title }: { readonly at: number; readonly title: Masked | null }): ReactElement {
  const text = useText();
  const receiving = useTick((now) => now - at < RECEIVING_LASTS);
  return (
    <div className="file">
      <span className="file-thumb"><Icon name={receiving ? 'spinner' : 'warn'} /></span>
      <span className="file-words">
        <b>{text(receiving ? 'rich.receiving' : 'rich.notRetrieved')}</b>
        {title !== null && <small dir="auto"><RichText id="rich.answered" values={{ title: <bdi><MaskedText value={title} withIcons={false} /></bdi> }} /></small>}
      </span>
    </div>
  );
}

function Broken({ from, of, title }: { readonly from: MessageItem['from']; readonly of: Extract<Rich<Masked>, { kind: 'broken' }>['of']; readonly title: Masked | null }): ReactElement {
  const text = useText();
  return (
    <div className="file">
      <span className="file-thumb"><Icon name="warn" /></span>
      <span className="file-words">
        <b>{text('rich.broken', { of })}</b>
        <small>{text('rich.brokenWhy', { from })}</small>
        {title !== null && <p dir="auto"><MaskedText value={title} /></p>}
      </span>
    </div>
  );
}
