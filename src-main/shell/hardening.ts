// Electron's security list as code: no permissions, no navigation, no new windows, no network for the page.
// https://www.electronjs.org/docs/latest/tutorial/security
import type { App, Session, WebContents } from 'electron';

/** What the page may ask of the system: copying text, nothing else. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

export function hardenSession(session: Session, allowedAddresses: readonly string[]): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => { answer(allowedPermissions.has(permission)); });
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const own = allowedAddresses.some((prefix) => details.url.startsWith(prefix)) || /^(data|blob|devtools):/.test(details.url);
    answer({ cancel: !own });
  });
  // Dictionaries would be downloaded from the network.
  if (process.platform !== 'darwin') session.setSpellCheckerLanguages([]);
}

/** For every web contents there will ever be. */
export function hardenContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const refuse = (event: { preventDefault: () => void }): void => { event.preventDefault(); };
    contents.on('will-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-frame-navigate', refuse);
    contents.on('will-attach-webview', refuse);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
