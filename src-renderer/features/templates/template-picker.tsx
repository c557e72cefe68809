// The picker: search, filters, list and preview over the conversation. The search field keeps the focus; Enter adds, Escape goes back to the box.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useIntl } from 'react-intl';
import { isError } from '../../../src-shared/domain/issue.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { PreparedTemplate } from '../../../src-shared/ipc/view.ts';
import { useCommand, useDesk, useReportFailure } from '../../desk/index.ts';
import { Keys, useFailureText, useText, useTimeFormats } from '../../text/index.ts';
import { Button, Chip, Icon, IconButton, LiveRegion } from '../../ui/index.ts';
import { entriesOf, type PickerEntry } from './entries.ts';
import { FilterNav } from './filter-nav.tsx';
import { deviceIcons, useWhy } from './kind-words.ts';
import { foldFor } from './search.ts';
import { fieldClass, lacking, TemplateDetails } from './template-details.tsx';
import { rowId, TemplateList } from './template-list.tsx';
import './templates.css';
import type { Box } from './types.ts';
import { useDrafts, type Draft } from './use-draft.ts';
import { useInnerTab } from './use-inner-tab.ts';
import { usePicker } from './use-picker.ts';
import { usePrepared, type Values } from './use-prepared.ts';
import { useRescreened } from './use-rescreened.ts';
import { useUse } from './use-use.ts';

export interface TemplatePickerProps {
  readonly taskId: TaskId;
  /** How the customer is called. */
  readonly customer: string;
  readonly box: Box;
  /** Opens with this template in front: a staged one that is changed. */
  readonly started: { readonly templateId: string; readonly draft: Draft } | null;
  /** `typed`: what was written into the search field, when nothing was chosen. */
  readonly onClose: (typed: string | null) => void;
}

const noValues: Values = {};
const noEdits = {};

