// Which key press in the compose box sends, and which undoes. Enter sends, Shift+Enter breaks the line, and Enter that belongs to an input method never sends.

/** The parts of a key event that decide. 229 is what engines report for a key the input method has taken (UI Events, section 4.3.3 note). */
export interface SendKeyEvent {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

const KEY_CODE_OF_INPUT_METHOD = 229;

export function isSendKey(event: SendKeyEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === KEY_CODE_OF_INPUT_METHOD) return false;
  return !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
}

export const isUndoKey = (event: SendKeyEvent): boolean => event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
