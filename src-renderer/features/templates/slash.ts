// Whether a slash that is typed asks for the templates: at the start of the box and after white space, never inside a word such as and/or.

export interface TypedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** `before` is what stands in front of the cursor. */
export const asksForTemplates = (typed: TypedKey, before: string): boolean =>
  // With Ctrl alone it is a shortcut; with Alt and Ctrl it is how some keyboards write the character.
  typed.key === '/' && !typed.isComposing && !typed.metaKey && typed.ctrlKey === typed.altKey && /(?:^|\s)$/.test(before);
