// The way to a section of the settings.
import type { Page } from '@playwright/test';
import { expect } from '../fixtures/app.ts';

export async function openSettings(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('navigation', { name: 'Settings sections' }).getByRole('button', { name: section }).click();
  await expect(page.getByRole('heading', { name: section, exact: true })).toBeFocused();
}
