// A template as the customer will see it, on their device and from the business.
import type { ReactElement, ReactNode } from 'react';
import type { MaskedText as Masked } from '../../../../src-shared/domain/masking.ts';
import type { Outbound } from '../../../../src-shared/domain/outbound.ts';
import { useDesk } from '../../../desk/index.ts';
import { MaskedText, useText } from '../../../text/index.ts';
import { Icon } from '../../../ui/index.ts';
import { CardFace, PictureBox } from './card-face.tsx';
import { FormPreview } from './form-preview.tsx';
import './preview.css';
import { TimePreview } from './time-preview.tsx';

export interface TemplatePreviewProps {
  readonly content: Outbound<Masked>;
  /** How the customer is called. */
  readonly customer: string;
}

export function TemplatePreview({ content, customer }: TemplatePreviewProps): ReactElement {
  const organisation = useDesk((view) => view.agent?.orgName ?? '');
  return (
    <figure className="tplv" aria-label={organisation}>
      <div className="tplv-head"><span className="tplv-logo" aria-hidden="true">{organisation.slice(0, 1)}</span>{organisation}</div>
      <div className="tplv-body"><Body content={content} customer={customer} /></div>
    </figure>
  );
}

function Body({ content, customer }: TemplatePreviewProps): ReactElement {
  const text = useText();
  const opens = <span className="cap">{text('templates.opens', { name: customer })}</span>;
  switch (content.kind) {
    case 'text':
      return <Bubble><MaskedText value={content.text} /></Bubble>;
    case 'attachments':
      return (
        <>
          {content.text.text !== '' && <Bubble><MaskedText value={content.text} /></Bubble>}
          {content.attachments.map((file) => <p key={file.url} className="tplv-file"><Icon name="attach" size="s" /><span className="ell" dir="auto">{file.fileName}</span></p>)}
        </>
      );
    case 'richLink':
      return (
        <div className="tplv-card tplv-card-large">
          <PictureBox picture={content.picture} icon="link" />
          <div className="tplv-words"><b dir="auto"><MaskedText value={content.title} /></b><small dir="ltr" className="ell">{hostOf(content.url)}</small></div>
        </div>
      );
    case 'quickReply':
      return (
        <>
          <Bubble><MaskedText value={content.summary} /></Bubble>
          <ul className="tplv-buttons">{content.choices.map((choice) => <li key={choice.key} dir="auto"><MaskedText value={choice.title} /></li>)}</ul>
        </>
      );
    case 'listPicker':
      return (
        <>
          <CardFace face={content.received} pictures={content.pictures} icon="list" />
          {opens}
          <div className="tplv-sheet">
            {content.sections.map((section, index) => (
              <section key={index}>
                <h4 dir="auto">{text('templates.pick', { section: section.title.text, several: String(section.several) })}</h4>
                <ul>
                  {section.items.map((item) => (
                    <li key={item.key} dir="auto">
                      {item.picture !== null && <PictureBox picture={content.pictures.find((one) => one.id === item.picture) ?? null} icon="image" small />}
                      <span className="grow"><MaskedText value={item.title} />{item.subtitle !== null && <small><MaskedText value={item.subtitle} /></small>}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      );
    case 'timePicker':
      return <><CardFace face={content.received} pictures={content.pictures} icon="calendar" />{opens}<TimePreview event={content.event} customer={customer} /></>;
    case 'form':
      return <><CardFace face={content.received} pictures={content.pictures} icon="form" />{opens}<FormPreview form={content} customer={customer} /></>;
  }
}

function Bubble({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="tplv-bubble" dir="auto">{children}</p>;
}

/** What the card says below its title; the address itself when it has no host. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);
