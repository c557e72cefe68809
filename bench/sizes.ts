// What has to be read before anything shows: the page's first-load scripts and styles, and main's bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { countedRow, type Section } from './lib/report.ts';

const root = resolve('out/renderer');

const kb = (bytes: number): number => bytes / 1024;
const gzipped = (files: readonly string[]): number => kb(files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0));

/** Files the page names itself: its script, what that imports at once (named for preloading), its styles. */
function firstLoad(extension: 'js' | 'css'): string[] {
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  const names = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].flatMap(([, name]) => (name?.endsWith(`.${extension}`) === true ? [name] : []));
  return [...new Set(names)].map((name) => join(root, name));
}

export function measureSizes(): Section {
  const now = firstLoad('js');
  const later = readdirSync(join(root, 'assets')).filter((name) => name.endsWith('.js')).map((name) => join(root, 'assets', name)).filter((file) => !now.includes(file));
  return {
    name: 'sizes',
    rows: [
      countedRow("renderer's first-load JavaScript, gzip", 'KB', gzipped(now), '≤ 200 KB'),
      countedRow('JavaScript on demand, gzip', 'KB', gzipped(later), ''),
      countedRow("renderer's first-load styles, gzip", 'KB', gzipped(firstLoad('css')), ''),
      countedRow('bundle of the main process', 'KB', kb(readFileSync(resolve('out/main/index.cjs')).length), ''),
    ],
    remarks: ['Counted, not timed: the same on every machine.'],
  };
}
