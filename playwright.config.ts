// End-to-end tests on real Electron. scripts/e2e.mjs sets the stage (runtime, display, bus, build) and starts this.
import { defineConfig } from '@playwright/test';

const electron = `${process.env['PARLEY_ELECTRON_VERSION'] ?? 'unknown'} (${process.env['PARLEY_ELECTRON_SOURCE'] ?? 'unknown'})`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Every test has its own app and its own contact centre, so they do not know of each other; two are what two cores bear.
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second attempt hides a fault.
  retries: 0,
  forbidOnly: true,
  metadata: { electron },
  reporter: [['list'], ['json', { outputFile: process.env['PARLEY_E2E_REPORT'] ?? '.cache/report/e2e.json' }]],
  projects: [
    { name: 'e2e', testDir: 'e2e/specs' },
    { name: 'tour', testDir: 'e2e/tour', workers: 1, timeout: 300_000 },
    { name: 'smoke', testDir: 'e2e/smoke' },
  ],
});
