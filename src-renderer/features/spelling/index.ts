export { SpellingLines } from './spelling-lines.tsx';
