// The peers the masking engine is measured against. redact-pii brings 145 packages along, so it is no dependency
// of Parley: it is put into a cache folder when the benchmark runs, and left out where that is not possible.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { type MetadataJson, findPhoneNumbersInText } from 'libphonenumber-js/core';
import metadataJson from 'libphonenumber-js/metadata.min';

const metadata: MetadataJson = metadataJson;
const REDACT_PII = 'redact-pii@3.4.0';

/** Something that reads a message and hides or finds what it can. */
export interface Contender {
  readonly name: string;
  readonly run: (text: string) => unknown;
}

interface RedactPii {
  readonly SyncRedactor: new () => { redact(text: string): string };
}

/** redact-pii from the cache folder, installed on first use; undefined without a registry. */
function redactPii(): Contender | undefined {
  const folder = resolve('.cache/bench-peers');
  if (!existsSync(join(folder, 'node_modules/redact-pii'))) {
    mkdirSync(folder, { recursive: true });
    spawnSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', REDACT_PII], { stdio: 'ignore', shell: process.platform === 'win32' });
  }
  try {
    const { SyncRedactor } = createRequire(join(folder, 'index.js'))('redact-pii') as RedactPii;
    const redactor = new SyncRedactor();
    return { name: 'redact-pii', run: (text) => redactor.redact(text) };
  } catch {
    return undefined;
  }
}

/** The peers that can run here. */
export function peers(): Contender[] {
  const search: Contender = {
    name: 'libphonenumber-js search',
    // Its search knows one default country; the numbers of the others are found only with a country code.
    run: (text) => findPhoneNumbersInText(text, { defaultCountry: 'US', extended: true }, metadata),
  };
  return [redactPii(), search].filter((peer) => peer !== undefined);
}
