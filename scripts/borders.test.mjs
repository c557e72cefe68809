// The borders between the rooms really hold: a small tree that breaks every rule, and one that keeps them all.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/** Importing file, imported file or package, broken rules. */
const broken = [
  ['src-shared/domain/task.ts', 'src-shared/ipc/view.ts', 'room-domain'],
  ['src-shared/domain/status.ts', 'valibot', 'library-domain'],
  ['src-shared/apple/from-wire.ts', 'src-shared/wxcc/frames.ts', 'room-apple'],
  ['src-shared/wxcc/rest.ts', 'src-shared/ipc/patch.ts', 'room-wxcc'],
  ['src-shared/ipc/bridge.ts', 'src-shared/wxcc/frames.ts', 'room-ipc'],
  ['src-shared/ipc/clock.ts', 'node:timers', 'library-node'],
  ['src-shared/locales/index.ts', 'src-shared/domain/masking.ts', 'room-locales'],
  ['src-main/centre/session.ts', 'src-main/desk/store.ts', 'room-centre'],
  ['src-main/centre/power.ts', 'electron', 'library-electron'],
  ['src-main/masking/mask.ts', 'src-main/desk/store.ts', 'room-masking'],
  ['src-main/desk/outbox.ts', 'src-main/centre/socket.ts', 'room-desk'],
  ['src-main/desk/vault.ts', 'electron', 'library-electron'],
  ['src-main/notify/decide.ts', 'src-main/desk/store.ts', 'room-notify'],
  ['src-main/spelling/spelling.ts', 'src-main/desk/store.ts', 'room-spelling'],
  ['src-main/settings/policy.ts', 'src-main/desk/store.ts', 'room-settings'],
  ['src-main/shell/tray.ts', 'src-main/desk/store.ts', 'room-shell'],
  ['src-main/bridge/publish.ts', 'src-main/centre/socket.ts', 'room-bridge'],
  ['src-main/diagnostics/log.ts', 'src-main/desk/store.ts', 'room-diagnostics'],
  ['src-main/main.ts', 'src-sandbox/main.ts', 'room-main'],
  ['src-main/compose.ts', 'src-renderer/desk/store.ts', 'room-main'],
  ['src-main/shell/page.ts', 'react', 'library-react'],
  ['src-main/bridge/socket.ts', 'ws', 'library-socket'],
  ['src-main/desk/file.ts', 'electron-store', 'library-store'],
  ['src-main/desk/log.ts', 'electron-log', 'library-log'],
  ['src-main/desk/words.ts', 'hunspell-asm', 'library-hunspell'],
  ['src-main/bridge/server.ts', 'fastify', 'library-server'],
  ['src-main/bridge/sample.ts', 'fast-check', 'library-toolchain'],
  ['src-preload/index.ts', 'src-main/bridge/ipc.ts', 'room-preload'],
  ['src-renderer/desk/replica.ts', 'src-renderer/features/status/index.ts', 'room-replica'],
  ['src-renderer/features/offers/list.tsx', 'src-renderer/features/status/pill.tsx', 'room-features'],
  ['src-renderer/features/offers/popover.tsx', 'src-main/desk/store.ts', 'room-features'],
  ['src-renderer/features/offers/button.tsx', 'react-aria-components', 'library-components'],
  ['src-renderer/features/offers/bell.tsx', 'electron', 'library-electron'],
  ['src-renderer/ui/button.tsx', 'src-renderer/desk/store.ts', 'room-ui'],
  ['src-renderer/main.tsx', 'src-main/desk/store.ts', 'room-renderer'],
  ['src-renderer/text/words.ts', 'src-shared/locales/nl/index.ts', 'one-catalogue'],
  ['src-sandbox/router.ts', 'src-main/desk/store.ts', 'room-sandbox'],
  ['e2e/specs/offer.spec.ts', 'src-main/desk/store.ts', 'room-e2e'],
  ['src-sandbox/lost.ts', './nowhere.ts', 'no-unresolvable'],
  ['src-sandbox/leak.ts', 'src-sandbox/router.test.ts', 'no-tests-in-code'],
  ['src-main/main-menu.ts', 'src-main/elsewhere/menu.ts', 'room-unknown'],
];

