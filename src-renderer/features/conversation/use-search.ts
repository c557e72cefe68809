// Searching the open conversation: main finds, page after page of the past; here is what was asked for and which hit the agent is at.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import { foldSearch } from '../../../src-shared/domain/find-text.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { SearchAnswer } from '../../../src-shared/ipc/commands.ts';
import { useCommand } from '../../desk/index.ts';

export type Hit = SearchAnswer['hits'][number];

export interface Search {
  readonly isOpen: boolean;
  readonly words: string;
  /** As texts are compared with it; '' = nothing is searched. */
  readonly folded: string;
  readonly answer: SearchAnswer | null;
  readonly busy: boolean;
  /** Why the past could not be read to its end. */
  readonly failed: Failure | null;
  readonly current: Hit | null;
  /** 1 = the newest hit. */
  readonly place: number;
  readonly begin: () => void;
  readonly end: () => void;
  readonly setWords: (words: string) => void;
  /** -1 = to an older hit. Goes round. */
  readonly step: (by: -1 | 1) => void;
}

export function useSearch(taskId: TaskId): Search {
  const command = useCommand();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  // null = the newest hit, also when newer ones are found.
  const [chosen, setChosen] = useState<string | null>(null);
  const folded = isOpen ? foldSearch(words) : '';

  useEffect(() => {
    if (folded === '') return undefined;
    let over = false;
    const ask = async (further: boolean): Promise<void> => {
      const result = await command('conversation.search', { taskId, text: folded, further });
      if (over) return;
      if (!result.ok) setFailed(result.failure);
      else setAnswer(result.value);
      if (result.ok && !result.value.complete && !result.value.bounded) await ask(true);
      else setBusy(false);
    };
    void ask(false);
    return () => { over = true; };
  }, [command, folded, taskId]);

  const begin = (next: string): void => {
    setWords(next);
    setAnswer(null);
    setFailed(null);
    setChosen(null);
    setBusy(foldSearch(next) !== '');
  };
  const hits = answer?.hits ?? [];
  const known = hits.findIndex((hit) => hit.itemId === chosen);
  const at = known === -1 ? hits.length - 1 : known;
  return {
    isOpen, words, folded, answer, busy, failed,
    current: hits[at] ?? null,
    place: hits.length - at,
    begin: () => { setOpen(true); },
    end: () => {
      setOpen(false);
      begin('');
      void command('conversation.endSearch', { taskId });
    },
    setWords: begin,
    step: (by) => { setChosen(hits[(at + by + hits.length) % Math.max(1, hits.length)]?.itemId ?? null); },
  };
}
