// The composition root: reads top to bottom like the picture in docs/architecture.md.
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { app, type BrowserWindow, nativeTheme, safeStorage, session } from 'electron';
import type { Clock } from '../src-shared/domain/clock.ts';
import { openBridge } from './bridge/bridge.ts';
import { openIpcDoor } from './bridge/ipc.ts';
import { createContactCentre } from './centre/index.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { shrinkPicture } from './desk/shrink-picture.ts';
import { memoryFiles, type FileStore } from './desk/file-store.ts';
import { memoryFile, type WorkFile } from './desk/work.ts';
import { createCounters } from './diagnostics/counters.ts';
import { errorFields, openLog, type Log } from './diagnostics/log.ts';
import { diagnosticsName, diagnosticsOf } from './diagnostics-file.ts';
import { createHealth } from './health.ts';
import { createMasker } from './masking/index.ts';
import { warmUp } from './masking/warm-up.ts';
import { createChoices } from './choices.ts';
import { policyPath, readPolicy } from './settings/admin-policy.ts';
import { chooseCipher } from './settings/cipher.ts';
import { createPresence, type Presence } from './presence.ts';
import { readEnvironment } from './settings/environment.ts';
import { openPreferences } from './settings/preferences.ts';
import { openWindowPlaces } from './settings/window-places.ts';
import { sealedFiles } from './settings/sealed-files.ts';
import { secretFile } from './settings/secret-file.ts';
import { decodePicture } from './shell/card-picture.ts';
import { deepLinkIn, parseDeepLink, type DeepLink } from './shell/deep-links.ts';
import { chooseFiles, chooseTarget } from './shell/file-dialogs.ts';
import { bringUp, hideInsteadOfClosing, keepPlace, placeFor, watchFront } from './shell/front.ts';
import { hardenContents, hardenSession } from './shell/hardening.ts';
import { openInBrowser } from './shell/links.ts';
import { loginItem } from './shell/login-item.ts';
import { createLocalSandbox } from './shell/local-sandbox.ts';
import { PAGE_ADDRESS, PAGE_ORIGIN, registerPageScheme, servePage, type ServePicture } from './shell/page.ts';
import { printPdf } from './shell/print-pdf.ts';
import { onInput } from './shell/input.ts';
import { onWake } from './shell/power.ts';
import { openWindow } from './shell/window.ts';
import { careForWindow } from './window-care.ts';
import { createSpellingCare, type SpellingCare } from './spelling-care.ts';
import { createSignInDoor } from './sign-in-door.ts';
import { loadTexts } from './texts.ts';

declare const __PARLEY_VERSION__: string;

/** Where organisations' phone numbers without a country code are looked for (masking.md). */
const MASKING_REGIONS = ['US', 'GB', 'NL', 'DE', 'FR'];

/** The engine is warmed up once the first chats have been put on the screen, a turn at a time. */
const WARM_UP_AFTER_MS = 5_000;
const WARM_UP_PAUSE_MS = 50;

const clock: Clock = {
  now: Date.now,
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => { clearTimeout(timer); };
  },
};

// macOS hands over the link the app is started with before it is ready.
let linkAtStart: DeepLink | null = null;
app.once('open-url', (_event, address) => { linkAtStart = parseDeepLink(address); });
// Windows shows notifications of apps it knows by this name only (electron-builder.yml, appId).
if (process.platform === 'win32') app.setAppUserModelId('eu.parley.desktop');

