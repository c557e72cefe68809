// Notes of a wrap-up as task variables: the protocol has no field for them, and a variable takes 1,024 bytes.

const MAX_VALUE_BYTES = 1024;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Attributes `wrapUpNotes`, `wrapUpNotes2`, ... that hold the notes whole, never cut within a character. */
export function notesAttributes(notes: string): Readonly<Record<string, string>> {
  const parts: string[] = [];
  let part = '';
  for (const character of notes.trim()) {
    if (bytes(part + character) > MAX_VALUE_BYTES) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  if (part !== '') parts.push(part);
  return Object.fromEntries(parts.map((text, index) => [index === 0 ? 'wrapUpNotes' : `wrapUpNotes${String(index + 1)}`, text]));
}
