// Whether the window has room for one pane only; the same width as in panes.css.
import { useSyncExternalStore } from 'react';

const query = '(max-width: 639px)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => { media.removeEventListener('change', listener); };
}

export const useOnePane = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
