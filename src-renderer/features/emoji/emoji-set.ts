// The emoji of one language: names and search words from emojibase, bundled with the app and loaded when they are first needed.
import type { EmojiTone } from '../../../src-shared/domain/preferences.ts';
import type { Language } from '../../../src-shared/locales/index.ts';

/** What every supported iPhone and Mac of a customer draws (iOS 16.4 on); a newer one would arrive as a box. */
const NEWEST_VERSION = 15;
/** Parts that others are made of. */
const COMPONENTS = 2;
const FLAGS = 9;

type Emoji = (typeof import('emojibase-data/en/data.json'))['default'][number];

export type Tone = Exclude<EmojiTone, 'none'>;
const tones: readonly Tone[] = ['light', 'medium-light', 'medium', 'medium-dark', 'dark'];

export interface EmojiEntry {
  readonly emoji: string;
  readonly label: string;
  /** Of emojibase; the categories of the picker. */
  readonly group: number;
  readonly tags: readonly string[];
  /** As typed between colons, the shortest first. */
  readonly codes: readonly string[];
  readonly skins: Readonly<Record<Tone, string>> | null;
}

/** emojibase has no Arabic: such an agent searches in English. */
const loaders: Readonly<Record<string, () => Promise<{ default: Emoji[] }>>> = {
  en: () => import('emojibase-data/en/data.json'),
  nl: () => import('emojibase-data/nl/data.json'),
  de: () => import('emojibase-data/de/data.json'),
  fr: () => import('emojibase-data/fr/data.json'),
  es: () => import('emojibase-data/es/data.json'),
};

const loaded = new Map<string, Promise<readonly EmojiEntry[]>>();

/** `platform`: Windows draws the flags of countries as letters, so they are left out there. */
export function loadEmoji(language: Language, platform: 'win' | 'mac' | 'linux'): Promise<readonly EmojiEntry[]> {
  const key = `${language} ${platform}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const loading = read(language, platform);
  loaded.set(key, loading);
  // A failure is tried again by whoever asks next.
  loading.catch(() => { loaded.delete(key); });
  return loading;
}

async function read(language: Language, platform: 'win' | 'mac' | 'linux'): Promise<readonly EmojiEntry[]> {
  const load = loaders[language] ?? (() => import('emojibase-data/en/data.json'));
  const [{ default: emojis }, { default: codes }] = await Promise.all([load(), import('emojibase-data/en/shortcodes/emojibase.json')]);
  return [...emojis].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)).flatMap((one): EmojiEntry[] => {
    const { group, version, hexcode, label, tags = [] } = one;
    if (group === undefined || group === COMPONENTS || version > NEWEST_VERSION || (platform === 'win' && group === FLAGS && hexcode.startsWith('1F1'))) return [];
    const own = codes[hexcode] ?? [];
    return [{ emoji: one.emoji, label, group, tags, codes: typeof own === 'string' ? [own] : [...own].sort((a, b) => a.length - b.length), skins: skinsOf(one) }];
  });
}

/** The five skin tones of one person; couples of two tones have more, which are left out. */
function skinsOf({ skins = [] }: Emoji): EmojiEntry['skins'] {
  const found: Partial<Record<Tone, string>> = {};
  for (const skin of skins) {
    const tone = typeof skin.tone === 'number' ? tones[skin.tone - 1] : undefined;
    if (tone !== undefined) found[tone] = skin.emoji;
  }
  const { light, 'medium-light': mediumLight, medium, 'medium-dark': mediumDark, dark } = found;
  if (light === undefined || mediumLight === undefined || medium === undefined || mediumDark === undefined || dark === undefined) return null;
  return { light, 'medium-light': mediumLight, medium, 'medium-dark': mediumDark, dark };
}

/** As it goes into the message. */
export const inTone = ({ emoji, skins }: EmojiEntry, tone: EmojiTone): string => (tone === 'none' || skins === null ? emoji : skins[tone]);
