// Texts for people: by id from the catalogues, of failures, masked ones, and the language around it all.
export { useFailureText } from './failure-text.ts';
export { Keys, useKeyWords } from './keys.tsx';
export { LocaleProvider } from './locale-provider.tsx';
export { MaskedText } from './masked-text.tsx';
export { RichText } from './rich-text.tsx';
export { useText, useTimeFormats } from './text.ts';
export type { TextOf } from './text.ts';
export { fetchWords } from './words.ts';
