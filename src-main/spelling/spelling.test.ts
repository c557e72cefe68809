// The checker in its thread, with the dictionaries that are shipped: what it finds wrong, what it suggests, and when it is there at all.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSpelling, type Spelling } from './spelling.ts';

const bundler = pathToFileURL(join(dirname(fileURLToPath(import.meta.url)), '../../scripts/lib/spelling.mjs')).href;

let script = '';
const errors: unknown[] = [];
const opened: Spelling[] = [];

const spelling = (folder = join(dirname(script), 'dictionaries')): Spelling => {
  const one = createSpelling({ script, folder, failed: (error) => errors.push(error) });
  opened.push(one);
  return one;
};

beforeAll(async () => {
  const { bundleSpelling } = (await import(/* @vite-ignore */ bundler)) as { readonly bundleSpelling: () => Promise<string> };
  script = await bundleSpelling();
}, 60_000);

afterEach(() => {
  for (const one of opened.splice(0)) one.use([]);
  errors.length = 0;
});

describe('with the dictionaries that are shipped', () => {
  test.each([
    ['nl', 'klantenservicemedewerker retourzending bezorgmoment foto\u2019s mevrouw', 'klantenservicemedewerkr retourzendng eigelijk', [['eigelijk', 'eigenlijk'], ['klantenservicemedewerkr', 'klantenservicemedewerker']]],
    ['en-GB', 'colour apologise parcel don\u2019t', 'color recieve', [['recieve', 'receive']]],
    ['en-US', 'color apologize', 'colour recieve', [['recieve', 'receive']]],
    ['fr', 'commande livraison aujourd\u2019hui', 'comande livraisson', [['livraisson', 'livraison']]],
    ['es', 'pedido mañana dirección', 'pedidoo manñana', [['pedidoo', 'pedido']]],
  ] as const)('%s', async (language, right, wrong, meant) => {
    const one = spelling();
    one.use([language]);
    expect(await one.misspelled([...right.split(' '), ...wrong.split(' ')])).toEqual(wrong.split(' '));
    for (const [word, expected] of meant) expect(await one.suggest(word), word).toContain(expected);
    expect(errors).toEqual([]);
  }, 20_000);
});

test('with two languages a word of either is right, and both suggest', async () => {
  const one = spelling();
  one.use(['nl', 'en-GB']);
  expect(await one.misspelled(['pakket', 'parcel', 'parcl'])).toEqual(['parcl']);
  const suggestions = await one.suggest('parcl');
  expect(suggestions).toContain('parcel');
  expect(suggestions.length).toBeLessThanOrEqual(5);
});

test('the thread starts with the first word, not with the choice, and goes when nothing is to be checked', async () => {
  const one = spelling();
  one.use(['en-GB']);
  expect(one.running()).toBe(false);
  expect(await one.misspelled([])).toEqual([]);
  expect(one.running()).toBe(false);
  expect(await one.misspelled(['wrrong'])).toEqual(['wrrong']);
  expect(one.running()).toBe(true);
  one.use(['en-GB']);
  expect(one.running()).toBe(true);
  const underWay = one.misspelled(['wrrong']);
  one.use([]);
  expect(one.running()).toBe(false);
  expect(await underWay).toEqual([]);
  expect(await one.misspelled(['wrrong'])).toEqual([]);
});

test('a dictionary that cannot be read is told a few times and checks nothing; another choice tries again', async () => {
  const one = spelling('/nowhere/at/all');
  one.use(['nl']);
  for (const _ of Array.from({ length: 5 })) expect(await one.misspelled(['wrrong'])).toEqual([]);
  expect(errors).toHaveLength(3);
  expect(String(errors[0])).not.toContain('wrrong');
  one.use(['fr']);
  expect(await one.misspelled(['wrrong'])).toEqual([]);
  expect(errors).toHaveLength(4);
});
