// The compose box. The text lives in the textarea itself, so a key press renders this component and nothing else; main keeps the draft.
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, ReactElement, Ref, SyntheticEvent } from 'react';
import { MAX_TEXT_CHARACTERS } from '../../../src-shared/domain/message.ts';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useAction, useCommand, useDesk, useDeskReader, useLayout, useReportFailure } from '../../desk/index.ts';
import { useFailureText, useText } from '../../text/index.ts';
import { Button, Icon, LiveRegion, VisuallyHidden } from '../../ui/index.ts';
import './composer.css';
import { AttachButton, Tray, trayState, useAttach } from '../files/index.ts';
import { useEmoji } from '../emoji/index.ts';
import { SpellingLines } from '../spelling/index.ts';
import { useTemplates } from '../templates/index.ts';
import { WorkflowTrigger } from '../workflows/index.ts';
import { joinDrafts } from './draft-keeper.ts';
import { loneLink } from './lone-link.ts';
import { boxOpened, openBox } from './open-boxes.ts';
import { insertText } from './insert-text.ts';
import { isSendKey, isUndoKey } from './send-key.ts';
import { SensitiveDialog } from './sensitive-dialog.tsx';
import { maySend, measureText } from './text-limit.ts';
import type { TextLength } from './text-limit.ts';
import { useCleared } from './use-cleared.ts';
import { useDraftKeeper } from './use-draft-keeper.ts';

export interface ComposerHandle {
  /** Puts text that comes back (a message taken back) in front of what is there, and the cursor behind it. */
  readonly giveBack: (text: string) => void;
  /** What stands in the box now. */
  readonly text: () => string;
  readonly focus: () => void;
}

export interface ComposerProps {
  readonly taskId: TaskId;
  /** How the placeholder calls the customer. */
  readonly name: string;
  readonly offline: boolean;
  readonly ref?: Ref<ComposerHandle>;
}

type Caret = readonly [start: number, end: number];

