// The menu of a text box and of selected words: what was meant, the agent's dictionary, and what every system has there.
import type { MenuItemConstructorOptions } from 'electron';
import { MAX_WORD } from '../../src-shared/domain/spelling.ts';
import type { MessageId } from '../../src-shared/locales/index.ts';

/** The parts of Electron's `ContextMenuParams` that decide. */
export interface PointedAt {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly formControlType: string;
  readonly editFlags: { readonly canUndo: boolean; readonly canRedo: boolean; readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean; readonly canSelectAll: boolean };
}

export interface TextMenuDoors {
  readonly text: (id: MessageId) => string;
  readonly replace: (word: string) => void;
  /** null = this word cannot be added. */
  readonly addWord: (() => void) | null;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

/** A word in a box of several lines that is selected: the page selects a marked one when its menu is asked for. '' = none. */
export function wordPointedAt({ isEditable, formControlType, selectionText }: Omit<PointedAt, 'editFlags'>): string {
  const word = selectionText.trim();
  return isEditable && formControlType === 'text-area' && word.length <= MAX_WORD && /^\p{L}\S*$/u.test(word) ? word : '';
}

/** Empty = there is nothing to offer, and no menu. `suggestions` are for the misspelled word; null = there is none. */
export function textMenu({ isEditable, selectionText, editFlags: can }: Omit<PointedAt, 'formControlType'>, suggestions: readonly string[] | null, { text, replace, addWord }: TextMenuDoors): MenuItemConstructorOptions[] {
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, label: MessageId, enabled: boolean): MenuItemConstructorOptions => ({ role: name, label: text(label), enabled });
  // Copying goes through the page, which knows what a selection over several messages is copied as.
  if (!isEditable) return selectionText.trim() !== '' && can.canCopy ? [role('copy', 'menu.copy', true)] : [];
  const meant: MenuItemConstructorOptions[] = (suggestions ?? []).map((word) => ({ label: word.replaceAll('&', '&&'), click: () => { replace(word); } }));
  const spelling: MenuItemConstructorOptions[] = suggestions === null ? [] : [
    ...(meant.length > 0 ? meant : [{ label: text('menu.noSuggestions'), enabled: false }]),
    line,
    { label: text('menu.addWord'), enabled: addWord !== null, click: () => { addWord?.(); } },
    line,
  ];
  return [
    ...spelling,
    role('undo', 'menu.undo', can.canUndo), role('redo', 'menu.redo', can.canRedo), line,
    role('cut', 'menu.cut', can.canCut), role('copy', 'menu.copy', can.canCopy), role('paste', 'menu.paste', can.canPaste), line,
    role('selectAll', 'menu.selectAll', can.canSelectAll),
  ];
}
