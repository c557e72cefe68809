// The diagnostics as an agent saves them. The system's dialog is not part of the page: it is answered in its place.
import { expect, type RunningApp } from '../fixtures/app.ts';
import { openSettings } from './settings.ts';

/** Saves the diagnostics to `path` through the settings, and comes back. */
export async function saveDiagnostics({ electronApp, page }: RunningApp, path: string): Promise<void> {
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await openSettings(page, 'Diagnostics');
  await page.getByRole('button', { name: 'Save diagnostics' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to conversations' }).click();
}
