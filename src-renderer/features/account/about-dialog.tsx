// About: the versions that run, for a report to whoever helps the agent.
import type { ReactElement } from 'react';
import { useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Brand, Button, Dialog } from '../../ui/index.ts';

export function AboutDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const text = useText();
  const version = useDesk((view) => view.app.version);
  const electron = useDesk((view) => view.app.electronVersion);
  return (
    <Dialog title={text('status.about.title')} onClose={onClose} footer={<Button kind="primary" onPress={onClose}>{text('common.close')}</Button>}>
      <div className="dialog-body about">
        <Brand size={44} />
        <div>
          <p>{text('status.about.what')}</p>
          <dl className="kv">
            <dt>{text('common.product')}</dt><dd>{version}</dd>
            <dt>{text('status.about.electron')}</dt><dd>{electron}</dd>
          </dl>
        </div>
      </div>
    </Dialog>
  );
}
