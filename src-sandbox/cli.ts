// The sandbox's command line, read without side effects.
import { parseArgs } from 'node:util';
import { readScenario } from './organisation/scenario.ts';
import type { SandboxOptions } from './index.ts';

export const usage = 'Usage: sandbox [--port N] [--scenario FILE] [--seed N] [--customers] [--pace FACTOR] [--with-parent]';

export interface Arguments {
  readonly options: SandboxOptions;
  /** End when whoever started this ends. */
  readonly withParent: boolean;
}

function number(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= low && value <= high)) throw new Error(`--${name} must be a number from ${String(low)} to ${String(high)}, not "${text}".`);
  return value;
}

/** Throws an `Error` with one sentence when the arguments cannot be used. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      scenario: { type: 'string' },
      seed: { type: 'string' },
      customers: { type: 'boolean', default: false },
      pace: { type: 'string' },
      'with-parent': { type: 'boolean', default: false },
    },
  });
  return {
    options: {
      port: Math.trunc(number('port', values.port, 0, 65_535)),
      customers: values.customers,
      ...(values.seed === undefined ? {} : { seed: Math.trunc(number('seed', values.seed, 0, 2 ** 32 - 1)) }),
      ...(values.pace === undefined ? {} : { pace: number('pace', values.pace, 0, 1_000) }),
      ...(values.scenario === undefined ? {} : { scenario: readScenario(values.scenario) }),
    },
    withParent: values['with-parent'],
  };
}
