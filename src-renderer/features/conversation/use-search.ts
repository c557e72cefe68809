// Searching the open conversation: main finds, page after page of the past, and again when a message comes; here is what was asked for and which hit the agent is at.
import { useEffect, useEffectEvent, useState } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import { foldSearch } from '../../../src-shared/domain/find-text.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { SearchAnswer } from '../../../src-shared/ipc/commands.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { indexOfHit, nextHit } from './search-place.ts';
import type { Hit } from './search-place.ts';

export interface Search {
  readonly isOpen: boolean;
  readonly words: string;
  /** As texts are compared with it; '' = nothing is searched. */
  readonly folded: string;
  readonly answer: SearchAnswer | null;
  readonly busy: boolean;
  /** Why the past could not be read to its end. */
  readonly failed: Failure | null;
  /** null = none was gone to: what is found later moves nobody. */
  readonly current: Hit | null;
  /** 1 = the newest hit, 0 = none. */
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
  const [chosen, setChosen] = useState<Hit | null>(null);
  const folded = isOpen ? foldSearch(words) : '';
  // Whatever changes in the conversation is looked through anew.
  const items = useDesk((view) => (isOpen && view.open?.taskId === taskId ? view.open.items : null));
  const took = useEffectEvent((found: SearchAnswer): void => {
    setAnswer(found);
    setFailed(null);
    // The agent waits for it, and goes to the newest.
    if (busy && chosen === null) setChosen(found.hits.at(-1) ?? null);
  });

  useEffect(() => {
    if (folded === '') return undefined;
    let over = false;
    const ask = async (further: boolean): Promise<void> => {
      const result = await command('conversation.search', { taskId, text: folded, further });
      if (over) return;
      if (!result.ok) setFailed(result.failure);
      else took(result.value);
      if (result.ok && !result.value.complete && !result.value.bounded) await ask(true);
      else setBusy(false);
    };
    void ask(false);
    return () => { over = true; };
  }, [command, folded, items, taskId]);

  const begin = (next: string): void => {
    setWords(next);
    setAnswer(null);
    setFailed(null);
    setChosen(null);
    setBusy(foldSearch(next) !== '');
  };
  const hits = answer?.hits ?? [];
  const at = indexOfHit(hits, chosen);
  return {
    isOpen, words, folded, answer, busy, failed,
    current: hits[at] ?? null,
    place: at === -1 ? 0 : hits.length - at,
    begin: () => { setOpen(true); },
    end: () => {
      setOpen(false);
      begin('');
      void command('conversation.endSearch', { taskId });
    },
    setWords: begin,
    step: (by) => { setChosen(nextHit(hits, chosen, by)); },
  };
}
