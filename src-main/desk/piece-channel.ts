// A file that the page hands over piece by piece, as something that is read: what is not read yet holds the next piece back.

export interface PieceChannel {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Resolves when the piece has been taken; rejects when nobody reads any more. */
  readonly put: (piece: Uint8Array) => Promise<void>;
  readonly end: () => void;
  /** Whoever reads is told that the rest will not come. */
  readonly fail: (why: Error) => void;
}

type Step = { readonly kind: 'piece'; readonly piece: Uint8Array; readonly taken: () => void } | { readonly kind: 'end' } | { readonly kind: 'failed'; readonly why: Error };

export function pieceChannel(): PieceChannel {
  const steps: Step[] = [];
  let wake = (): void => undefined;
  let closed = false;
  const push = (step: Step): void => {
    if (closed) return;
    steps.push(step);
    wake();
  };

  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (steps.length === 0) await new Promise<void>((resolve) => { wake = resolve; });
        const step = steps.shift();
        if (step?.kind === 'end') return;
        if (step?.kind === 'failed') throw step.why;
        if (step === undefined) continue;
        try {
          yield step.piece;
        } finally {
          step.taken();
        }
      }
    } finally {
      closed = true;
      for (const step of steps.splice(0)) if (step.kind === 'piece') step.taken();
    }
  }

  return {
    pieces: read(),
    put: (piece) => (closed ? Promise.reject(new Error('Nobody reads.')) : new Promise((taken) => { push({ kind: 'piece', piece, taken }); })),
    end: () => { push({ kind: 'end' }); },
    fail: (why) => { push({ kind: 'failed', why }); },
  };
}
