// Files dropped anywhere on the conversation go into its tray; while they are held over it, it says so, or why not.
import { useRef, useState } from 'react';
import type { DragEvent, ReactElement, ReactNode } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useDesk, useReportFailure } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';
import { useAttach } from './use-attach.ts';
import { useRulesText } from './use-rules-text.ts';
import './tray.css';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

export function DropZone({ taskId, children }: { readonly taskId: TaskId; readonly children: ReactNode }): ReactElement {
  const text = useText();
  const rulesText = useRulesText();
  const attach = useAttach(taskId);
  const report = useReportFailure();
  const rules = useDesk((view) => view.policy.attachments);
  const lock = useDesk((view) => (view.open?.taskId === taskId ? view.open.locked : 'offer'));
  /** Entering a child comes before leaving its parent. */
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const open = lock === null && rules.allowed && rules.maxCount > 0;

  const leave = (): void => {
    depth.current = 0;
    setOver(false);
  };
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = open ? 'copy' : 'none';
    },
    onDragLeave: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) leave();
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      leave();
      if (!open) return;
      const items = [...event.dataTransfer.items];
      // Only asked now: afterwards the browser has forgotten.
      const folders = items.filter((item) => item.webkitGetAsEntry()?.isDirectory === true).length;
      if (folders > 0) report({ code: 'fileUnreadable' });
      const isFolder = new Set(items.flatMap((item, index) => (item.webkitGetAsEntry()?.isDirectory === true ? [index] : [])));
      void attach([...event.dataTransfer.files].filter((_file, index) => !isFolder.has(index)));
    },
  };
  return (
    <div className="drop-area" {...handlers}>
      {children}
      {over && (
        <div className={`drop-zone${open ? '' : ' drop-zone-closed'}`}>
          <Icon name={open ? 'attach' : 'lock'} />
          <b>{text(open ? 'files.dropHere' : 'files.dropNot')}</b>
          <p>{lock === null ? rulesText(rules) : text('files.dropLocked')}</p>
        </div>
      )}
    </div>
  );
}
