// The masking benchmark as a program of its own: prints its tables, or measures one text in the fresh process that this is.
import { describeHostileBench, measureHere, runHostileBench } from './hostile.ts';
import { describeMaskingBench, runMaskingBench } from './index.ts';

const [how, shape = '0'] = process.argv.slice(2);
if (how === undefined) process.stdout.write(`${describeMaskingBench(runMaskingBench())}\n\n${describeHostileBench(runHostileBench())}\n`);
else await measureHere(how, Number(shape));
