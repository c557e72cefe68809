import { describe, expect, test } from 'vitest';
import { askedBefore, findEmoji } from './completion.ts';
import { inTone, loadEmoji } from './emoji-set.ts';

describe('what asks for an emoji', () => {
  test.each([
    [':sm', { start: 0, query: 'sm', closed: false }],
    ['Thank you :Tada', { start: 10, query: 'tada', closed: false }],
    ['(:+1', { start: 1, query: '+1', closed: false }],
    ['a\n:smile:', { start: 2, query: 'smile', closed: true }],
    [':glimlachend_gezicht', { start: 0, query: 'glimlachend_gezicht', closed: false }],
    [`${'a'.repeat(9_000)} :é1`, { start: 9_001, query: 'é1', closed: false }],
  ])('%s', (text, asked) => {
    expect(askedBefore(text)).toEqual(asked);
  });

  test.each(['', ':', ':s', 'at 10:30', 'the ratio :30', 'https://example.com', 'Note:this', ':sm ile', ':)', 'smile:', '::sm'])('not %j', (text) => {
    expect(askedBefore(text)).toBeNull();
  });
});

const ask = async (language: 'en' | 'nl', query: string, closed = false) => findEmoji(await loadEmoji(language, 'linux'), { start: 0, query, closed });

describe('what answers', () => {
  test('a short code first, then names, then search words', async () => {
    expect((await ask('en', 'tada'))[0]?.emoji).toBe('🎉');
    expect((await ask('en', 'thumbsup'))[0]?.label).toBe('thumbs up');
    expect((await ask('en', '+1'))[0]?.label).toBe('thumbs up');
    expect((await ask('en', 'smi')).length).toBe(6);
    expect(await ask('en', 'qqqq')).toEqual([]);
  });

  test('names in Dutch as well as the short codes', async () => {
    expect((await ask('nl', 'duim')).map(({ label }) => label)).toContain('duim omhoog');
    expect((await ask('nl', 'tada'))[0]?.emoji).toBe('🎉');
  });

  test('a closed name is that emoji or none', async () => {
    expect((await ask('en', 'tada', true)).map(({ emoji }) => emoji)).toEqual(['🎉']);
    expect(await ask('en', 'tad', true)).toEqual([]);
  });
});

describe('the set', () => {
  test('holds what customers’ phones draw, in the chosen tone', async () => {
    const all = await loadEmoji('en', 'mac');
    expect(all.length).toBeGreaterThan(1_700);
    const wave = all.find(({ label }) => label === 'waving hand');
    expect(wave && [inTone(wave, 'none'), inTone(wave, 'medium')]).toEqual(['👋', '👋🏽']);
    const heart = all.find(({ label }) => label === 'red heart');
    expect(heart && inTone(heart, 'dark')).toBe('❤️');
    // Unicode 16: no phone of two years ago has it.
    expect(all.some(({ label }) => label === 'face with bags under eyes')).toBe(false);
  });

  test('has no flags of countries where the system draws none', async () => {
    const flags = async (platform: 'win' | 'mac') => (await loadEmoji('en', platform)).filter(({ label }) => label === 'flag: Netherlands').length;
    expect([await flags('mac'), await flags('win')]).toEqual([1, 0]);
  });
});
