// The answers to a `:name`, above the box. The focus stays in the box, which names the one that Enter takes.
import type { ReactElement } from 'react';
import { useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import type { EmojiEntry } from './emoji-set.ts';
import { inTone } from './emoji-set.ts';

/** No `select`: its options show no pictures, and it would take the focus from the box. */
const list = { role: 'listbox' } as const;
const option = { role: 'option' } as const;

export const optionId = (listId: string, index: number): string => `${listId}-${String(index)}`;

export interface CompletionListProps {
  readonly id: string;
  readonly entries: readonly EmojiEntry[];
  readonly active: number;
  readonly onTake: (entry: EmojiEntry) => void;
}

export function CompletionList({ id, entries, active, onTake }: CompletionListProps): ReactElement {
  const text = useText();
  const tone = useDesk((view) => view.settings.emoji.tone);
  return (
    <div {...list} id={id} aria-label={text('emoji.suggestions')} className="emoji-answers">
      {entries.map((entry, index) => (
        <div
          {...option} key={entry.emoji} id={optionId(id, index)} aria-selected={index === active} className="emoji-answer"
          onPointerDown={(event) => {
            // The focus stays in the box, whose keys are the other way to take one.
            event.preventDefault();
            if (event.button === 0) onTake(entry);
          }}
        >
          <span className="emoji-glyph" aria-hidden="true">{inTone(entry, tone)}</span>
          <span className="grow">{entry.label}</span>
          {entry.codes[0] !== undefined && <span className="emoji-code" aria-hidden="true">:{entry.codes[0]}:</span>}
        </div>
      ))}
    </div>
  );
}
