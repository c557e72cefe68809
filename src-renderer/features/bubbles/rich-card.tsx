// A card as the customer got it: what was asked, what there was to choose, and what was chosen.
import type { ReactElement, ReactNode } from 'react';
import type { MaskedText as Masked } from '../../../src-shared/domain/masking.ts';
import type { Choice, FormPage, Rich, Section } from '../../../src-shared/domain/rich.ts';
import { MaskedText, useText, useTimeFormats } from '../../text/index.ts';
import { Icon, VisuallyHidden } from '../../ui/index.ts';
import type { BubbleActions, MessageItem } from './items.ts';
import { LinkCard } from './link-card.tsx';
import './rich.css';
import { iconOf } from './rich-words.ts';
import { TimeSlots } from './time-slots.tsx';

export interface RichCardProps {
  readonly item: MessageItem;
  readonly rich: Rich<Masked>;
  /** The answer to this question, when it is among the loaded messages. */
  readonly answer: MessageItem | null;
  readonly actions: BubbleActions;
}

const answerOf = (answer: MessageItem | null): Rich<Masked> | null => (answer?.content.kind === 'rich' ? answer.content.rich : null);

export function RichCard({ item, rich, answer, actions }: RichCardProps): ReactElement | null {
  const given = answerOf(answer);
  switch (rich.kind) {
    case 'quickReply':
      return <Card item={item} rich={rich} answer={answer} title={rich.title}><ul className="rich-body rich-pills">{rich.choices.map((one, index) => <Pill key={index} choice={one} given={given} />)}</ul></Card>;
    case 'listPicker':
      return <Card item={item} rich={rich} answer={answer} title={rich.title}><div className="rich-body rich-picks">{rich.sections.map((one, index) => <Picks key={index} section={one} alone={rich.sections.length === 1} given={given} />)}</div></Card>;
    case 'timePicker':
      return <Card item={item} rich={rich} answer={answer} title={rich.title}><TimeSlots picker={rich} chosen={given?.kind === 'timeAnswer' ? given.slot : null} /></Card>;
    case 'form':
      return <Card item={item} rich={rich} answer={answer} title={rich.title}><ol className="rich-body rich-pages">{rich.pages.map((one, index) => <Page key={index} page={one} />)}</ol></Card>;
    case 'richLink':
      return <LinkCard itemId={item.itemId} rich={rich} actions={actions} />;
    case 'card':
      return <Card item={item} rich={rich} answer={null} title={rich.title}>{rich.detail !== null && <p className="rich-body rich-detail" dir="auto"><MaskedText value={rich.detail} /></p>}</Card>;
    default:
      return null;
  }
}

/** Quick reply · answered 14:03 */
function useFacts(): (rich: Rich<Masked>, answer: MessageItem | null, out: boolean) => string {
  const text = useText();
  const { time } = useTimeFormats();
  return (rich, answer, out) => {
    if (rich.kind === 'card') return text('rich.card', { card: rich.card, state: rich.state });
    const facts = [text('rich.kind', { kind: rich.kind })];
    if (rich.kind === 'listPicker') facts.push(text('rich.pick', { several: String(rich.sections.some((one) => one.several)) }));
    if (rich.kind === 'form') facts.push(text('rich.questions', { count: rich.pages.length }));
    if (answer !== null) facts.push(text('rich.answeredAt', { time: time(answer.at) }));
    else if (out) facts.push(text('rich.waiting'));
    return facts.join(' · ');
  };
}

function Card({ item, rich, answer, title, children }: { readonly item: MessageItem; readonly rich: Rich<Masked>; readonly answer: MessageItem | null; readonly title: Masked | null; readonly children: ReactNode }): ReactElement {
  const facts = useFacts()(rich, answer, item.from !== 'customer');
  return (
    <figure className="rich" aria-label={facts}>
      <div className="rich-head">
        <Icon name={iconOf(rich)} />
        <div className="rich-title">
          {title !== null && <b dir="auto"><MaskedText value={title} /></b>}
          <small>{facts}</small>
        </div>
      </div>
      {children}
    </figure>
  );
}

const isChosen = (choice: Choice<Masked>, given: Rich<Masked> | null): boolean => given?.kind === 'choiceAnswer' && given.choices.some((one) => one.key === choice.key);

function Chosen(): ReactElement {
  const text = useText();
  return <VisuallyHidden> {text('rich.chosen')}</VisuallyHidden>;
}

function Pill({ choice, given }: { readonly choice: Choice<Masked>; readonly given: Rich<Masked> | null }): ReactElement {
  const on = isChosen(choice, given);
  return (
    <li className={`rich-pill${on ? ' rich-on' : given === null ? ' rich-open' : ''}`} dir="auto">
      {on && <Icon name="check" size="xs" />}
      <MaskedText value={choice.title} />
      {on && <Chosen />}
    </li>
  );
}

function Picks({ section, alone, given }: { readonly section: Section<Masked>; readonly alone: boolean; readonly given: Rich<Masked> | null }): ReactElement {
  return (
    <>
      {!alone && section.title !== null && <p className="rich-section" dir="auto"><MaskedText value={section.title} /></p>}
      <ul>
        {section.items.map((one, index) => {
          const on = isChosen(one, given);
          return (
            <li key={index} className={on ? 'rich-on' : given === null ? 'rich-open' : ''}>
              <span dir="auto">
                <MaskedText value={one.title} />
                {one.subtitle !== null && <small><MaskedText value={one.subtitle} /></small>}
              </span>
              {on && <Icon name="check" size="s" />}
              {on && <Chosen />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Page({ page }: { readonly page: FormPage<Masked> }): ReactElement {
  const text = useText();
  return (
    <li>
      <span dir="auto"><MaskedText value={page.question} /></span>
      <small>{text('rich.page', { type: page.type, count: page.choices.length, required: String(page.required) })}</small>
    </li>
  );
}
