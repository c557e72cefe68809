// Tapbacks: Apple sends a reaction as words about the message it belongs to.
import type { Rich } from '../domain/rich.ts';

const verbs: Readonly<Record<string, string>> = { Liked: '👍', Loved: '❤️', Disliked: '👎', 'Laughed at': '😂', Emphasized: '‼️', Emphasised: '‼️', Questioned: '❓' };

const verb = Object.keys(verbs).join('|');
const onWords = new RegExp(`^(${verb}) [“"](.+)[”"]$`, 'su');
const onCard = new RegExp(`^(${verb}) (?:an? (?:image|movie|audio message|attachment|sticker)|\\d{1,3} (?:Business Messages?|images|attachments))$`, 'u');
const withEmoji = /^Reacted (\S{1,32}) to (?:[“"](.+)[”"]|an? (?:image|movie|attachment))$/su;
const withSticker = /^Reacted with a sticker to [“"](.+)[”"]$/su;
const emoji = /^\p{Extended_Pictographic}/u;

/** A tapback in English, as far as these forms are known; null = words like any other. */
export function tapbackOf(text: string): Rich<string> | null {
  const words = text.trim();
  const known = onWords.exec(words) ?? onCard.exec(words);
  if (known) return { kind: 'tapback', emoji: verbs[known[1] ?? ''] ?? '', quoted: known[2] ?? null, words };
  const reacted = withEmoji.exec(words);
  if (reacted && emoji.test(reacted[1] ?? '')) return { kind: 'tapback', emoji: reacted[1] ?? '', quoted: reacted[2] ?? null, words };
  const sticker = withSticker.exec(words);
  return sticker ? { kind: 'tapback', emoji: '🏷️', quoted: sticker[1] ?? null, words } : null;
}
