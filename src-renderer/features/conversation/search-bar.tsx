// The search of the open conversation: what is looked for, how much was found and how far it was read, and the way from hit to hit.
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReactElement } from 'react';
import { useFailureText, useText } from '../../text/index.ts';
import { Icon, IconButton } from '../../ui/index.ts';
import type { Search } from './use-search.ts';

export function SearchBar({ search, onClose }: { readonly search: Search; readonly onClose: () => void }): ReactElement {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLElement>(null);
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === input.current) search.step(event.shiftKey ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const element = bar.current;
    input.current?.focus();
    element?.addEventListener('keydown', onKeyDown);
    return () => { element?.removeEventListener('keydown', onKeyDown); };
  }, []);
  const found = (search.answer?.hits.length ?? 0) > 0;
  return (
    <search ref={bar} className="convo-search" aria-label={text('conversation.search.region')}>
      <span className="field field-s grow">
        <Icon name="search" size="s" />
        <input
          ref={input} type="search" value={search.words} maxLength={200} autoComplete="off" spellCheck={false} dir="auto"
          aria-label={text('conversation.search.label')} placeholder={text('conversation.search.label')} aria-describedby="convo-search-told"
          onChange={(event) => { search.setWords(event.currentTarget.value); }}
        />
      </span>
      <output id="convo-search-told" className="convo-search-told"><Told search={search} /></output>
      <IconButton icon="up" label={text('conversation.search.older')} unavailable={!found} onPress={() => { search.step(-1); }} />
      <IconButton icon="down" label={text('conversation.search.newer')} unavailable={!found} onPress={() => { search.step(1); }} />
      <IconButton icon="close" label={text('conversation.search.close')} onPress={onClose} />
    </search>
  );
}

function Told({ search }: { readonly search: Search }): ReactElement | null {
  const text = useText();
  const failureText = useFailureText();
  const { answer, folded, busy, failed, place } = search;
  if (folded === '') return null;
  const count = answer?.count ?? 0;
  const searched = answer?.searched ?? 0;
  const first = count > 0 ? text('conversation.search.place', { place, count }) : busy ? '' : text('conversation.search.nothing', { searched });
  const more = failed !== null
    ? `${text('conversation.search.loadedOnly')} ${failureText(failed)}`
    : busy ? text('conversation.search.busy', { searched }) : answer?.bounded === true ? text('conversation.search.bounded', { searched }) : '';
  return <>{[first, more].filter((one) => one !== '').join(' · ')}</>;
}
