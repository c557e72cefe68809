// Notes of a wrap-up as task variables: the protocol has no field for them, and a variable takes 1,024 bytes.

const MAX_VALUE_BYTES = 1024;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Attributes `wrapUpNotes`, `wrapUpNotes2`, ... that hold the notes whole, never cut within a character. */
export function notesAttributes(notes: string): Readonly<Record<string, string>> {
  const parts: string[] = [''];
  for (const character of notes.trim()) {
    const last = parts.length - 1;
    if (bytes((parts[last] ?? '') + character) > MAX_VALUE_BYTES) parts.push(character);
    else parts[last] += character;
  }
  return Object.fromEntries(parts.filter((part) => part !== '').map((part, index) => [index === 0 ? 'wrapUpNotes' : `wrapUpNotes${String(index + 1)}`, part]));
}
