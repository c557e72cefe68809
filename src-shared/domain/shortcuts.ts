// The keys of Parley, one table: its handlers, the list of shortcuts, their editor and docs/shortcuts.md all read it.
// A chord is written `Mod+Shift+K`: Mod is Ctrl, on macOS Cmd; letters in capitals, other keys by their name.

export type ShortcutPlace = 'everywhere' | 'conversation' | 'composer' | 'wrapUp';

interface Row {
  readonly id: string;
  readonly keys: readonly string[];
  /** Where macOS differs. */
  readonly mac?: readonly string[];
  readonly place: ShortcutPlace;
  /** Belongs to the control or the system it works in, and cannot be changed. */
  readonly fixed?: true;
}

const table = [
  { id: 'palette', keys: ['Mod+K'], place: 'everywhere' },
  { id: 'shortcuts', keys: ['F1', 'Mod+/'], place: 'everywhere' },
  { id: 'settings', keys: ['Mod+,'], place: 'everywhere' },
  { id: 'acceptRequest', keys: ['Mod+Shift+Enter'], place: 'everywhere' },
  { id: 'goAvailable', keys: ['Mod+Shift+A'], place: 'everywhere' },
  { id: 'longestWait', keys: ['Mod+J'], place: 'everywhere' },
  { id: 'nextConversation', keys: ['Alt+ArrowDown'], mac: ['Mod+Alt+ArrowDown'], place: 'everywhere' },
  { id: 'previousConversation', keys: ['Alt+ArrowUp'], mac: ['Mod+Alt+ArrowUp'], place: 'everywhere' },
  { id: 'silent', keys: ['Mod+Shift+S'], place: 'everywhere' },
  { id: 'about', keys: [], place: 'everywhere' },
  { id: 'signOut', keys: [], place: 'everywhere' },
  { id: 'reconnect', keys: [], place: 'everywhere' },
  { id: 'compose', keys: ['Mod+Shift+M'], place: 'conversation' },
  { id: 'templates', keys: ['Mod+Shift+L'], place: 'conversation' },
  { id: 'searchConversation', keys: ['Mod+F'], place: 'conversation' },
  { id: 'transfer', keys: ['Mod+Shift+T'], place: 'conversation' },
  { id: 'conference', keys: ['Mod+Shift+C'], place: 'conversation' },
  { id: 'endConversation', keys: ['Mod+Shift+E'], place: 'conversation' },
  { id: 'details', keys: ['Mod+Shift+D'], place: 'conversation' },
  { id: 'send', keys: ['Enter'], place: 'composer', fixed: true },
  { id: 'newLine', keys: ['Shift+Enter'], place: 'composer', fixed: true },
  { id: 'submitWrapUp', keys: ['Mod+Enter'], place: 'wrapUp', fixed: true },
  { id: 'zoomIn', keys: ['Mod+='], place: 'everywhere', fixed: true },
  { id: 'zoomOut', keys: ['Mod+-'], place: 'everywhere', fixed: true },
  { id: 'zoomReset', keys: ['Mod+0'], place: 'everywhere', fixed: true },
  { id: 'fullScreen', keys: ['F11'], mac: ['Control+Mod+F'], place: 'everywhere', fixed: true },
  { id: 'quit', keys: ['Mod+Q'], place: 'everywhere', fixed: true },
] as const satisfies readonly Row[];

export type ShortcutId = (typeof table)[number]['id'];
/** What the window can do when it is asked to by a key or from the command palette. */
export type ActionId = Exclude<(typeof table)[number], { readonly fixed: true }>['id'];

export interface Shortcut extends Row {
  readonly id: ShortcutId;
}

export const shortcuts: readonly Shortcut[] = table;

const isAction = (id: ShortcutId): id is ActionId => shortcuts.find((one) => one.id === id)?.fixed !== true;
export const actionIds: readonly ActionId[] = shortcuts.map(({ id }) => id).filter(isAction);

