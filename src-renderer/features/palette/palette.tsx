// The command palette: one field over everything that can be done or opened now. Enter does the one that is marked; the arrows move the mark.
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { ActionId } from '../../../src-shared/domain/shortcuts.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { Keys, useText } from '../../text/index.ts';
import { CommandList, Dialog, foldText } from '../../ui/index.ts';
import './palette.css';
import { createPaletteIndex } from './search.ts';
import { useEntries, type Entry } from './use-entries.ts';

export interface PaletteProps {
  readonly onClose: () => void;
  /** Closes it and does the action, which may open something of its own. */
  readonly onAction: (id: ActionId, about: string | null) => void;
}

export function Palette({ onClose, onAction }: PaletteProps): ReactElement {
  const text = useText();
  const { locale } = useIntl();
  const send = useCommandWithNotice();
  const platform = useDesk((view) => view.app.platform);
  const entries = useEntries();
  const [term, setTerm] = useState('');
  const index = useMemo(() => createPaletteIndex(entries, (name) => foldText(name, locale)), [entries, locale]);
  const found = useMemo(() => index.find(term), [index, term]);
  const choose = ({ does }: Entry): void => {
    if (does.kind === 'action') {
      onAction(does.id, does.about ?? null);
      return;
    }
    onClose();
    void send(does.command.name, does.command.args);
  };
  return (
    <Dialog title={text('palette.title')} onClose={onClose} look="bare">
      <CommandList
        label={text('palette.title')} search={text('palette.search')} nothingFound={text('palette.nothing')} term={term} onTerm={setTerm}
        options={found.shown.map((entry) => ({ ...entry, ...(entry.keys !== undefined && { aside: <Keys chord={entry.keys} platform={platform} /> }) }))}
        onChoose={(id) => {
          const entry = found.shown.find((one) => one.id === id);
          if (entry !== undefined) choose(entry);
        }}
      />
      {found.more > 0 && <p className="palette-more">{text('palette.more', { count: found.more })}</p>}
    </Dialog>
  );
}
