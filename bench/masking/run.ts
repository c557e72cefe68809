// Runs the masking benchmark by itself and prints its table.
import { describeMaskingBench, runMaskingBench } from './index.ts';

process.stdout.write(`${describeMaskingBench(runMaskingBench())}\n`);