/** What an agent has chosen instead of the table's keys; '' = none. */
export type ChosenKeys = Readonly<Partial<Record<ActionId, string>>>;

export type Keyboard = 'mac' | 'other';

export function keysOf(id: ShortcutId, chosen: ChosenKeys, keyboard: Keyboard): readonly string[] {
  const own = isAction(id) ? chosen[id] : undefined;
  if (own !== undefined) return own === '' ? [] : [own];
  const row = shortcuts.find((one) => one.id === id);
  return (keyboard === 'mac' ? row?.mac : undefined) ?? row?.keys ?? [];
}

/** The parts of a key event that make a chord. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifierKeys: ReadonlySet<string> = new Set(['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'CapsLock', 'Fn', 'Dead', 'Process', 'Unidentified']);

/** The key itself: what it types on this keyboard without Shift, or the Latin letter of its place where it types another script. */
function nameOf({ key, code, shiftKey, altKey }: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (key.length > 1) return key;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  // With Alt, macOS types a sign in the place of the letter; of Arabic or Greek, no chord could be written down.
  if (letter !== undefined && (altKey || key.charCodeAt(0) > 0x7f)) return letter;
  if (digit !== undefined && shiftKey) return digit;
  return key === ' ' ? 'Space' : key === '+' ? '=' : key;
}

/** null while only modifiers are down. */
export function chordOf(press: KeyPress, keyboard: Keyboard): string | null {
  if (modifierKeys.has(press.key)) return null;
  const mod = keyboard === 'mac' ? press.metaKey : press.ctrlKey;
  const other = keyboard === 'mac' ? press.ctrlKey : press.metaKey;
  return [other && (keyboard === 'mac' ? 'Control' : 'Meta'), mod && 'Mod', press.altKey && 'Alt', press.shiftKey && 'Shift', nameOf(press)].filter((part) => part !== false).join('+');
}

export const CHORD = /^(Control\+|Meta\+)?(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9]|F([1-9]|1[0-2])|Arrow(Up|Down|Left|Right)|Enter|Home|End|PageUp|PageDown|[,./;='[\]\\`-])$/;

/** Keys with which text is edited and pages are moved everywhere, or which the system or a screen reader takes. */
const taken: ReadonlySet<string> = new Set([
  ...['A', 'C', 'V', 'X', 'Z', 'Y', 'W', 'H', 'M', 'N', 'R', 'P', 'S', 'Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => `Mod+${key}`),
  ...['Z', 'V', 'I', 'Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => `Mod+Shift+${key}`),
  'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+F4', 'F5', 'F6', 'F7', 'F10', 'F12', 'Shift+F10',
]);

export type ChordProblem = { readonly kind: 'notAllowed' } | { readonly kind: 'taken'; readonly by: ShortcutId };

/** Why an action cannot have this chord; null = it can. */
export function chordProblem(id: ActionId, chord: string, chosen: ChosenKeys, keyboard: Keyboard): ChordProblem | null {
  if (chord === '') return null;
  const parts = CHORD.exec(chord);
  if (!parts || taken.has(chord)) return { kind: 'notAllowed' };
  const [, other, mod, alt, , key = ''] = parts;
  // Windows and screen readers (Ctrl+Alt+arrows of tables, VoiceOver's Ctrl+Option) have these; AltGr types with Ctrl+Alt.
  if (other !== undefined || (keyboard === 'other' && mod !== undefined && alt !== undefined)) return { kind: 'notAllowed' };
  const isFunctionKey = /^F\d/.test(key);
  // Without Mod a key writes, on macOS with Alt as well; elsewhere Alt and a letter is a menu's.
  if (mod === undefined && !isFunctionKey && !(keyboard === 'other' && alt !== undefined && key.length > 1)) return { kind: 'notAllowed' };
  const by = shortcuts.find((one) => one.id !== id && keysOf(one.id, chosen, keyboard).includes(chord));
  return by === undefined ? null : { kind: 'taken', by: by.id };
}
