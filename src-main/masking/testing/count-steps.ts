// Counts what the engine does in place of timing it: how often each block of its code ran, as the JavaScript engine itself
// counts for coverage. The same text always costs the same number, on a slow machine too.
import { Session } from 'node:inspector';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Coverage {
  readonly result: readonly { readonly url: string; readonly functions: readonly { readonly functionName: string; readonly ranges: readonly Range[] }[] }[];
}

/** Starts counting. Code that ran before is not counted: the engine has to be loaded afterwards. */
export function countSteps(): { readonly during: (work: () => void) => number } {
  const session = new Session();
  session.connect();
  /** Its own thread's inspector answers before `post` returns. */
  const ask = (method: string, parameters: object = {}): unknown => {
    let answer: unknown;
    session.post(method, parameters, (error, result) => {
      if (error !== null) throw error;
      answer = result;
    });
    return answer;
  };
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const take = (): number => {
    const { result } = ask('Profiler.takePreciseCoverage') as Coverage;
    return result.filter(({ url }) => /src-main\/masking\/[a-z-]+\.ts$/.test(url))
      .flatMap(({ functions }) => functions).flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
  };
  return {
    during: (work) => {
      take();
      work();
      return take();
    },
  };
}
