// Files of a conversation.
export { useFiles } from './use-files.tsx';
export type { FileActions } from './use-files.tsx';
