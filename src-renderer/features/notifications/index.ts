// What is new: the bell with its list, and the sounds.
export { Bell } from './bell.tsx';
export { Sounds } from './sounds.tsx';
export { playTone } from './tones.ts';