export function TemplatePicker({ taskId, customer, box, started, onClose }: TemplatePickerProps): ReactElement {
  const text = useText();
  const intl = useIntl();
  const failureText = useFailureText();
  const command = useCommand();
  const report = useReportFailure();
  const whyOf = useWhy();
  const { list, loading, failure } = useDesk((view) => view.templates);
  const device = useDesk((view) => view.open?.capabilities ?? null);
  const locale = useDesk((view) => view.open?.customer.locale ?? null);
  const fold = useMemo(() => foldFor(intl.locale), [intl.locale]);
  const entries = useMemo(() => (device === null ? [] : entriesOf(list, device, locale)), [list, device, locale]);
  const picker = usePicker(entries, fold, started?.templateId ?? null);
  const drafts = useDrafts(started === null ? {} : { [started.templateId]: started.draft });
  const { active } = picker;
  const activeId = active?.templateId ?? null;
  const { values, edits } = drafts.of(activeId);
  const prepared = usePrepared(taskId, activeId, values, edits);
  const base = usePrepared(taskId, edits === noEdits || Object.keys(edits).length === 0 ? null : activeId, noValues, noEdits);
  const [previewed, setPreviewed] = useState(started !== null);
  const [said, say] = useState('');
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const gridId = useId();
  const platform = useDesk((view) => view.app.platform);
  const rescreened = useRescreened(device, entries);

  // It appears because the agent asked for it: typing can start at once.
  useEffect(() => { field.current?.focus(); }, []);
  useEffect(() => {
    // A failure shows in the list's place.
    void command('template.load', {});
  }, [command]);

  const use = useUse(taskId, box, { say, onDone: () => { onClose(null); } });
  const add = (entry: PickerEntry): void => {
    if (entry.blocked !== null) {
      say(whyOf(entry.blocked));
      return;
    }
    void use.add(entry, drafts.of(entry.templateId)).then((missing) => {
      if (missing.length === 0) return;
      say(text('templates.fillFirst', { fields: intl.formatList(missing) }));
      picker.activate(entry.templateId);
      setPreviewed(true);
      // Once they are drawn.
      requestAnimationFrame(() => { panel.current?.querySelector<HTMLInputElement>(`.${fieldClass} input`)?.focus(); });
    });
  };
  const asText = (entry: PickerEntry): void => { void use.asText(entry, drafts.of(entry.templateId)); };
  const star = (entry: PickerEntry): void => {
    say(text(entry.favourite ? 'templates.unstarred' : 'templates.starred', { name: entry.title }));
    void command('template.favourite', { templateId: entry.templateId, favourite: !entry.favourite }).then((result) => { if (!result.ok) report(result.failure); });
  };

  const onPanelKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose(picker.term);
    }
    if (active !== null && event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      star(active);
    }
  };
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (picker.onMoveKey(event)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && active !== null) {
      event.preventDefault();
      if (event.shiftKey) asText(active);
      else add(active);
    }
  };
  const onDetailsKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || active === null || !(event.target instanceof HTMLInputElement) || event.target.closest(`.${fieldClass}`) === null) return;
    event.preventDefault();
    add(active);
  };
  const onTab = useInnerTab(panel);

  // Not modal: the chat goes on beside it.
  const dialog = {
    role: 'dialog', tabIndex: -1, 'aria-label': text('templates.title'),
    onKeyDown: (event: KeyboardEvent) => {
      onTab(event);
      onDetailsKey(event);
      onPanelKey(event);
    },
  } as const;

  const unready = useUnready()(active, prepared.template);
  const nothing = failure !== null ? failureText(failure) : entries.length === 0 ? text(loading ? 'templates.loading' : 'templates.none') : picker.shown.length === 0 ? text('templates.nothingFound') : null;
  const matches = picker.term.trim() === '' ? text('templates.matches', { count: picker.shown.length }) : text('templates.matchesTerm', { count: picker.shown.length, term: picker.term.trim() });

  return createPortal(
    <div ref={panel} className={`tpl-picker${previewed ? ' tpl-picker-previewed' : ''}`} style={{ bottom: box.room() }} {...dialog}>
      <div className="tpl-head">
        <span className="field">
          <Icon name="search" size="s" />
          <input
            ref={field} type="search" role="combobox" aria-label={text('templates.search')} placeholder={text('templates.search')} aria-expanded aria-haspopup="grid" aria-controls={gridId} autoComplete="off" spellCheck={false}
            value={picker.term} onChange={(event) => { picker.search(event.currentTarget.value); }} onKeyDown={onSearchKey}
            {...(activeId !== null && { 'aria-activedescendant': rowId(gridId, activeId) })}
          />
        </span>
        <Screened />
        <IconButton icon="close" label={text('templates.close')} onPress={() => { onClose(null); }} />
      </div>
      <FilterNav counts={picker.counts} chosen={picker.filter} onChoose={picker.choose} />
      <div className="tpl-found">
        <h3>{matches}</h3>
        {nothing !== null && <p className="tpl-nothing">{nothing}</p>}
        <TemplateList gridId={gridId} entries={picker.shown} activeId={activeId} whyOf={(entry) => (entry.blocked === null ? '' : whyOf(entry.blocked))} onActivate={picker.activate} onUse={add} onAsText={asText} onStar={star} />
      </div>
      <section className="tpl-preview" aria-label={text('templates.preview')}>
        {active !== null && (
          <>
            <div className="tpl-preview-head">
              <h3>{text('templates.on', { name: customer, device: text('templates.device', { device: device?.device ?? 'other' }) })}</h3>
              {active.blocked?.why !== 'withdrawn' && <Chip tone={active.blocked === null ? 'ok' : 'warn'}><Icon name={active.blocked === null ? 'check' : 'warn'} size="xs" />{text(active.blocked === null ? 'templates.supported' : 'templates.notSupported')}</Chip>}
            </div>
            <TemplateDetails
              key={active.templateId} prepared={prepared} base={base.template ?? prepared.template} values={values} edits={edits} customer={customer}
              onValue={(name, value) => { drafts.fill(active.templateId, name, value); }} onEdit={(next) => { drafts.edit(active.templateId, next); }}
            />
          </>
        )}
      </section>
      <div className="tpl-foot">
        <span className="tpl-keys" aria-hidden="true">
          <Hint chords={['ArrowUp', 'ArrowDown']} words={text('templates.keys.choose')} />
          <Hint chords={['Mod+D']} words={text('templates.keys.star')} />
          <Hint chords={['Escape']} words={text('templates.keys.close')} />
        </span>
        <span className="grow" />
        <Button className="tpl-preview-toggle" onPress={() => { setPreviewed(!previewed); }}>{text(previewed ? 'templates.previewBack' : 'templates.preview')}</Button>
        {active !== null && active.kind !== 'text' && <Button onPress={() => { asText(active); }}>{text('templates.asText')}</Button>}
        <Button kind="primary" busy={use.busy} unavailable={unready} onPress={() => { if (active !== null) add(active); }}>{text('templates.add')}<span aria-hidden="true"><Keys chord="Enter" platform={platform} /></span></Button>
      </div>
      <LiveRegion text={said} />
      <LiveRegion text={rescreened ?? matches} />
    </div>,
    document.body,
  );
}

/** Why the template in front cannot be added yet; false = it can. */
function useUnready(): (active: PickerEntry | null, template: PreparedTemplate | null) => boolean | string {
  const text = useText();
  const intl = useIntl();
  const whyOf = useWhy();
  return (active, template) => {
    if (active === null) return true;
    if (active.blocked !== null) return whyOf(active.blocked);
    if (template === null) return false;
    const missing = lacking(template);
    if (missing.length > 0) return text('templates.fillFirst', { fields: intl.formatList(missing) });
    const wrong = template.issues.filter(isError).length;
    return wrong > 0 && text('templates.issues', { count: wrong });
  };
}

function Hint({ chords, words }: { readonly chords: readonly string[]; readonly words: string }): ReactElement {
  const platform = useDesk((view) => view.app.platform);
  return <span className="tpl-key">{chords.map((chord) => <Keys key={chord} chord={chord} platform={platform} />)}{words}</span>;
}

/** Filtered for Mac, from message at 14:05 */
function Screened(): ReactElement | null {
  const text = useText();
  const { time } = useTimeFormats();
  const device = useDesk((view) => view.open?.capabilities ?? null);
  if (device === null) return null;
  return (
    <span className="tpl-device">
      <Icon name={deviceIcons[device.device]} size="s" />
      {device.state === 'unknown' ? text('templates.screenedUnknown') : text('templates.screened', { device: text('templates.device', { device: device.device }), time: time(device.seenAt) })}
    </span>
  );
}
