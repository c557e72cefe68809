// The only way out of the app: https addresses to the system browser. Loopback http is for the local sandbox's sign-in.
import { shell } from 'electron';

export function mayOpen(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'));
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
