// Faults on demand: which ones are armed, and which one the next request, connection or frame meets.
import * as v from 'valibot';

const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)), 1);
const ms = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000));

export const faultSchema = v.strictObject({
  target: v.picklist(['socket', 'rest']),
  kind: v.picklist(['drop', 'halfOpen', 'delay', 'refuse', 'duplicate', 'reorder', 'garbage']),
  /** How many requests, connections or frames meet it. */
  count,
  ms: v.optional(ms),
  /** REST: only paths that contain this. */
  path: v.optional(v.pipe(v.string(), v.maxLength(500))),
  method: v.optional(v.picklist(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'])),
  /** REST: only what an agent asks, not what a service does. */
  caller: v.optional(v.literal('agent')),
  /** Socket: only this agent's. */
  agentId: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** REST `refuse`: the answer's status. */
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)), 503),
  /** REST `drop`: before the request is handled, or after it (the answer is lost). */
  when: v.optional(v.picklist(['before', 'after']), 'after'),
});
export type Fault = v.InferOutput<typeof faultSchema>;
export type FaultKind = Fault['kind'];

/** Kinds that meet frames; the others meet connections. */
const frameKinds: ReadonlySet<FaultKind> = new Set(['delay', 'duplicate', 'reorder']);
const connectionKinds: ReadonlySet<FaultKind> = new Set(['drop', 'halfOpen', 'garbage']);

/** Such a fault does not wait for the next occasion when a socket is open. */
export const actsAtOnce = (fault: Fault): boolean => fault.target === 'socket' && connectionKinds.has(fault.kind);

export interface Faults {
  readonly arm: (fault: Fault) => void;
  readonly clear: () => void;
  readonly armed: () => readonly Fault[];
  /** Each of these spends one occasion of the first fault that fits; null = none does. */
  readonly forRequest: (method: string, path: string, isAgent: boolean) => Fault | null;
  readonly forUpgrade: (agentId: string) => Fault | null;
  readonly forConnection: (agentId: string) => Fault | null;
  readonly forFrame: (agentId: string) => Fault | null;
}

export function createFaults(): Faults {
  let armed: { readonly fault: Fault; left: number }[] = [];
  const spend = (fits: (fault: Fault) => boolean): Fault | null => {
    const entry = armed.find(({ fault }) => fits(fault));
    if (entry === undefined) return null;
    entry.left -= 1;
    if (entry.left <= 0) armed = armed.filter((other) => other !== entry);
    return entry.fault;
  };
  const ofSocket = (fault: Fault, agentId: string): boolean => fault.target === 'socket' && (fault.agentId === undefined || fault.agentId === agentId);
  return {
    arm: (fault) => { armed.push({ fault, left: fault.count }); },
    clear: () => { armed = []; },
    armed: () => armed.map(({ fault, left }) => ({ ...fault, count: left })),
    forRequest: (method, path, isAgent) =>
      spend((fault) => fault.target === 'rest' && (isAgent || fault.caller === undefined) && path.includes(fault.path ?? '') && (fault.method === undefined || fault.method === method)),
    forUpgrade: (agentId) => spend((fault) => ofSocket(fault, agentId) && fault.kind === 'refuse'),
    forConnection: (agentId) => spend((fault) => ofSocket(fault, agentId) && connectionKinds.has(fault.kind)),
    forFrame: (agentId) => spend((fault) => ofSocket(fault, agentId) && frameKinds.has(fault.kind)),
  };
}

/** What a broken or hostile server might write; taken in turn. */
export const garbageFrames: readonly (string | Uint8Array)[] = [
  '{"type":"RoutingMessage","data":{"type":"AgentContactAssigned","interactionId"',
  'not json at all',
  '[]',
  'null',
  '{"type":"RoutingMessage"}',
  '{"type":"RoutingMessage","data":{"type":"AgentContact","interactionId":7,"interaction":"x"}}',
  '{"type":"TaskMessage","data":{"type":"task-message:appended","interactionId":"nobody","seq":-1}}',
  '{"type":"FromTheFuture","data":{"type":"SomethingNew","value":{}}}',
  '{"type":"TaskMessage","data":{"type":"task-message:appended","__proto__":{"polluted":true}}}',
  new Uint8Array([0, 255, 254, 1, 2, 3]),
  'x'.repeat(100_000),
];
