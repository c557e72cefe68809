// The compose box, open or locked.
export { Composer } from './composer.tsx';
export type { ComposerHandle } from './composer.tsx';
export { LockedComposer } from './locked-composer.tsx';