/** Mounted anew for each conversation: it reads that conversation's draft once and leads from then on. */
export function Composer({ taskId, name, offline, ref }: ComposerProps): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const report = useReportFailure();
  const readDesk = useDeskReader();
  const pane = useLayout((layout) => layout.pane);
  const box = useRef<HTMLTextAreaElement>(null);
  const keeper = useDraftKeeper(taskId, command);
  const [draft] = useState(() => openDraft(readDesk().open, taskId));
  const [length, setLength] = useState<TextLength>(() => measureText(draft));
  const [refused, setRefused] = useState<Failure | null>(null);
  /** What was warned of, and what sends it anyway. */
  const [warned, setWarned] = useState<{ readonly failure: Failure; readonly again: () => void } | null>(null);
  const [spoken, setSpoken] = useState('');
  /** The address that is all there is in the box. */
  const [link, setLink] = useState(() => loneLink(draft));
  const cleared = useCleared(taskId, draft);
  const countId = useId();
  const attach = useAttach(taskId);
  const files = useDesk((view) => (view.open?.taskId === taskId ? trayState(view.open.tray) : 'empty'));
  // Files on their way may be sent: the message waits for them.
  const waits = files === 'taking' ? text('files.wait') : files === 'stuck' ? text('files.stuck') : null;

  const changed = (value: string): void => {
    const next = measureText(value);
    keeper.typed(taskId, value);
    cleared.changed(value);
    setLink(loneLink(value));
    setLength(next);
    setRefused(null);
    // Said when a border is crossed, not at every key.
    if (next.state !== length.state) setSpoken(limitText(next));
  };
  const limitText = (at: TextLength): string => {
    if (at.state === 'tooLong') return text('composer.tooLong', { by: at.by });
    return at.state === 'nearLimit' ? text('composer.nearLimit', { max: MAX_TEXT_CHARACTERS }) : '';
  };
  /** `caret` is where it stood in the text that comes back; it holds as long as nothing else was typed. */
  const giveBack = (returned: string, caret?: Caret): void => {
    const element = box.current;
    if (element === null) return;
    element.value = joinDrafts(returned, element.value);
    const [start, end] = caret !== undefined && element.value === returned ? caret : [returned.length, returned.length];
    element.setSelectionRange(start, end);
    changed(element.value);
  };

  useImperativeHandle(ref, () => ({ giveBack: (returned) => { giveBack(returned); }, text: () => box.current?.value ?? '', focus: () => box.current?.focus() }));

  useAction('compose', () => { box.current?.focus(); });
  const giveBackNow = useRef(giveBack);
  useEffect(() => { giveBackNow.current = giveBack; });
  useEffect(() => boxOpened(taskId, (returned) => { giveBackNow.current(returned); }), [taskId]);

  useEffect(() => {
    // A dialog keeps the focus it has; anything else gives way to writing, which is what a conversation is opened for.
    if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) box.current?.focus();
  }, [pane]);

  const sendStaged = async (asText = false, confirmed = false): Promise<void> => {
    const result = await command(asText ? 'conversation.sendStagedAsText' : 'conversation.sendStaged', { taskId, ...(confirmed && { confirmed }) });
    if (result.ok) return;
    if (box.current === null) report(result.failure);
    else if (result.failure.code === 'sensitiveText') setWarned({ failure: result.failure, again: () => { void sendStaged(asText, true); } });
    else setRefused(result.failure);
  };
  const insert = (inserted: string): void => {
    const element = box.current;
    // Behind what is selected: nothing is replaced.
    if (element !== null) insertText(element, element.selectionEnd, element.selectionEnd, inserted);
  };
  const templates = useTemplates({
    taskId, name, onSendAsText: () => { void sendStaged(true); },
    box: { insert, focus: () => box.current?.focus(), room: () => window.innerHeight - (box.current?.getBoundingClientRect().top ?? window.innerHeight) + 12 },
  });
  const emoji = useEmoji({
    focus: () => box.current?.focus(),
    say: setSpoken,
    selection: () => (box.current === null ? null : { start: box.current.selectionStart, end: box.current.selectionEnd, value: box.current.value }),
    replace: (start, end, inserted) => {
      if (box.current !== null) insertText(box.current, start, end, inserted);
    },
  });
  const stageLink = async (url: string): Promise<void> => {
    const result = await command('conversation.stageLink', { taskId, url });
    const element = box.current;
    if (element === null) return;
    if (!result.ok) setRefused(result.failure);
    else if (loneLink(element.value) === url) {
      // The card has it now; the way back is "Undo".
      element.value = '';
      changed('');
    }
    element.focus();
  };
  const undoClear = (): void => {
    if (box.current !== null && cleared.text !== null) insertText(box.current, 0, 0, cleared.text);
  };

  const send = async (confirmed = false): Promise<void> => {
    const element = box.current;
    if (element === null) return;
    const sent = element.value;
    const caret: Caret = [element.selectionStart, element.selectionEnd];
    const measured = measureText(sent);
    const blocked = templates.blocked ?? waits;
    if (blocked !== null) {
      setSpoken(blocked);
      return;
    }
    const isBare = measured.state === 'empty';
    if (isBare && files === 'empty' && templates.staged !== null) {
      setRefused(null);
      await sendStaged();
      return;
    }
    if (isBare ? files === 'empty' : !maySend(measured)) {
      setSpoken(limitText(measured));
      return;
    }
    const withCard = templates.staged !== null;
    keeper.sent(taskId);
    cleared.sent();
    setLink(null);
    element.value = '';
    setLength(measureText(''));
    setRefused(null);
    setSpoken('');
    const result = await command('conversation.send', { taskId, text: sent, ...(confirmed && { confirmed }) });
    if (result.ok) {
      // Apple has no captions: the card follows the words.
      if (withCard) await sendStaged();
      return;
    }
    if (box.current === null) {
      // The agent has gone on to another conversation: the text becomes the draft again and the notices say why.
      report(result.failure);
      // Gone and back meanwhile: the box that is open now has the draft, and this is put in front of it.
      const reopened = openBox(taskId);
      if (reopened !== undefined) reopened(sent);
      else await command('conversation.setDraft', { taskId, text: joinDrafts(sent, keeper.latest()) });
      return;
    }
    giveBack(sent, caret);
    if (result.failure.code === 'sensitiveText') setWarned({ failure: result.failure, again: () => { void send(true); } });
    else setRefused(result.failure);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (selectionStart === selectionEnd && templates.onKey(event, value.slice(0, selectionStart))) return;
    if (emoji.onKey(event)) return;
    if (cleared.text !== null && isUndoKey(event.nativeEvent)) {
      event.preventDefault();
      undoClear();
      return;
    }
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    void send();
  };
  // A picture of a page is pasted with its words: then the words are meant.
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { clipboardData } = event;
    if (clipboardData.files.length === 0 || clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    void attach([...clipboardData.files]);
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void send();
    box.current?.focus();
  };

  const tooLong = length.state === 'tooLong';
  return (
    <form className={`composer${tooLong ? ' composer-over' : ''}`} aria-label={text('composer.form')} onSubmit={onSubmit}>
      {emoji.overlay}
      {refused !== null && <p className="composer-refused" role="alert">{text('composer.refused', { reason: failureText(refused) })}</p>}
      <Tray taskId={taskId} onEmptied={() => box.current?.focus()} />
      {templates.card}
      <div className="spelled">
        <textarea
          ref={box}
          className="composer-text"
          dir="auto"
          spellCheck={false}
          rows={1}
          defaultValue={draft}
          aria-label={text('composer.message')}
          aria-describedby={countId}
          {...(tooLong && { 'aria-invalid': true })}
          placeholder={offline ? text('composer.placeholderOffline') : text('composer.placeholder', { name })}
          {...emoji.attributes}
          onChange={(event) => {
            changed(event.currentTarget.value);
            emoji.moved();
          }}
          onKeyDown={onKeyDown}
          onFocus={templates.close}
          onBlur={keeper.flush}
          onPaste={onPaste}
        />
        <SpellingLines box={box} />
      </div>
      {link !== null && templates.staged === null && (
        <p className="composer-offer"><Icon name="link" size="s" /><Button kind="link" onPress={() => { void stageLink(link); }}>{text('composer.asRichLink')}</Button></p>
      )}
      <div className="composer-bar">
        <AttachButton taskId={taskId} />
        {templates.button}
        {emoji.button}
        <WorkflowTrigger taskId={taskId} />
        {cleared.text !== null && <Button kind="link" className="composer-undo" onPress={undoClear}>{text('composer.undoClear')}</Button>}
        <span id={countId} className={`composer-count composer-count-${length.state}`}>
          {tooLong && <b>{text('composer.over', { by: length.by })} · </b>}
          <VisuallyHidden>{text('composer.countSpoken')} </VisuallyHidden>
          {text('composer.count', { count: length.count, max: MAX_TEXT_CHARACTERS })}
        </span>
        <Button kind="primary" type="submit" iconEnd="send" unavailable={templates.blocked ?? (tooLong ? limitText(length) : waits ?? (length.state === 'empty' && files === 'empty' && templates.staged === null))}>{text('composer.send')}</Button>
      </div>
      {templates.picker}
      <LiveRegion text={spoken} />
      {warned !== null && (
        <SensitiveDialog
          failure={warned.failure}
          onEdit={() => { setWarned(null); }}
          onSend={() => {
            setWarned(null);
            warned.again();
          }}
        />
      )}
    </form>
  );
}

function openDraft(open: { readonly taskId: TaskId; readonly draft: string } | null, taskId: TaskId): string {
  return open?.taskId === taskId ? open.draft : '';
}
