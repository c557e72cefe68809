// A day or a time of day as it is typed: part after part, in the order of the agent's language.
import type { Locator } from '@playwright/test';
import { expect } from '../fixtures/app.ts';

/** Types `written` (09:00, 10/31/2031) and waits until it stands there. */
export async function typeMoment(field: Locator, written: string): Promise<void> {
  await field.getByRole('spinbutton').first().focus();
  await field.page().keyboard.type(written.replaceAll(/\D/g, ''));
  await expect.poll(async () => (await field.textContent())?.replaceAll(/[\u2066-\u2069]/g, '')).toBe(written);
}