// Before anything is written: files of this app are for this user alone.
process.umask(0o077);
registerPageScheme();
// As root, and only then, development scripts pass --no-sandbox; enforcing the sandbox would stop every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  const environment = readEnvironment(process.env);
  const { log, recent } = openLog();
  const report = (error: unknown): void => { log('bug', errorFields(error)); };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);

  hardenContents(app);
  await app.whenReady();
  const developing = environment.rendererUrl !== null && !app.isPackaged;
  const pageAddress = developing ? environment.rendererUrl : PAGE_ADDRESS;
  const allowedAddresses = developing ? [`${new URL(environment.rendererUrl).origin}/`, environment.rendererUrl.replace(/^http/, 'ws')] : [PAGE_ORIGIN];
  hardenSession(session.defaultSession, allowedAddresses);
  let picture: ServePicture = () => Promise.resolve(null);
  const pageFetched = servePage(join(__dirname, '../renderer'), (address) => picture(address));

  const policy = readPolicy([policyPath(process.platform, process.env['ProgramData']), ...(environment.policyFile === null ? [] : [environment.policyFile])]);
  if (policy.problem !== null) log('policy.bad', { problem: policy.problem.kind });
  const { appearance, preferences, settings } = createChoices({ preferences: openPreferences(), policy, login: loginItem(), setZoom: (zoom) => { window.webContents.setZoomFactor(zoom); } });
  nativeTheme.themeSource = appearance.theme;
  // The page starts in a process of its own while everything else is put together here.
  const places = openWindowPlaces();
  const window = openWindow(join(__dirname, '../preload/index.cjs'), null, placeFor(places), settings.chosen.zoom);
  keepPlace(window, places);
  void window.loadURL(pageAddress);
  const cipher = chooseCipher(safeStorage, environment.storageKey);
  const workPath = (owner: string): string => join(app.getPath('userData'), 'work', createHash('sha256').update(owner).digest('hex').slice(0, 32));
  const fileStore = (owner: string): FileStore => (cipher === null ? memoryFiles() : sealedFiles(`${workPath(owner)}.files`, cipher));
  const workFile = (owner: string): WorkFile =>
    cipher === null
      ? memoryFile()
      : { durable: true, ...secretFile(workPath(owner), cipher) };

  const sandbox = createLocalSandbox(join(__dirname, '../sandbox/index.cjs'));
  const counters = createCounters();
  const health = createHealth(counters, clock);
  const centre = createContactCentre({ clock, random: Math.random, newId: randomUUID, log, counted: health.frame });
  centre.listen(health.take);
  const saveDiagnostics = async (): Promise<'saved' | 'cancelled' | 'failed'> => {
    const target = await chooseTarget(diagnosticsName(clock.now()));
    if (target === null) return 'cancelled';
    const content = Buffer.from(diagnosticsOf({ desk, health, counters, clock, recent }));
    return (await target.write(Readable.from([content]) as AsyncIterable<Buffer>)) === 'written' ? 'saved' : 'failed';
  };
  const masker = createMasker({ regions: MASKING_REGIONS });
  let spelling: SpellingCare | null = null;
  const desk: Desk = await createDesk({
    centre,
    openAddress: openInBrowser,
    misspelled: (words) => spelling?.misspelled(words) ?? Promise.resolve([]),
    outsideFiles: { choose: chooseFiles, chooseTarget },
    press: { texts: loadTexts, print: printPdf },
    door: createSignInDoor({ environment, sandbox, openInBrowser, clock }),
    preferences: {
      ...preferences,
      setAppearance: (part) => {
        preferences.setAppearance(part);
        if (part.theme) nativeTheme.themeSource = part.theme;
      },
    },
    masker,
    workFile, fileStore,
    clock, random: Math.random, newId: randomUUID, report,
    diagnostics: { read: health.read, save: saveDiagnostics },
    commandEnded: health.commandEnded,
    settings,
    cardPicture: (bytes) => shrinkPicture(decodePicture(bytes)),
    templates: { habits: preferences.templates(), save: preferences.setTemplates },
    app: {
      version: __PARLEY_VERSION__,
      electronVersion: process.versions.electron,
      platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'win' : 'linux',
      locale: appearance.locale ?? app.getLocale(),
      theme: appearance.theme,
      contrast: appearance.contrast,
    },
  });
  picture = desk.picture;
  onWake(desk.wake);
  whenLive(desk, () => { clock.setTimer(WARM_UP_AFTER_MS, () => { warmUp(masker, (turn) => { clock.setTimer(WARM_UP_PAUSE_MS, turn); }); }); });
  careForWindow({ desk, window, policy, version: __PARLEY_VERSION__ });
  spelling = createSpellingCare({
    desk, window, clock, script: join(__dirname, '../spelling/worker.cjs'), folder: join(__dirname, '../spelling/dictionaries'),
    failed: (error) => { log('spelling.failed', errorFields(error)); },
  });
  const { pageAsks, asked } = firstAsk(desk, pageFetched);
  connectWindow(window, { ...desk, pageAsks }, allowedAddresses, log);
  if (environment.contactCentre !== null && environment.accessToken !== null) {
    const { contactCentre, accessToken } = environment;
    // Once the page has the view it draws by itself: connecting before would keep it waiting for its script and for the view.
    desk.signInWith({ baseUrl: contactCentre, token: () => Promise.resolve(accessToken) }, developing ? Promise.resolve() : asked);
  }
  const presence = createPresence({ desk, window, clock, newId: randomUUID, log, quit: () => { app.quit(); } });
  let quitting = false;
  hideInsteadOfClosing(window, () => !quitting && presence.canHide());
  followLinks(presence);

  app.on('second-instance', (_event, argv) => {
    bringUp(window);
    const link = deepLinkIn(argv);
    if (link) presence.follow(link);
  });
  app.on('activate', () => { bringUp(window); });
  app.on('window-all-closed', () => { app.quit(); });
  let closed = false;
  app.on('before-quit', (event) => {
    quitting = true;
    if (closed) return;
    event.preventDefault();
    presence.stop();
    void desk.close().finally(() => {
      closed = true;
      sandbox.stop();
      app.quit();
    });
  });
}

