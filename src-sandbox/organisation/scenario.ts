// A scenario file: names, settings and policy that differ from the usual organisation, and tasks that are open from the start.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { answeringWays } from '../people/answering.ts';
import { deviceNames } from '../people/devices.ts';
import { historyKinds } from '../people/long-history.ts';
import { haldenAndVos, type OrganisationNames } from './organisation.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const names = v.pipe(v.array(name), v.minLength(1), v.maxLength(200));
const ms = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400_000));

/** What `POST /sandbox/settings` may change too. */
export const settingsSchema = v.partial(v.strictObject({
  /** How long an offer rings. */
  ronaTimeoutMs: v.pipe(ms, v.minValue(1)),
  /** Chats an agent can have at once, wrap-up included. */
  capacity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** From `AgentContactReserved` to `AgentOfferContact`. */
  reserveMs: ms,
  /** Factor on every pause of simulated people; 0 = no pauses. */
  pace: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000)),
  /** A colleague of the simulation leaves a chat after this; 0 = stays. */
  colleagueStayMs: ms,
  /** Lifetime of tokens from `/v1/access_token`. */
  tokenLifetimeMs: v.pipe(ms, v.minValue(1)),
  /** After this without a socket an available agent becomes idle. */
  disconnectIdleMs: ms,
  /** Outbound messages are delivered here, signed with `secret`; null = nowhere. */
  webhook: v.nullable(v.strictObject({ url: v.pipe(v.string(), v.url(), v.maxLength(2_000)), secret: v.pipe(v.string(), v.minLength(1), v.maxLength(500)) })),
}));
export type SettingsPatch = v.InferOutput<typeof settingsSchema>;

export const policyPatchSchema = v.partial(v.strictObject({
  masking: v.boolean(),
  wrapUp: v.partial(v.strictObject({ auto: v.boolean(), afterSeconds: v.pipe(v.number(), v.integer(), v.minValue(0)), extensionAllowed: v.boolean() })),
  attachments: v.partial(v.strictObject({
    allowed: v.boolean(),
    maxCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
    maxSize: v.pipe(v.number(), v.integer(), v.minValue(0)),
    mimeTypes: v.array(v.pipe(v.string(), v.maxLength(200))),
  })),
  inactivityMinutes: v.nullable(v.pipe(v.number(), v.minValue(0))),
  unanswered: v.partial(v.strictObject({ amberSeconds: v.pipe(v.number(), v.minValue(0)), redSeconds: v.pipe(v.number(), v.minValue(0)) })),
  notifications: v.partial(v.strictObject({ maxVisible: v.pipe(v.number(), v.integer(), v.minValue(0)), seconds: v.pipe(v.number(), v.minValue(0)) })),
}));
export type PolicyPatch = v.InferOutput<typeof policyPatchSchema>;

const scenarioSchema = v.partial(v.strictObject({
  organisation: v.partial(v.strictObject({
    name,
    teams: names,
    queues: names,
    agents: v.pipe(v.array(v.strictObject({ name, team: name })), v.minLength(1), v.maxLength(200)),
    assets: v.pipe(v.array(v.strictObject({ name, queue: name })), v.minLength(1), v.maxLength(50)),
    idleCodes: names,
    wrapUpCodes: names,
    defaultWrapUpCode: name,
    /** How many message templates there are in all: the usual ones and variations of them. */
    templateCount: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  })),
  settings: settingsSchema,
  policy: policyPatchSchema,
  /** Chats that wait in a queue when the sandbox starts, with the messages their customers have written. */
  tasks: v.pipe(
    v.array(v.strictObject({
      customer: name,
      number: v.optional(v.pipe(v.string(), v.maxLength(100))),
      queue: v.optional(name),
      messages: v.optional(v.array(v.pipe(v.string(), v.maxLength(100_000))), []),
      device: v.optional(v.picklist(deviceNames)),
      /** How their customers answer questions with something to choose. */
      answers: v.optional(v.picklist(answeringWays)),
      /** That many messages before `messages`: a long history, of numbered lines or of everything a customer sends. */
      history: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0),
      /** By default `numbered`. */
      historyKind: v.exactOptional(v.picklist(historyKinds)),
    })),
    v.maxLength(1_000),
  ),
}));
export type Scenario = v.InferOutput<typeof scenarioSchema>;

/** Throws an `Error` that names the key that does not fit. */
export function parseScenario(value: unknown): Scenario {
  const result = v.safeParse(scenarioSchema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Error(`The scenario does not fit at "${v.getDotPath(issue) ?? ''}": ${issue.message}`);
}

/** Reads a scenario file; throws an `Error` with one sentence when it cannot be used. */
export function readScenario(file: string): Scenario {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`The scenario ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return parseScenario(value);
}

export const namesOf = (scenario: Scenario): OrganisationNames => {
  const given = Object.entries(scenario.organisation ?? {}).filter(([, value]) => value !== undefined);
  return { ...haldenAndVos, ...Object.fromEntries(given) };
};
