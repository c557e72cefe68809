// The way in through the system's browser, with the test in the browser's place.
import type { ElectronApplication } from '@playwright/test';
import { expect } from '../fixtures/app.ts';

/** Stands in for the system browser: main asks for an address to be opened, and the test opens it. Answers what waits for that address. */
export async function takeBrowser(electronApp: ElectronApplication): Promise<() => Promise<string>> {
  await electronApp.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, {
      openExternal: (address: string) => {
        opened.push(address);
        return Promise.resolve();
      },
    });
  });
  return async () => {
    await expect.poll(() => electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.length), { timeout: 20_000 }).toBeGreaterThan(0);
    return electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.at(-1) ?? '');
  };
}

/** Chooses an agent on the sandbox's sign-in page and follows the redirects back to the app. */
export async function signInAt(address: string, agentName: string): Promise<string> {
  const chooser = await (await fetch(address)).text();
  const links = [...chooser.matchAll(/href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  const link = links.find(([, , label]) => label?.includes(agentName))?.[1];
  if (!link) throw new Error(`no link for ${agentName} on the sign-in page:\n${chooser}`);
  const answer = await fetch(new URL(link.replaceAll('&amp;', '&'), address));
  return answer.text();
}
