// The command palette.
export { Palette } from './palette.tsx';
