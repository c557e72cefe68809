// The unpacked application of `npm run dist -- --dir` starts, shows the sign-in window and is closed as tightly as it should be.
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test, type Page } from '@playwright/test';
import { packagedExecutable, startPackaged } from '../fixtures/packaged.ts';

/** How the wire in the binary writes a fuse that is on: the character 1. */
const enabled = '1'.charCodeAt(0);

test('the packaged app shows its sign-in window, as an ordinary user and in Chromium’s sandbox', async () => {
  const app = await startPackaged();
  try {
    await expect(app.page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
    expect(app.engine).toBe(`Electron/${process.env['PARLEY_ELECTRON_VERSION'] ?? ''}`);
    await expectSpelling(app.page);
  } finally {
    await app.close();
  }
});

/** The thread and the dictionaries are found inside the archive. */
async function expectSpelling(page: Page): Promise<void> {
  const wrong = (): Promise<unknown> => page.evaluate(() => window.parley.command('spelling.misspelled', { words: ['parcel', 'parcle'] }));
  await expect.poll(wrong).toEqual({ ok: true, value: { words: ['parcle'] } });
}

test('its fuses are set as electron-builder.yml says', async () => {
  const fuses = await getCurrentFuseWire(packagedExecutable());
  const states = Object.fromEntries(
    Object.entries(FuseV1Options)
      .filter((entry): entry is [string, FuseV1Options] => typeof entry[1] === 'number')
      .map(([name, index]) => [name, Number(fuses[index]) === enabled]),
  );
  expect(states).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('its archive holds the bundles and nothing else', () => {
  const files = listPackage(join(packagedExecutable(), '../resources/app.asar'), { isPack: false });
  const unexpected = files.filter((file) => !/^\/(package\.json|out(\/(main|preload|renderer|sandbox|spelling)(\/.*)?)?)$/.test(file.replaceAll('\\', '/')));
  expect(unexpected).toEqual([]);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
});
