// The only way out of the app: web addresses to the system browser. Plain http is for the local sandbox's sign-in and for links that the agent has confirmed.
import { shell } from 'electron';

export function mayOpen(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || protocol === 'http:';
}

/** Resolves to whether the browser was asked to open it. */
export async function openInBrowser(address: string): Promise<boolean> {
  if (!mayOpen(address)) return false;
  try {
    await shell.openExternal(address);
    return true;
  } catch {
    return false;
  }
}
