// The rooms of docs/architecture.md as rules: what each may import of ours, and which libraries live where.
// Tests and their rigs are free to reach across (the client is tested against the real sandbox); circles are forbidden to all.

const test = String.raw`(\.test\.tsx?|-rig\.ts)$`;
const ours = '^(src-[a-z]+|e2e|bench|scripts)/';

/** One row of the table: code in `room` may import itself and `others` of ours, and nothing else of ours. */
const mayImport = (name, room, others, comment) => ({
  name: `room-${name}`,
  comment,
  severity: 'error',
  from: { path: room, pathNot: test },
  to: { path: ours, pathNot: [room, ...others] },
});

/** A library (or Node, or Electron) that only some rooms may use. */
const livesIn = (name, library, rooms, comment) => ({
  name: `library-${name}`,
  comment,
  severity: 'error',
  from: { path: '^src-', pathNot: [...rooms, test] },
  to: library,
});

const npm = (pattern) => ({ path: `^node_modules/(${pattern})(/|$)` });

const domain = '^src-shared/domain/';
const apple = '^src-shared/apple/';
const wxcc = '^src-shared/wxcc/';
const ipc = '^src-shared/ipc/';
const locales = '^src-shared/locales/';
const shared = '^src-shared/';
const desk = '^src-main/desk/';
const theDoorToTheCentre = String.raw`^src-main/centre/contact-centre\.ts$`;
const deskSelectors = String.raw`^src-main/desk/(selectors(/|\.ts$)|[a-z-]+-selectors\.ts$)`;

const rooms = [
  mayImport('domain', domain, [], 'The words of the field stand alone.'),
  mayImport('apple', apple, [domain], "Apple's formats translate to and from the domain."),
  mayImport('wxcc', wxcc, [domain], 'The protocol translates to and from the domain.'),
  mayImport('ipc', ipc, [domain], 'The contract between main and renderer is in words of the domain.'),
  mayImport('locales', locales, [], 'Catalogues are data.'),

  mayImport('centre', '^src-main/centre/', [shared], 'The client of the contact centre knows nothing of what is done with its events.'),
  mayImport('masking', '^src-main/masking/', [domain], 'Masking is pure.'),
  mayImport('desk', desk, [shared, '^src-main/masking/', theDoorToTheCentre], 'The desk knows the contact centre by its interface alone.'),
  mayImport('notify', '^src-main/notify/', [deskSelectors, domain, ipc, locales], "Notifications read the desk through its selectors."),
  mayImport('spelling', '^src-main/spelling/', [domain], 'Looking words up is pure but for its thread and its files.'),
  mayImport('settings', '^src-main/settings/', [domain], 'Settings know no other room.'),
  mayImport('shell', '^src-main/shell/', ['^src-main/settings/', domain, locales], 'Windows, menus and tray know settings and the words they show.'),
  mayImport('bridge', '^src-main/bridge/', [desk, ipc, domain], 'The bridge publishes the desk and speaks the contract.'),
  mayImport('diagnostics', '^src-main/diagnostics/', [], 'The log must not know what it could leak.'),
  mayImport('main', '^src-main/[^/]+\\.ts$', ['^src-main/', shared], 'The composition root knows all of main, and nothing beyond.'),
  mayImport('preload', '^src-preload/', [ipc, domain], 'The preload knows the contract alone.'),

  mayImport('replica', '^src-renderer/desk/', [shared], 'The replica knows the contract alone.'),
  {
    ...mayImport('features', '^src-renderer/features/([^/]+)/', [], "A feature knows the replica, the primitives and others' front doors, not their insides."),
    to: { path: ours, pathNot: ['^src-renderer/features/$1/', '^src-renderer/features/[^/]+/index\\.tsx?$', '^src-renderer/(desk|ui|text|styles)(/|\\.)', shared] },
  },
  mayImport('ui', '^src-renderer/ui/', ['^src-renderer/styles/'], 'Primitives know nothing of the field.'),
  mayImport('renderer', '^src-renderer/(app/|[^/]+\\.tsx?$)', ['^src-renderer/', shared], 'The page is put together here; it never imports main.'),
  mayImport('sandbox', '^src-sandbox/', [shared], 'The sandbox shares the protocol with the client, not its code.'),
  // The fault harness puts main, replica and sandbox together without a window: a composition root like main.ts.
  mayImport('e2e', '^e2e/(?!chaos/)', [shared], 'End-to-end tests know what an agent sees, not how it is made.'),
  {
    name: 'one-catalogue',
    comment: 'The page fetches the language it shows; all of them would be most of its first load.',
    severity: 'error',
    from: { path: '^src-renderer/', pathNot: [test, String.raw`^src-renderer/desk/render-with-desk\.tsx$`] },
    to: { path: String.raw`^src-shared/locales/(catalogues\.ts|[a-z]{2}/)` },
  },
  {
    name: 'room-unknown',
    comment: 'A new folder is a new room: it gets a row here and in docs/architecture.md first.',
    severity: 'error',
    from: {},
    to: {
      path: '^src-[a-z]+/[^/]+/',
      pathNot: [
        '^src-main/(centre|masking|desk|notify|spelling|settings|shell|bridge|diagnostics)/',
        '^src-shared/(domain|apple|wxcc|ipc|locales)/',
        '^src-renderer/(app|desk|features|ui|text|styles)/',
        '^src-sandbox/',
      ],
    },
  },
];

