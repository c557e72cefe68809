// A local contact centre in one call: the model, its simulated people, and the HTTP and WebSocket edges on 127.0.0.1.
import { randomInt } from 'node:crypto';
import { idleAfterDisconnect } from './model/agents.ts';
import { createCentre, type Centre } from './model/centre.ts';
import { appendInbound } from './model/messages.ts';
import { createTask } from './model/tasks.ts';
import { createAttachments } from './edge/attachments.ts';
import type { Context } from './edge/context.ts';
import { createFaults } from './edge/faults.ts';
import { createTokens } from './edge/principal.ts';
import { createServer } from './edge/server.ts';
import { createSockets } from './edge/sockets.ts';
import { deliverToWebhook } from './edge/webhook.ts';
import { createOrganisation } from './organisation/organisation.ts';
import { namesOf, type Scenario } from './organisation/scenario.ts';
import { animateColleagues } from './people/colleagues.ts';
import type { AppleWords } from './people/apple-words.ts';
import { createCustomers, type Customers } from './people/customers.ts';
import { deviceAt } from './people/devices.ts';
import { historyOf } from './people/long-history.ts';
import { systemClock, type Cancel, type Clock } from './time/clock.ts';
import { seededRandom, type Random } from './time/random.ts';

export { manualClock, type Clock, type ManualClock } from './time/clock.ts';
export { parseScenario, type Scenario } from './organisation/scenario.ts';
export type { LedgerEntry } from './model/ledger.ts';

export interface SandboxOptions {
  /** 0 = any free port. */
  readonly port?: number;
  /** The same seed and the same requests give the same ids and dialogues. Without one: by chance. */
  readonly seed?: number;
  readonly scenario?: Scenario;
  /** Customers come by themselves. */
  readonly customers?: boolean;
  /** Factor on the pauses of simulated people. */
  readonly pace?: number;
  readonly clock?: Clock;
  /** The address clients reach it by, when something stands in between; by default its own. */
  readonly publicUrl?: string;
}

export type { StoredMessage } from './model/records.ts';

/** What is printed once the sandbox listens. */
export interface SandboxInfo {
  readonly url: string;
  readonly orgId: string;
  readonly serviceToken: string;
  readonly agents: readonly { readonly id: string; readonly name: string; readonly token: string; readonly teamId: string }[];
  readonly queues: readonly { readonly id: string; readonly name: string }[];
  readonly assets: readonly { readonly id: string; readonly name: string }[];
}

export interface Sandbox {
  readonly url: string;
  readonly info: SandboxInfo;
  readonly clock: Clock;
  readonly close: () => Promise<void>;
}

/** Starts a sandbox; rejects when the port is taken. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? systemClock();
  const scenario = options.scenario ?? {};
  const random = seededRandom(options.seed ?? randomInt(2 ** 31));
  const organisation = createOrganisation(namesOf(scenario), random.fork('organisation'));
  const faults = createFaults();
  const tokens = createTokens(organisation, clock.now);
  const idleTimers = new Map<string, Cancel>();
  let url = '';

  const sockets = createSockets({
    orgId: organisation.id,
    clock,
    faults,
    greeting: (agentId) => [
      { type: 'Welcome', data: { agentId } },
      { type: 'DesktopPolicy', data: { type: 'desktop-policy:changed', policy: current.centre.world.policy } },
    ],
    onFirst: (agentId) => {
      idleTimers.get(agentId)?.();
      idleTimers.delete(agentId);
    },
    onLast: (agentId) => {
      idleTimers.set(agentId, current.centre.world.after(current.centre.world.settings.disconnectIdleMs, () => { idleAfterDisconnect(current.centre.world, agentId); }));
    },
  });

  const open = (): { readonly centre: Centre; readonly customers: Customers } => {
    const settings = { ...scenario.settings, ...(options.pace === undefined ? {} : { pace: options.pace }) };
    const centre = createCentre({
      organisation, clock, random: random.fork('centre'), settings, policy: scenario.policy ?? {},
      send: ({ agentId, type, data }) => { sockets.send(agentId, { type, data }); },
    });
    animateColleagues(centre);
    deliverToWebhook(centre);
    const customers = createCustomers(centre, random.fork('customers'));
    openScenarioTasks(centre, customers, scenario, random.fork('scenario'));
    if (options.customers === true) customers.startArrivals();
    return { centre, customers };
  };
  let current = open();

  const attachments = createAttachments(() => current.centre.world.policy);
  const context: Context = {
    organisation, clock, tokens, faults, sockets, attachments,
    centre: () => current.centre,
    customers: () => current.customers,
    url: () => options.publicUrl ?? url,
    reset: () => {
      current.centre.dispose();
      faults.clear();
      sockets.forget(1_012);
      current = open();
    },
  };
  const app = createServer(context);
  // `close` must reach requests that a fault holds, and sockets that are no longer HTTP.
  url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });

  return {
    url,
    info: {
      url,
      orgId: organisation.id,
      serviceToken: organisation.serviceToken,
      agents: organisation.agents.map(({ id, name, token, teamId }) => ({ id, name, token, teamId })),
      queues: organisation.queues.map(({ id, name }) => ({ id, name })),
      assets: organisation.assets.map(({ id, name }) => ({ id, name })),
    },
    clock,
    close: async () => {
      sockets.close();
      current.centre.dispose();
      await app.close();
      current.centre.dispose();
    },
  };
}

/** Chats that a scenario wants to be waiting from the start. */
function openScenarioTasks(centre: Centre, customers: Customers, scenario: Scenario, random: Random): void {
  for (const wanted of scenario.tasks ?? []) {
    centre.perform((world) => {
      const queue = world.organisation.queues.find((entry) => entry.name === wanted.queue) ?? world.organisation.queues[0];
      const asset = [...world.assets.values()].find((entry) => entry.queueId === queue?.id) ?? [...world.assets.values()][0];
      if (queue === undefined || asset === undefined) return;
      const created = createTask(world, { customerId: `urn:mbid:${random.uuid()}`, customerName: wanted.customer, customerNumber: wanted.number ?? '', assetId: asset.id, queueId: queue.id, variables: [] });
      if (!created.ok) return;
      const device = wanted.device ?? 'iPhone';
      for (const said of [...historyOf(wanted.historyKind ?? 'numbered', wanted.history), ...wanted.messages]) {
        const { type, text, ...more } = typeof said === 'string' ? { type: 'text', text: said } : said;
        const { by, attachments, apple }: Partial<AppleWords> = more;
        const message = { aliasId: random.uuid(), text, timestamp: world.clock.now(), ...(attachments && { attachments }) };
        appendInbound(world, created.value.id, { channelParams: { type, message, ...(apple && { apple }) }, ...(by && { senderType: 'system' }), ...deviceAt(device, 0), locale: 'nl_NL' });
      }
      customers.switchDevice(created.value, device);
      if (wanted.answers !== undefined) customers.answer(created.value, { way: wanted.answers, pick: null, afterMs: null });
    });
  }
}
