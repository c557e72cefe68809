// A chat from request to wrap-up as a Dutch agent reads it: the words of the field, and no English word left in the way.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';

test.use({ language: 'nl' });

/** Words that stand on the English screens of the same places. */
const english = /\b(?:Accept|Send|Transfer|Refresh|Cancel|Available|Wrap-up|Submit|Search|Notes|Queue|Conversation|Customer|Message|Missed|waiting)\b/;

/** What is read of a part of the window, without what customers and administrators wrote. */
async function readsDutch(page: Page, role: 'dialog' | 'alertdialog' | 'main' | 'navigation' | 'complementary', name: RegExp): Promise<void> {
  const part = page.getByRole(role, { name });
  await expect(part).toBeVisible();
  // Options hold what an administrator named.
  const read = (await part.ariaSnapshot()).split('\n').filter((row) => !row.includes('- option ')).join('\n');
  expect(read).not.toMatch(english);
  expect(await violationsOf(page)).toEqual([]);
}

test('S1 S2 S11 S13 a chat in Dutch, from request to wrap-up and to a missed request', async ({ page, sandbox }) => {
  const centre = contactCentreOf(sandbox);
  const status = page.getByRole('button', { name: /^Status:/ });
  await expect(page.getByText(/^Bijgewerkt/)).toBeVisible();
  await centre.colleaguesIdle();
  const goAvailable = async (): Promise<void> => {
    await status.click();
    await page.getByRole('menuitemradio', { name: 'Beschikbaar', exact: true }).click();
    await expect(status).toHaveAccessibleName('Status: Beschikbaar');
  };
  await goAvailable();
  await openChat(sandbox, 'Hallo, mijn factuur klopt niet');
  await readsDutch(page, 'complementary', /^Nieuwe verzoeken$/);
  await page.getByRole('complementary', { name: 'Nieuwe verzoeken' }).getByRole('button', { name: 'Verzoek van Melissa Jansen accepteren' }).click();

  const conversation = page.getByRole('main', { name: 'Gesprek' });
  const composer = conversation.getByRole('textbox', { name: 'Bericht' });
  await expect(composer).toBeFocused();
  await composer.fill('Goedemiddag, ik kijk het na.');
  await composer.press('Enter');
  await expect(conversation.getByText(/Verzonden/).first()).toBeVisible();
  await readsDutch(page, 'main', /^Gesprek$/);
  await readsDutch(page, 'navigation', /^Takenlijst$/);

  await conversation.getByRole('button', { name: 'Doorverbinden', exact: true }).click();
  const handover = page.getByRole('dialog', { name: 'Verzoek doorverbinden' });
  await expect(handover.getByText(/s geleden bijgewerkt$/)).toBeVisible();
  await readsDutch(page, 'dialog', /^Verzoek doorverbinden$/);
  await handover.getByRole('button', { name: 'Annuleren' }).click();

  await conversation.getByRole('button', { name: 'Beëindigen', exact: true }).click();
  await readsDutch(page, 'alertdialog', /^Dit gesprek beëindigen\?$/);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Beëindigen', exact: true }).click();
  const wrapUp = page.getByRole('dialog', { name: 'Redenen voor afronding' });
  await expect(wrapUp.getByPlaceholder('Redenen zoeken')).toBeFocused();
  await readsDutch(page, 'dialog', /^Redenen voor afronding$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await wrapUp.getByRole('button', { name: 'Afronding verzenden' }).click();
  await expect(wrapUp).toBeHidden();

  await centre.settings({ ronaTimeoutMs: 1_000 });
  await openChat(sandbox, 'Is daar iemand?', { name: 'Daan Visser' });
  await expect(status).toHaveAccessibleName('Status: RONA');
  await expect(page.getByRole('alert').filter({ hasText: 'U hebt een verzoek van Daan Visser gemist' })).toContainText('Het ging terug naar de wachtrij.');
  await page.getByRole('button', { name: 'Beschikbaar worden' }).first().click();
  await expect(status).toHaveAccessibleName('Status: Beschikbaar');
});
