import { describe, expect, it } from 'vitest';
import { chaosCounts, judged, playwrightCounts, vitestCounts } from './counts.mjs';

describe('counts of a test step', () => {
  it('takes a clean run as it is', () => {
    expect(judged({ passed: 3, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  it('keeps the failures of a failed run', () => {
    expect(judged({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  it('counts a crash without a failed test as a failure', () => {
    expect(judged({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  });

  it('counts a run of nothing and a missing report as a failure', () => {
    expect(judged({ passed: 0, failed: 0, skipped: 4 }, 0).failed).toBe(1);
    expect(judged(undefined, 0).failed).toBe(1);
  });

  it('reads the report of Vitest, with what failed', () => {
    const testResults = [{ assertionResults: [{ status: 'passed', fullName: 'a b' }, { status: 'failed', fullName: 'a c', failureMessages: ['\u001b[31mnot two\u001b[39m\n at x'] }] }];
    expect(vitestCounts({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults }))
      .toEqual({ passed: 5, failed: 1, skipped: 3, failures: ['a c: not two'] });
  });

  it('reads the report of Playwright, with what failed however deep it is', () => {
    const spec = { ok: false, file: 's01.spec.ts', line: 7, title: 'rings', tests: [{ results: [{ error: { message: 'Error: silent' } }] }] };
    expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, suites: [{ specs: [{ ok: true }], suites: [{ specs: [spec] }] }] }))
      .toEqual({ passed: 4, failed: 2, skipped: 2, failures: ['s01.spec.ts:7 rings: Error: silent'] });
  });

  it('reads the last line of the fault runs, with the seeds that failed and why', () => {
    expect(chaosCounts('a table\n{"seeds":200,"failed":[{"seed":7,"broken":["lost","twice"]}]}\n'))
      .toEqual({ passed: 199, failed: 1, skipped: 0, failures: ['seed 7: lost; twice'] });
    expect(chaosCounts('killed')).toBeUndefined();
  });
});
