// Files dropped anywhere on the conversation go into its tray; while they are held over it, it says so, or why not.
import { useState } from 'react';
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
  const [over, setOver] = useState(false);
  const open = lock === null && rules.allowed && rules.maxCount > 0;

  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = open ? 'copy' : 'none';
    },
    onDragLeave: (event: DragEvent) => {
      // Not counted: a row that goes while files are held over it is entered and never left.
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
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