function connectWindow(window: BrowserWindow, desk: Desk, allowedAddresses: readonly string[], log: Log): void {
  const door = openIpcDoor(window, allowedAddresses, (channel) => { log('bridge.refused', { channel }); });
  const closeBridge = openBridge(desk, door, clock, (name) => { log('command.refused', { name }); });
  watchFront(window, desk.setInFront);
  onInput(window, desk.active);
  // The session is in main: after a crash the page only has to be loaded again, but not for ever.
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('renderer.gone', { reason });
    crashes = [...crashes.filter((at) => at > clock.now() - 60_000), clock.now()];
    if (!window.isDestroyed() && crashes.length <= 5) window.webContents.reload();
  });
  window.on('closed', closeBridge);
}

/** Links to Parley: the one it was started with, and those macOS hands over later. */
function followLinks(presence: Presence): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient('parley');
  const first = linkAtStart ?? deepLinkIn(process.argv);
  if (first) presence.follow(first);
  app.on('open-url', (_event, address) => {
    const link = parseDeepLink(address);
    if (link) presence.follow(link);
  });
}

/** The first time that the desk is connected. */
function whenLive(desk: Desk, run: () => void): void {
  const stop = desk.subscribe(() => {
    if (desk.view().connection.state !== 'live') return;
    stop();
    run();
  });
}

/** How long the session waits for a page that has its script and does not ask for the view (ms). */
const FIRST_ASK_LIMIT = 1_000;

/** `asked` resolves when the page has been given the view for the first time, or is not coming for it. */
function firstAsk(desk: Desk, pageFetched: Promise<void>): { readonly pageAsks: () => void; readonly asked: Promise<void> } {
  let given = (): void => undefined;
  const asked = new Promise<void>((resolve) => { given = resolve; });
  void pageFetched.then(() => { clock.setTimer(FIRST_ASK_LIMIT, given); });
  return {
    asked,
    pageAsks: () => {
      desk.pageAsks();
      // After the answer itself has gone out.
      setImmediate(given);
    },
  };
}
