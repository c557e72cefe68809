// Masking by the agent's own hand.
export { MaskSelection } from './mask-selection.tsx';
export type { SelectedPart } from './selected-part.ts';
export { useMaskPart } from './use-mask-part.tsx';
