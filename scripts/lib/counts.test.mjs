import { describe, expect, it } from 'vitest';
import { judged, playwrightCounts, vitestCounts } from './counts.mjs';

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

  it('reads both reports', () => {
    expect(vitestCounts({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });
});
