// Counts of the JSON reports that Vitest and Playwright leave, and the names of what failed: the end of a log is all that some
// readers get to see.
import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number, failures?: readonly string[] }} Counts `failures`: a line for each that failed */

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

/** The first line of an error's words, without the colours of a terminal. */
const firstLine = (/** @type {string | undefined} */ words) => stripVTControlCharacters(words ?? '').split('\n').find((line) => line.trim() !== '') ?? 'no words';

/** @returns {Counts} */
export function vitestCounts(/** @type {any} */ report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures: report.testResults.flatMap((/** @type {any} */ file) =>
      file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed').map((/** @type {any} */ test) => `${test.fullName}: ${firstLine(test.failureMessages[0])}`),
    ),
  };
}

/** @returns {Counts} */
export function playwrightCounts(/** @type {any} */ report) {
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
    failures: report.suites.flatMap(failedSpecs),
  };
}

/** @returns {string[]} */
function failedSpecs(/** @type {any} */ suite) {
  const here = (suite.specs ?? []).filter((/** @type {any} */ spec) => !spec.ok).map((/** @type {any} */ spec) => {
    const error = spec.tests.flatMap((/** @type {any} */ test) => test.results).map((/** @type {any} */ result) => result.error?.message).find(Boolean);
    return `${spec.file}:${spec.line} ${spec.title}: ${firstLine(error)}`;
  });
  return [...here, ...(suite.suites ?? []).flatMap(failedSpecs)];
}

/**
 * The counts of the fault harness's last line: a seed is a test. `undefined` when it did not get that far.
 * @returns {Counts | undefined}
 */
export function chaosCounts(/** @type {string} */ output) {
  try {
    const { seeds, failed } = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    return {
      passed: seeds - failed.length,
      failed: failed.length,
      skipped: 0,
      failures: failed.map((/** @type {any} */ { seed, broken }) => `seed ${seed}: ${broken.join('; ')}`),
    };
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
