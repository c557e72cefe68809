// A form page by page: the agent follows the branches as the customer would, forwards and back.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { MaskedText as Masked } from '../../../../src-shared/domain/masking.ts';
import type { OutboundOf, OutboundPage } from '../../../../src-shared/domain/outbound.ts';
import { MaskedText, useText } from '../../../text/index.ts';
import { Button, Icon } from '../../../ui/index.ts';
import { branches, nextOf, pageOf, startOf } from '../form-walk.ts';

type Form = OutboundOf<'form', Masked>;
type Page = OutboundPage<Masked>;

/** A page that was gone through, with what was chosen on it. */
interface Step {
  readonly key: string;
  readonly choice: string | null;
}

export interface FormPreviewProps {
  readonly form: Form;
  readonly customer: string;
}

export function FormPreview({ form, customer }: FormPreviewProps): ReactElement | null {
  const text = useText();
  const [inIntro, setInIntro] = useState(form.splash !== null);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [choice, setChoice] = useState<string | null>(null);
  const last = steps.at(-1);
  const before = last === undefined ? null : pageOf(form, last.key);
  const page = before === null ? startOf(form) : nextOf(form, before, last?.choice ?? null);
  if (form.splash !== null && inIntro) {
    return (
      <div className="tplv-sheet tplv-page">
        <b dir="auto"><MaskedText value={form.splash.header} /></b>
        {form.splash.text !== null && <p dir="auto"><MaskedText value={form.splash.text} /></p>}
        <Button size="s" wide onPress={() => { setInIntro(false); }}>{form.splash.button === null ? text('templates.form.continue') : form.splash.button.text}</Button>
      </div>
    );
  }
  if (page === null) return null;
  const next = nextOf(form, page, choice);
  const undecided = branches(page) && choice === null;
  return (
    <div className="tplv-sheet tplv-page">
      <span className="cap">{text('templates.form.page', { page: steps.length + 1 })}</span>
      {page.title !== null && <b dir="auto"><MaskedText value={page.title} /></b>}
      {page.subtitle !== null && <p dir="auto"><MaskedText value={page.subtitle} /></p>}
      {page.hint !== null && <small dir="auto"><MaskedText value={page.hint} /></small>}
      <Answer form={form} page={page} choice={choice} onChoose={setChoice} />
      {next === null && !undecided && <p className="tplv-note">{text(form.showSummary ? 'templates.form.sendsSummary' : 'templates.form.sends', { name: customer })}</p>}
      <div className="tplv-turn">
        {(last !== undefined || form.splash !== null) && (
          <Button
            size="s" onPress={() => {
              if (last === undefined) setInIntro(true);
              setSteps(steps.slice(0, -1));
              setChoice(last?.choice ?? null);
            }}
          >
            {text('templates.form.back')}
          </Button>
        )}
        {(next !== null || undecided) && (
          <Button
            size="s" unavailable={undecided ? text('templates.form.chooseFirst') : false} onPress={() => {
              setSteps([...steps, { key: page.key, choice }]);
              setChoice(null);
            }}
          >
            {text('templates.form.next')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Answer({ form, page, choice, onChoose }: { readonly form: Form; readonly page: Page; readonly choice: string | null; readonly onChoose: (key: string) => void }): ReactElement {
  const text = useText();
  const { options } = page;
  if (page.type === 'select' || page.type === 'picker') {
    const forks = branches(page);
    return (
      <ul className="tplv-choices">
        {page.items.map((item) => (
          <li key={item.key}>
            <button type="button" className="tplv-choice" aria-pressed={choice === item.key} onClick={() => { onChoose(item.key); }}>
              <span className="grow" dir="auto">
                <MaskedText value={item.title} />
                {forks && <small>{leadsTo(nextOf(form, page, item.key))}</small>}
              </span>
              {choice === item.key && <Icon name="check" size="s" />}
            </button>
          </li>
        ))}
      </ul>
    );
  }
  if (page.type === 'date') return <p className="tplv-field">{options?.maximumDate ? text('templates.form.until', { date: options.maximumDate }) : text('templates.form.date')}</p>;
  const required = String(options?.required === true);
  return (
    <p className={`tplv-field${options?.inputType === 'multiline' ? ' tplv-field-tall' : ''}`}>
      {options?.label !== null && options?.label !== undefined && <b dir="auto"><MaskedText value={options.label} /></b>}
      {options?.maxCharacters ? text('templates.form.input', { required, max: options.maxCharacters }) : text('templates.form.inputFree', { required })}
    </p>
  );

  function leadsTo(next: Page | null): string {
    const title = next?.subtitle ?? next?.title;
    return next === null ? text('templates.form.ends') : text('templates.form.leadsTo', { page: title?.text ?? next.key });
  }
}
