// `npm run bench -- [startup] [memory] [latency] [scroll] [switch] [templates] [sizes] [masking] [--runs N] [--json FILE]`: measures what is named, or everything.
// Figures are for people and for comparing; no test waits on them.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeHostileBench, runHostileBench } from './masking/hostile.ts';
import { describeMaskingBench, runMaskingBench } from './masking/index.ts';
import { measureLatency } from './latency.ts';
import { machineFacts, machineLine } from './lib/machine.ts';
import { tableOf, type Section } from './lib/report.ts';
import { measureMemory } from './memory.ts';
import { measureScroll, measureSwitch } from './reading.ts';
import { measureSizes } from './sizes.ts';
import { measureStartup } from './startup.ts';
import { measureTemplates } from './templates.ts';

/** Each with the runs it takes unless the caller says otherwise. */
const measures: Readonly<Record<string, (runs: number | null) => Section | Promise<Section>>> = {
  startup: (runs) => measureStartup(runs ?? 10),
  memory: (runs) => measureMemory(runs ?? 3),
  latency: (runs) => measureLatency(runs ?? 2),
  scroll: (runs) => measureScroll(runs ?? 2),
  switch: (runs) => measureSwitch(runs ?? 2),
  templates: (runs) => measureTemplates(runs ?? 2),
  sizes: measureSizes,
};
const names = [...Object.keys(measures), 'masking'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' }, runs: { type: 'string' } } });
const unknown = positionals.filter((name) => !names.includes(name));
const runs = values.runs === undefined ? null : Number(values.runs);
if (unknown.length > 0 || (runs !== null && !(Number.isInteger(runs) && runs > 0))) {
  console.error(`Usage: npm run bench -- [${names.join('] [')}] [--runs N] [--json FILE]`);
  process.exit(2);
}

const wanted = positionals.length === 0 ? names : positionals;
const machine = machineFacts();
const sections: Section[] = [];
console.log(`${machineLine(machine)}\n`);
for (const [name, measure] of Object.entries(measures)) {
  if (!wanted.includes(name)) continue;
  const section = await measure(runs);
  sections.push(section);
  console.log(`### ${section.name}\n\n${tableOf(section.rows)}\n`);
  for (const remark of section.remarks) console.log(`- ${remark}`);
  console.log('');
}
const masking = wanted.includes('masking') ? { engines: runMaskingBench(), hostile: runHostileBench() } : null;
if (masking !== null) console.log(`### masking\n\n${describeMaskingBench(masking.engines)}\n\n${describeHostileBench(masking.hostile)}\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, sections, masking }, null, 2)}\n`);
