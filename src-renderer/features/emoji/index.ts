// Emoji in the compose box: a picker, and completion of `:name`.
export { useEmoji } from './use-emoji.tsx';
