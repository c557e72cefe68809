// The organisation the sandbox plays unless a scenario says otherwise: Halden & Vos, household appliances, sales and repairs.
import type { Random } from '../time/random.ts';

export interface AgentEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly teamId: string;
  readonly dialNumber: string;
}

export interface NamedEntry {
  readonly id: string;
  readonly name: string;
}

export interface AuxCodeEntry extends NamedEntry {
  readonly workTypeCode: 'IDLE_CODE' | 'WRAP_UP_CODE';
  readonly defaultCode: boolean;
}

/** A business account on Apple Messages. Chats come in through it. */
export interface AssetEntry extends NamedEntry {
  /** Where customers write to; also `destination.id` of a created task. */
  readonly address: string;
  readonly queueId: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly businessNumber: string;
  readonly serviceToken: string;
  readonly siteId: string;
  readonly agentProfileId: string;
  readonly multimediaProfileId: string;
  readonly agents: readonly AgentEntry[];
  readonly teams: readonly NamedEntry[];
  /** Both teams serve every queue. */
  readonly queues: readonly NamedEntry[];
  readonly assets: readonly AssetEntry[];
  readonly auxCodes: readonly AuxCodeEntry[];
  /** Message templates in all; null = the usual ones. */
  readonly templateCount: number | null;
}

export interface OrganisationNames {
  readonly name: string;
  readonly agents: readonly { readonly name: string; readonly team: string }[];
  readonly teams: readonly string[];
  readonly queues: readonly string[];
  readonly assets: readonly { readonly name: string; readonly queue: string }[];
  readonly idleCodes: readonly string[];
  readonly wrapUpCodes: readonly string[];
  readonly defaultWrapUpCode: string;
  readonly templateCount: number | null;
}

export const haldenAndVos: OrganisationNames = {
  name: 'Halden & Vos',
  agents: [
    { name: 'Sanne de Vries', team: 'Service NL' },
    { name: 'Pieter Bakker', team: 'Service NL' },
    { name: 'Joost Willems', team: 'Service NL' },
    { name: 'Aylin Kaya', team: 'Service EN' },
    { name: 'Noor Hendriks', team: 'Service EN' },
  ],
  teams: ['Service NL', 'Service EN'],
  queues: ['Repairs NL', 'Billing NL'],
  assets: [
    { name: 'Halden & Vos Service', queue: 'Repairs NL' },
    { name: 'Halden & Vos Invoices', queue: 'Billing NL' },
  ],
  idleCodes: ['Not ready', 'Meeting', 'Lunch', 'Break', 'Training', 'Coaching'],
  wrapUpCodes: [
    'Address changed', 'Complaint registered', 'Customer did not reply', 'Delivery moved', 'Invoice explained', 'Order placed', 'Other',
    'Passed to billing', 'Product advice', 'Question answered', 'Refund issued', 'Repair booked', 'Spam or wrong number', 'Warranty claim',
  ],
  defaultWrapUpCode: 'Other',
  templateCount: null,
};

/** Lower case, hyphens, ASCII: readable in addresses and tokens, never with the `_` that separates a token's parts. */
const slug = (text: string): string =>
  text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'x';

const byName = <T extends NamedEntry>(items: readonly T[], name: string, what: string): T => {
  const found = items.find((item) => item.name === name) ?? items[0];
  if (found === undefined) throw new Error(`The scenario has no ${what}.`);
  return found;
};

/** Gives every name its ids and tokens out of `random`. */
export function createOrganisation(names: OrganisationNames, random: Random): Organisation {
  const named = (name: string): NamedEntry => ({ id: random.uuid(), name });
  const id = random.uuid();
  const token = (who: string): string => `${who}-${random.uuid().slice(0, 8)}_local_${id}`;
  const teams = names.teams.map(named);
  const queues = names.queues.map(named);
  return {
    id,
    name: names.name,
    timezone: 'Europe/Amsterdam',
    businessNumber: '+31 85 555 01 42',
    serviceToken: token('service'),
    siteId: random.uuid(),
    agentProfileId: random.uuid(),
    multimediaProfileId: random.uuid(),
    teams,
    queues,
    templateCount: names.templateCount,
    agents: names.agents.map((agent, index) => ({
      ...named(agent.name),
      email: `${slug(agent.name)}@haldenvos.example`,
      token: token(slug(agent.name)),
      teamId: byName(teams, agent.team, 'team').id,
      dialNumber: String(1001 + index),
    })),
    assets: names.assets.map((asset) => ({
      ...named(asset.name),
      address: `urn:biz:${random.uuid()}`,
      queueId: byName(queues, asset.queue, 'queue').id,
    })),
    auxCodes: [
      ...names.idleCodes.map((name, index) => ({ ...named(name), workTypeCode: 'IDLE_CODE' as const, defaultCode: index === 0 })),
      ...names.wrapUpCodes.map((name) => ({ ...named(name), workTypeCode: 'WRAP_UP_CODE' as const, defaultCode: name === names.defaultWrapUpCode })),
    ],
  };
}
