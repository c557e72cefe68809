// What the organisation sets on this computer: one JSON file only an administrator can write. It goes over the agent's own choices.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { centreChoices, contrasts, themes, zooms, type LockableSetting, type PolicyProblem } from '../../src-shared/domain/preferences.ts';
import { spellingLanguages } from '../../src-shared/domain/spelling.ts';

const parts = {
  /** The only contact centre an agent may sign in to. */
  centre: v.picklist(centreChoices),
  theme: v.picklist(themes),
  contrast: v.picklist(contrasts),
  /** BCP 47. */
  language: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  zoom: v.picklist(zooms),
  /** Whether desktop notifications name and quote customers. */
  notificationPreview: v.boolean(),
  startAtLogin: v.boolean(),
  /** Whether what agents write is checked, and in which languages. */
  spelling: v.boolean(),
  spellingLanguages: v.pipe(v.array(v.picklist(spellingLanguages)), v.minLength(1)),
  /** The computer does not go to sleep by itself while the agent is Available. */
  keepAwakeWhileAvailable: v.boolean(),
  /** The window stays black in screen shots and shared screens (Windows, macOS). */
  contentProtection: v.boolean(),
} as const;

type Parts = { readonly [K in keyof typeof parts]?: v.InferOutput<(typeof parts)[K]> };

export interface AdminPolicy extends Parts {
  /** What of the file could not be used; null = all of it could. */
  readonly problem: PolicyProblem | null;
}

export const noPolicy: AdminPolicy = { problem: null };

/** Where no doubt may show a customer's words: nothing is quoted, and the window cannot be recorded. */
const inDoubt: Parts = { notificationPreview: false, contentProtection: true };

/** Reads the text of the file. Parts that are right hold; of the others, and of a file that is none, what shows least. */
export function parsePolicy(text: string): AdminPolicy {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ...inDoubt, problem: { kind: 'notJson' } };
  }
  if (!v.is(v.record(v.string(), v.unknown()), content) || Array.isArray(content)) return { ...inDoubt, problem: { kind: 'notJson' } };
  const usable: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(content)) {
    const part = Object.hasOwn(parts, name) ? parts[name as keyof typeof parts] : undefined;
    if (part !== undefined && v.is(part, value)) usable[name] = value;
    else if (!name.startsWith('$')) wrong.push(name);
  }
  return wrong.length === 0 ? { ...(usable as Parts), problem: null } : { ...inDoubt, ...(usable as Parts), problem: { kind: 'parts', names: wrong.slice(0, 5).map((name) => name.slice(0, 40)) } };
}

/** The file that holds on this computer: the machine's own, and only where there is none, the one of the environment (kiosks, tests). */
export function readPolicy(paths: readonly string[]): AdminPolicy {
  for (const path of paths) {
    try {
      return parsePolicy(readFileSync(path, 'utf8'));
    } catch (error) {
      const isAbsent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
      if (!isAbsent) return { ...inDoubt, problem: { kind: 'unreadable' } };
    }
  }
  return noPolicy;
}

/** Where an administrator puts it. */
export function policyPath(platform: NodeJS.Platform, programData: string | undefined): string {
  if (platform === 'win32') return `${programData ?? 'C:\\ProgramData'}\\Parley\\policy.json`;
  return platform === 'darwin' ? '/Library/Application Support/Parley/policy.json' : '/etc/parley/policy.json';
}

/** The settings an agent cannot change under it. */
export const lockedBy = (policy: AdminPolicy): readonly LockableSetting[] =>
  ([['centre', policy.centre], ['theme', policy.theme], ['contrast', policy.contrast], ['locale', policy.language], ['zoom', policy.zoom],
    ['preview', policy.notificationPreview], ['startAtLogin', policy.startAtLogin],
    ['spelling', policy.spelling], ['spellingLanguages', policy.spellingLanguages]] as const).flatMap(([name, value]) => (value === undefined ? [] : [name]));
