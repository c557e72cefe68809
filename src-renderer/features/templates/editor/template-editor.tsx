// What the agent changes about a template before it is sent, by its type: times, items on offer, the card of a link, where a form starts.
import type { ReactElement } from 'react';
import type { MaskedText as Masked } from '../../../../src-shared/domain/masking.ts';
import type { Outbound, OutboundOf } from '../../../../src-shared/domain/outbound.ts';
import type { TemplateEdits } from '../../../../src-shared/domain/template.ts';
import { useText } from '../../../text/index.ts';
import { Checkbox, Select } from '../../../ui/index.ts';
import './editor.css';
import { LinkEditor } from './link-editor.tsx';
import { SlotEditor } from './slot-editor.tsx';

export interface TemplateEditorProps {
  /** As the library has it, with nothing changed: what can be chosen from. */
  readonly base: Outbound<Masked>;
  readonly edits: TemplateEdits;
  readonly onEdit: (edits: TemplateEdits) => void;
}

export const canEdit = ({ kind }: Outbound<unknown>): boolean => kind === 'timePicker' || kind === 'listPicker' || kind === 'richLink' || kind === 'form';

export function TemplateEditor({ base, edits, onEdit }: TemplateEditorProps): ReactElement | null {
  switch (base.kind) {
    case 'timePicker': return <SlotEditor event={base.event} edits={edits} onEdit={onEdit} />;
    case 'listPicker': return <ItemEditor base={base} edits={edits} onEdit={onEdit} />;
    case 'richLink': return <LinkEditor base={base} edits={edits} onEdit={onEdit} />;
    case 'form': return <StartEditor base={base} edits={edits} onEdit={onEdit} />;
    default: return null;
  }
}

type Of<K extends 'listPicker' | 'form'> = Omit<TemplateEditorProps, 'base'> & { readonly base: OutboundOf<K, Masked> };

function ItemEditor({ base, edits, onEdit }: Of<'listPicker'>): ReactElement {
  const text = useText();
  const without = new Set(edits.without);
  const toggle = (key: string, on: boolean): void => {
    if (on) without.delete(key);
    else without.add(key);
    onEdit({ ...edits, without: [...without] });
  };
  return (
    <fieldset className="tple">
      <legend>{text('templates.items')}</legend>
      {base.sections.map((section, index) => (
        <div key={index} className="tple-group">
          <span className="cap" dir="auto">{section.title.text}</span>
          {section.items.map((item) => <Checkbox key={item.key} label={item.title.text} checked={!without.has(item.key)} onChange={(on) => { toggle(item.key, on); }} />)}
        </div>
      ))}
    </fieldset>
  );
}

function StartEditor({ base, edits, onEdit }: Of<'form'>): ReactElement {
  const text = useText();
  return (
    <div className="tple">
      <Select
        label={text('templates.startPage')} value={edits.start ?? base.start} onChange={(start) => { onEdit({ ...edits, start }); }}
        options={base.pages.map((page) => ({ id: page.key, name: (page.subtitle ?? page.title)?.text ?? page.key }))}
      />
    </div>
  );
}
