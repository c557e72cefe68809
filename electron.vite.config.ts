// Builds the three bundles of the app into out/: main and preload as one CommonJS file each, the renderer as a page.
// Everything is bundled, so a package needs no node_modules. Reasons: docs/decisions/0002-bundling.md.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const withoutSchemas = resolve('src-main/settings/without-schemas.ts');

// The oldest engine the app must run on: the fallback runtime (Electron 33), not the newer release that ships.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

/** The component library empties its announcements with `innerHTML`, which Trusted Types refuse; the same without it. Fails when an upgrade changes the place. */
const trustedAnnouncer: Plugin = {
  name: 'parley:trusted-announcer',
  transform: {
    filter: { id: /dist[/\\]private[/\\]live-announcer[/\\]LiveAnnouncer\.\w+$/ },
    handler(code) {
      const trusted = code.replaceAll(".innerHTML = ''", '.replaceChildren()');
      if (trusted === code || trusted.includes('innerHTML')) this.error('the announcer of the component library has changed');
      return { code: trusted, map: null };
    },
  },
};

const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } as const;

export default defineConfig({
  main: {
    define: { __PARLEY_VERSION__: JSON.stringify(version) },
    // electron-store loads a JSON-schema validator for an option that is not used here; it would be a fifth of the bundle.
    resolve: { alias: { 'ajv/dist/2020.js': withoutSchemas, 'ajv-formats': withoutSchemas } },
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { index: resolve('src-main/main.ts') },
        // The last two are native accelerators that ws looks for and does without.
        external: ['electron', 'bufferutil', 'utf-8-validate'],
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      externalizeDeps: false,
      minify: true,
      rolldownOptions: { input: { index: resolve('src-preload/index.ts') }, external: ['electron'], output: commonJs },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), trustedAnnouncer],
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      minify: true,
      rolldownOptions: { input: { index: resolve('src-renderer/index.html') } },
    },
  },
});
