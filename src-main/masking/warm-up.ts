// Runs the engine over made-up texts while nobody waits for it, so that the first long or hostile message of a day
// finds compiled code. In short turns: between two of them everything else goes on.
import type { Masker } from './index.ts';

const LENGTH = 1_200;
const ROUNDS = 3;

/** One text for each path through the rules; none holds anybody's data. */
const SAMPLES = [
  '06 12 34 56 78 ', '1-', '1: ', '4 ', '4242 4242 4242 4242 ', '123-45-6789 ', 'tel 12345678 ', '+31 6 ', 'cvv 123 ', 'a at b dot c ', 'N L 9 1 ', 'nl91 abna 0417 1643 00 ',
  'a@b.c d ', 'a"@', '@', '&#64;', '&#6', '%40', '\u{1f600}1', '\u0661 ', '\uff11\u200b', '1.1.1.1 ', '12/12/2024 ', 'one double two ', 'order 1234567890, ',
];

/** `later` puts a turn off; the last one puts off nothing. */
export function warmUp(masker: Masker, later: (turn: () => void) => void): void {
  const texts = Array.from({ length: ROUNDS }, () => SAMPLES).flat();
  const turn = (index: number): void => {
    const sample = texts[index];
    if (sample === undefined) return;
    masker.mask(sample.repeat(Math.ceil(LENGTH / sample.length)));
    later(() => { turn(index + 1); });
  };
  later(() => { turn(0); });
}
