// The computer's own files as the desk sees them: the agent chooses in a window of the system's, so that no path ever comes from the page.

/** A file the agent chose. Reading rejects when it cannot be read (any more). */
export interface ChosenFile {
  readonly fileName: string;
  readonly size: number;
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

export interface SaveTarget {
  /** `broken`: the source did not give all of it; `failed`: the disk did not take it. Nothing half is left behind. */
  readonly write: (bytes: AsyncIterable<Uint8Array>) => Promise<'written' | 'broken' | 'failed'>;
}

export interface OutsideFiles {
  /** Empty = cancelled. */
  readonly choose: () => Promise<readonly ChosenFile[]>;
  /** null = cancelled. */
  readonly chooseTarget: (suggestedName: string) => Promise<SaveTarget | null>;
}
