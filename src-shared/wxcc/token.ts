// The organisation's id out of an access token, without Node's or the browser's decoders (shared code has neither).
import { isRecord } from './fields.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** A JWT's payload is small; anything longer is not one. */
const MAX_TOKEN = 20_000;

/** The JWT claim `realm`, else the third `_` part of an opaque token (`x_local_<orgUuid>`); null when there is neither. */
export function orgIdOfToken(token: string): string | null {
  if (token.length === 0 || token.length > MAX_TOKEN) return null;
  const payload = token.split('.')[1];
  const realm = payload === undefined ? null : realmOf(payload);
  if (realm !== null) return realm;
  const org = token.split('_')[2];
  return org === undefined || org === '' ? null : org;
}

function realmOf(payload: string): string | null {
  const json = decodeBase64Url(payload);
  if (json === null) return null;
  try {
    const claims: unknown = JSON.parse(json);
    const realm = isRecord(claims) ? claims['realm'] : undefined;
    return typeof realm === 'string' && realm !== '' ? realm : null;
  } catch {
    return null;
  }
}

/** Bytes are read as UTF-8; null = not base64url, or not UTF-8. */
function decodeBase64Url(text: string): string | null {
  let escaped = '';
  let bits = 0;
  let held = 0;
  for (const letter of text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    escaped += `%${((held >> bits) & 0xff).toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
