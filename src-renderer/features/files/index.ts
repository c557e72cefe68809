// Files of a conversation, both ways.
export { AttachButton } from './attach-button.tsx';
export { DropZone } from './drop-zone.tsx';
export { Tray } from './tray.tsx';
export { trayState } from './tray-state.ts';
export { useAttach } from './use-attach.ts';
export { useFiles } from './use-files.tsx';
export type { FileActions } from './use-files.tsx';
