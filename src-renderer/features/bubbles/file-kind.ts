// What a file is, in one word for the agent, from its media type.

export type FileKind = 'image' | 'video' | 'audio' | 'pdf' | 'contact' | 'event' | 'other';

const byType: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf', 'text/vcard': 'contact', 'text/x-vcard': 'contact', 'text/vlocation': 'other', 'text/calendar': 'event',
};
const byFamily: Readonly<Record<string, FileKind>> = { image: 'image', video: 'video', audio: 'audio' };

export function fileKind(mimeType: string): FileKind {
  const type = (mimeType.split(';')[0] ?? '').trim().toLowerCase();
  return lookUp(byType, type) ?? lookUp(byFamily, type.split('/')[0] ?? '') ?? 'other';
}

const lookUp = (table: Readonly<Record<string, FileKind>>, key: string): FileKind | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);
