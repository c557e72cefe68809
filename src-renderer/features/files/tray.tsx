// What goes with the next message: each file with how far it is, what is wrong with it, and a way out of the tray.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { isPicture } from '../../../src-shared/domain/media.ts';
import { assertNever } from '../../../src-shared/domain/result.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { trayPictureAddress } from '../../../src-shared/ipc/files.ts';
import type { TrayFileView } from '../../../src-shared/ipc/view.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { MaskedText, useFailureText, useText } from '../../text/index.ts';
import { Button, Icon, IconButton, LiveRegion, ProgressBar } from '../../ui/index.ts';
import { useFileFacts } from '../bubbles/index.ts';
import './tray.css';

const none: Readonly<Record<string, TrayFileView>> = {};

export interface TrayProps {
  readonly taskId: TaskId;
  /** The last file was taken out: the focus has nowhere else to go. */
  readonly onEmptied: () => void;
}

export function Tray({ taskId, onEmptied }: TrayProps): ReactElement {
  const text = useText();
  const tray = useDesk((view) => (view.open?.taskId === taskId ? view.open.tray : none));
  const list = useRef<HTMLUListElement>(null);
  const files = Object.values(tray).sort((a, b) => a.order - b.order);
  const spoken = useSpoken(files);
  const removed = (index: number): void => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('.tray-remove') ?? [];
    const next = buttons[index + 1] ?? buttons[index - 1];
    if (next === undefined) onEmptied();
    else next.focus();
  };
  return (
    <>
      {files.length > 0 && (
        <ul ref={list} className="tray" aria-label={text('files.tray')}>
          {files.map((file, index) => <TrayFile key={file.fileId} taskId={taskId} file={file} onRemove={() => { removed(index); }} />)}
        </ul>
      )}
      <LiveRegion text={spoken} />
    </>
  );
}

function TrayFile({ taskId, file, onRemove }: { readonly taskId: TaskId; readonly file: TrayFileView; readonly onRemove: () => void }): ReactElement {
  const text = useText();
  const facts = useFileFacts();
  const failureText = useFailureText();
  const command = useCommandWithNotice();
  const { course, fileId } = file;
  const name = file.fileName.text;
  const isBad = course.state === 'failed' || course.state === 'refused';
  const line = (): string => {
    switch (course.state) {
      case 'reading': return text('files.reading');
      case 'ready': return text('files.ready', { facts: facts(file) });
      case 'uploading': return text('files.uploading', { share: course.share / 100 });
      case 'uploaded': return facts(file);
      case 'failed':
      case 'refused': return failureText(course.failure);
      default: return assertNever(course);
    }
  };
  return (
    <li className={`tray-file${isBad ? ' tray-bad' : ''}`}>
      <Mark taskId={taskId} file={file} />
      <span className="tray-words">
        <b className="ell" dir="auto"><MaskedText value={file.fileName} /></b>
        <small>{line()}</small>
        {(course.state === 'uploading' || course.state === 'reading') && <ProgressBar label={text('files.progress', { name })} share={course.share} />}
      </span>
      {course.state === 'failed' && <Button kind="link" label={text('files.retryFile', { name })} onPress={() => { void command('attachment.retry', { taskId, fileId }); }}>{text('files.retry')}</Button>}
      <IconButton
        icon="close" size="s" className="tray-remove" label={text('files.remove', { name })}
        onPress={() => {
          onRemove();
          void command('attachment.remove', { taskId, fileId });
        }}
      />
    </li>
  );
}

/** The picture itself once it is kept; else how far the file is. */
function Mark({ taskId, file: { fileId, mimeType, course } }: { readonly taskId: TaskId; readonly file: TrayFileView }): ReactElement {
  const [undrawable, setUndrawable] = useState(false);
  switch (course.state) {
    case 'failed':
    case 'refused': return <Icon name="warn" size="s" />;
    case 'reading': return <Icon name="spinner" size="s" />;
    default:
  }
  if (isPicture(mimeType) && !undrawable) return <img className="tray-picture" src={trayPictureAddress({ taskId, fileId })} alt="" decoding="async" draggable={false} onError={() => { setUndrawable(true); }} />;
  return <Icon name={course.state === 'uploaded' ? 'check' : course.state === 'ready' ? 'clock' : 'spinner'} size="s" />;
}

/** What happened to a file is said once: that it is attached, and that it cannot be. */
function useSpoken(files: readonly TrayFileView[]): string {
  const text = useText();
  const failureText = useFailureText();
  const before = useRef<ReadonlyMap<string, TrayFileView['course']['state']> | null>(null);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const known = before.current;
    before.current = new Map(files.map((file) => [file.fileId, file.course.state]));
    // What was in the tray when the conversation was opened is no news.
    if (known === null) return;
    const news = files.flatMap(({ fileId, fileName, course }) => {
      const was = known.get(fileId);
      if (was === course.state) return [];
      const name = fileName.text;
      if (course.state === 'failed' || course.state === 'refused') return [text('files.spokenRefused', { name, reason: failureText(course.failure) })];
      return (was === undefined || was === 'reading') && course.state !== 'reading' ? [text('files.spokenAttached', { name })] : [];
    });
    if (news.length > 0) setSpoken(news.join(' '));
  }, [files, text, failureText]);
  return spoken;
}
