// The contact centre as QA moves it: colleagues, supervisors, business accounts, and the ledger of what happened.
import { expect } from '../fixtures/app.ts';
import type { Sandbox } from '../fixtures/sandbox.ts';

export interface LedgerLine {
  readonly kind: string;
  readonly taskId?: string;
  readonly agentId?: string;
  readonly via?: string;
  readonly outcome?: string;
  readonly change?: string;
  readonly detail?: string;
  readonly command?: string;
  readonly accepted?: boolean;
  readonly reason?: string;
  readonly from?: string;
  readonly state?: string;
}

export interface ContactCentrePage {
  agentId(name: string): string;
  /** How a simulated colleague meets requests, or what they are. */
  colleague(name: string, how: { readonly state?: 'Available' | 'Idle'; readonly answer?: 'accept' | 'ignore' | 'reject'; readonly afterMs?: number }): Promise<void>;
  /** Colleagues take nothing: what comes is for the agents of the test. */
  colleaguesIdle(): Promise<void>;
  supervisor(name: string, what: { readonly state: 'Available' | 'Idle' | 'LoggedOut'; readonly auxCodeId?: string; readonly by?: string }): Promise<number>;
  settings(patch: Readonly<Record<string, unknown>>): Promise<void>;
  policy(patch: Readonly<Record<string, unknown>>): Promise<void>;
  removeAsset(index?: number): Promise<void>;
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  ledger(): Promise<readonly LedgerLine[]>;
  /** Waits for the ledger to hold a line. */
  recorded(line: LedgerLine): Promise<void>;
}

export function contactCentreOf(sandbox: Sandbox): ContactCentrePage {
  const asked = async (method: string, path: string, body?: unknown): Promise<void> => {
    const { status, body: answer } = await sandbox.request(method, path, body);
    expect(status, `${path}: ${JSON.stringify(answer)}`).toBeLessThan(300);
  };
  const agentId = (name: string): string => {
    const found = sandbox.agents.find((agent) => agent.name === name);
    if (found === undefined) throw new Error(`there is no agent ${name}`);
    return found.id;
  };
  const ledger = async (): Promise<readonly LedgerLine[]> => ((await sandbox.request('GET', '/sandbox/ledger')).body as { data: readonly LedgerLine[] }).data;
  return {
    agentId, ledger,
    colleague: (name, how) => asked('POST', `/sandbox/colleagues/${agentId(name)}`, how),
    colleaguesIdle: async () => {
      // An agent whom the test signs in is nobody's to move.
      for (const { id } of sandbox.agents.slice(1)) await sandbox.request('POST', `/sandbox/colleagues/${id}`, { state: 'Idle' });
    },
    supervisor: async (name, what) => (await sandbox.request('POST', `/sandbox/agents/${agentId(name)}/state`, what)).status,
    settings: (patch) => asked('POST', '/sandbox/settings', patch),
    policy: (patch) => asked('POST', '/sandbox/policy', patch),
    removeAsset: (index = 0) => asked('DELETE', `/sandbox/assets/${sandbox.assets[index]?.id ?? ''}`),
    fault: (fault) => asked('POST', '/sandbox/faults', fault),
    recorded: async (line) => {
      await expect.poll(async () => (await ledger()).some((entry) => Object.entries(line).every(([key, value]) => entry[key as keyof LedgerLine] === value)), { message: `the ledger has ${JSON.stringify(line)}` }).toBe(true);
    },
  };
}
