// Keeps the computer from going to sleep by itself; the display may still go off.

/** Electron's powerSaveBlocker. */
export interface Blocker {
  readonly start: (type: 'prevent-app-suspension') => number;
  readonly stop: (id: number) => void;
}

/** Answers the function that says whether it is wanted now. */
export function createKeepAwake(blocker: Blocker): (wanted: boolean) => void {
  let id: number | null = null;
  return (wanted) => {
    if (wanted === (id !== null)) return;
    if (id === null) id = blocker.start('prevent-app-suspension');
    else {
      blocker.stop(id);
      id = null;
    }
  };
}
