// Counts of the JSON reports that Vitest and Playwright leave.
import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * One step's counts. A step that ended badly although no test of it failed (it crashed, or its set-up did), and one that
 * ran nothing, count as one failure: silence must not look like success.
 * @param {Counts | undefined} counts `undefined` when there is no report to read
 * @param {number} exitCode
 * @returns {Counts}
 */
export function judged(counts, exitCode) {
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const silent = counts.passed + counts.failed === 0;
  return counts.failed === 0 && (exitCode !== 0 || silent) ? { ...counts, failed: 1 } : counts;
}

/** @returns {Counts} */
export function vitestCounts(/** @type {any} */ report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** @returns {Counts} */
export function playwrightCounts(/** @type {any} */ report) {
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky, skipped: report.stats.skipped };
}

/**
 * The counts of the fault harness's last line: a seed is a test. `undefined` when it did not get that far.
 * @returns {Counts | undefined}
 */
export function chaosCounts(/** @type {string} */ output) {
  try {
    const { seeds, failed } = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    return { passed: seeds - failed.length, failed: failed.length, skipped: 0 };
  } catch {
    return undefined;
  }
}

/**
 * Reads a report and counts; `undefined` when there is none or it cannot be read.
 * @param {string} file
 * @param {(report: any) => Counts} count
 * @returns {Promise<Counts | undefined>}
 */
export async function countsOf(file, count) {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
