// What a benchmark reports, and the table it becomes.
import { figuresOf, percentile, spread, written, type Figures } from './figures.ts';

/** `ratio`: of figures taken in pairs, each run of Parley against the run of the floor beside it. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly parley: string;
  readonly floor: string;
  readonly ratio: string;
  readonly budget: string;
  readonly samples: { readonly parley: readonly number[]; readonly floor: readonly number[] };
}

export interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
  /** What a reader has to know to judge the figures. */
  readonly remarks: readonly string[];
}

export interface Pairs {
  readonly what: string;
  readonly unit: string;
  readonly parley: readonly number[];
  readonly floor: readonly number[];
  readonly budget: string;
}

/** Samples taken in pairs: medians with their extremes, and the same of the ratios. */
export function pairedRow({ what, unit, parley, floor, budget }: Pairs): Row {
  const ratios = parley.flatMap((value, run) => {
    const beside = floor[run];
    return beside === undefined || beside === 0 ? [] : [value / beside];
  });
  const show = (samples: readonly number[], figure: (of: Figures) => string): string => (samples.length === 0 ? '' : figure(figuresOf(samples)));
  return { what, unit, budget, parley: show(parley, spread), floor: show(floor, spread), ratio: show(ratios, spread), samples: { parley, floor } };
}

/** Many samples of one run: one percentile of each side. */
export function percentileRow({ what, unit, parley, floor, budget }: Pairs, share: number): Row {
  const of = (samples: readonly number[]): string => (samples.length === 0 ? '' : written(percentile(samples, share)));
  const ratio = parley.length === 0 || floor.length === 0 ? '' : written(percentile(parley, share) / percentile(floor, share));
  return { what: `${what}, ${share === 0.5 ? 'p50' : `p${String(share * 100)}`}`, unit, budget, parley: of(parley), floor: of(floor), ratio, samples: { parley, floor } };
}

/** Something counted, which does not vary and has no floor. */
export const countedRow = (what: string, unit: string, value: number, budget: string): Row => ({
  what, unit, budget, parley: written(value), floor: '', ratio: '', samples: { parley: [value], floor: [] },
});

/** The Markdown table that docs/performance.md shows. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, unit, parley, floor, ratio, budget }) => `| ${what} (${unit}) | ${parley} | ${floor || '–'} | ${ratio || '–'} | ${budget || '–'} |`);
  return ['| what | Parley | floor | ratio | budget |', '|---|---|---|---|---|', ...lines].join('\n');
}