const react = npm('react|react-dom|react-redux|react-intl|@tanstack/react-virtual|frimousse');
const components = npm('react-aria-components|react-aria|react-stately|@react-aria/[^/]+|@react-stately/[^/]+|@internationalized/[^/]+');

const libraries = [
  livesIn('electron', npm('electron'), ['^src-main/(shell|settings|notify|bridge|diagnostics)/', '^src-main/[^/]+\\.ts$', '^src-preload/'], 'Centre, masking and desk run and are tested without Electron.'),
  livesIn('node', { dependencyTypes: ['core'] }, ['^src-main/', '^src-sandbox/'], 'Renderer, preload and shared code have no Node.'),
  livesIn('react', react, ['^src-renderer/'], 'React is for the page.'),
  livesIn('components', components, ['^src-renderer/ui/'], 'One place knows the component library.'),
  livesIn('socket', npm('ws|tus-js-client'), ['^src-main/centre/', '^src-sandbox/'], 'The network has one door.'),
  livesIn('store', npm('electron-store'), ['^src-main/settings/'], 'Files of settings have one door.'),
  livesIn('hunspell', npm('hunspell-asm'), ['^src-main/spelling/'], 'It runs in a thread of its own, started when it is needed.'),
  livesIn('log', npm('electron-log'), ['^src-main/diagnostics/'], 'Everything logged passes the redacting sink.'),
  livesIn('server', npm('fastify|@fastify/[^/]+|@tus/server'), ['^src-sandbox/'], 'The app serves nothing.'),
  livesIn('toolchain', npm('vite|electron-vite|rolldown|electron-builder|playwright|@playwright/[^/]+|vitest|fast-check|jsdom'), ['^src-shared/apple/testing/'], 'Tools build and test the app; they are no part of it.'),
  {
    name: 'library-domain',
    comment: 'The domain needs no library.',
    severity: 'error',
    from: { path: '^src-shared/domain/', pathNot: test },
    to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'] },
  },
];

const general = [
  { name: 'no-circles', comment: 'Two files that need each other are one subject or hide a third.', severity: 'error', from: {}, to: { circular: true } },
  { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  { name: 'no-tests-in-code', severity: 'error', from: { pathNot: [test, '^e2e/'] }, to: { path: test } },
];

module.exports = {
  forbidden: [...rooms, ...libraries, ...general],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    // Types cross borders too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
};