const kept = [
  ['src-shared/apple/to-wire.ts', 'src-shared/domain/message.ts'],
  ['src-shared/wxcc/fields.ts', 'valibot'],
  ['src-main/centre/client.ts', 'ws'],
  ['src-main/centre/decode.ts', 'src-shared/wxcc/frames.ts'],
  ['src-main/desk/effects.ts', 'src-main/centre/contact-centre.ts'],
  ['src-main/notify/show.ts', 'src-main/desk/selectors.ts'],
  ['src-main/shell/windows.ts', 'electron'],
  ['src-main/desk/against-the-sandbox.test.ts', 'src-sandbox/main.ts'],
  ['src-renderer/features/offers/index.tsx', 'src-renderer/features/status/index.ts'],
  ['src-renderer/features/offers/ring.tsx', 'src-renderer/ui/ring.tsx'],
  ['src-renderer/ui/menu.tsx', 'react-aria-components'],
  ['src-sandbox/server.ts', 'fastify'],
  ['e2e/specs/words.spec.ts', 'src-shared/locales/index.ts'],
];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-borders-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('borders between the rooms', () => {
  it('reports each import that breaks one, under the name of its rule', async () => {
    const found = await violationsOf('broken', broken);
    for (const [from, to, rule] of broken) expect(found, `${from} -> ${to}`).toContainEqual({ from, rule });
  });

  it('reports two files that need each other', async () => {
    const found = await violationsOf('circle', [
      ['src-main/desk/a.ts', 'src-main/desk/b.ts'],
      ['src-main/desk/b.ts', 'src-main/desk/a.ts'],
    ]);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['no-circles']));
  });

  it('lets pass what the rooms allow', async () => {
    expect(await violationsOf('kept', kept)).toEqual([]);
  });

  it('has a broken example for every rule', () => {
    const covered = new Set([...broken.map(([, , rule]) => rule), 'no-circles']);
    expect(forbidden.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  });
});

/** Writes the importing files and empty ones for all they import, and runs the rules of this repository on them. */
async function violationsOf(name, imports) {
  const base = join(folder, name);
  const put = (file, text) => {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    writeFileSync(join(base, file), text, { flag: 'a' });
  };
  for (const [from, to] of imports) {
    if (to.startsWith('src-')) {
      put(to, 'export {};\n');
      put(from, `import ${JSON.stringify(`./${relative(dirname(from), to)}`)};\n`);
    } else {
      if (!to.startsWith('.') && !to.startsWith('node:')) {
        put(`node_modules/${to}/index.js`, '');
        put(`node_modules/${to}/package.json`, '');
        writeFileSync(join(base, `node_modules/${to}/package.json`), JSON.stringify({ name: to, main: 'index.js' }));
      }
      put(from, `import ${JSON.stringify(to)};\n`);
    }
  }
  const packages = imports.map(([, to]) => to).filter((to) => !/^(src-|\.|node:)/.test(to));
  writeFileSync(join(base, 'package.json'), JSON.stringify({ devDependencies: Object.fromEntries(packages.map((to) => [to, '1.0.0'])) }));

  const { doNotFollow, tsPreCompilationDeps, enhancedResolveOptions } = options;
  const roots = [...new Set(imports.flatMap(([from, to]) => [from, to]).filter((file) => /^(src-|e2e)/.test(file)).map((file) => file.split('/')[0]))];
  const { output } = await cruise(roots, { validate: true, ruleSet: { forbidden }, baseDir: base, doNotFollow, tsPreCompilationDeps, enhancedResolveOptions });
  if (typeof output === 'string') throw new Error('dependency-cruiser reported text where a result was expected');
  return output.summary.violations.map((violation) => ({ from: violation.from, rule: violation.rule.name }));
}
