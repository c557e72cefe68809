// The tour's pictures of reading: a long conversation in three languages, its search, what is known of the customer and what was said before.
import { test } from '../fixtures/app.ts';
import { repository } from '../fixtures/paths.ts';
import { workspaceOf } from '../pages/workspace.ts';
import { openCamera } from './camera.ts';

test.use({ sandboxArgs: ['--scenario', repository('src-sandbox/scenarios/ten-thousand.json')] });

test('reading', async ({ app, page }) => {
  const camera = await openCamera(app, 9);
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await desk.accept('Melissa Jansen');
  const details = page.getByRole('complementary', { name: 'Customer details' });
  await details.getByText('m******@gmail.example').waitFor();
  await desk.transcript.getByText('مرحبًا', { exact: false }).last().scrollIntoViewIfNeeded();
  await desk.transcript.getByRole('link').last().hover();
  await camera.shoot('long-conversation', 'narrow', 'smallest');

  await page.keyboard.press('Control+f');
  const search = page.getByRole('search', { name: 'Search in this conversation' });
  await search.getByRole('searchbox').fill('مرحبا');
  await search.getByText('1 of 1,000', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await camera.shoot('search', 'narrow', 'smallest');
  await page.keyboard.press('Escape');

  await details.getByRole('button', { name: /\d{4}/ }).first().scrollIntoViewIfNeeded();
  await camera.shoot('customer-history');
  await details.getByRole('button', { name: /\d{4}/ }).first().click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await camera.shoot('earlier-conversation', 'narrow', 'smallest');
});
