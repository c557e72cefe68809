// Order of one task's messages by `seq`, as a pure machine: what comes early is held, a gap is fetched, a duplicate is
// dropped, and each message is delivered once. The socket is a hint; a page the server answers is the truth.

/** Pages asked for at once (the protocol's most). */
export const PAGE_LIMIT = 200;
/** Fetches in a row that bring nothing new before a hole is believed: a server that numbers with holes must not stop the chat. */
const MAX_FRUITLESS = 3;

export interface Sequenced {
  readonly seq: number;
}

export interface SequenceState<M extends Sequenced> {
  /** The last delivered; null = the first page is still to come. */
  readonly last: number | null;
  readonly held: ReadonlyMap<number, M>;
  readonly fetching: boolean;
  readonly fruitless: number;
  /** The highest number known to exist (a frame, a page's range, the answer to a send). */
  readonly highest: number;
}

export type SequenceInput<M extends Sequenced> =
  | { readonly type: 'arrived'; readonly message: M }
  /** The server says that this number exists. */
  | { readonly type: 'known'; readonly seq: number }
  /** Ask the server whether there is more: the task became a conversation, or the connection is back. */
  | { readonly type: 'synchronise' }
  | { readonly type: 'page'; readonly messages: readonly M[]; readonly lastSeq: number; readonly full: boolean }
  | { readonly type: 'fetchFailed' };

export type SequenceEffect<M extends Sequenced> =
  /** `after` null = the newest page. */
  | { readonly type: 'fetch'; readonly after: number | null }
  | { readonly type: 'deliver'; readonly messages: readonly M[]; readonly hasEarlier: boolean | null };

export type SequenceStep<M extends Sequenced> = readonly [SequenceState<M>, readonly SequenceEffect<M>[]];

export const initialSequence: SequenceState<never> = { last: null, held: new Map<number, never>(), fetching: false, fruitless: 0, highest: 0 };

/** One step. A fetch is under way at most once a time; its answer comes back as `page` or `fetchFailed`. */
export function sequence<M extends Sequenced>(state: SequenceState<M>, input: SequenceInput<M>): SequenceStep<M> {
  switch (input.type) {
    case 'arrived':
      return arrived(state, input.message);
    case 'known':
      return seek({ ...state, highest: Math.max(state.highest, input.seq) }, []);
    case 'synchronise':
      return state.fetching ? [state, []] : fetchFrom({ ...state, fruitless: 0 }, []);
    case 'page':
      return page(state, input.messages, input.lastSeq, input.full);
    case 'fetchFailed':
      return [{ ...state, fetching: false }, []];
  }
}

const fetchFrom = <M extends Sequenced>(state: SequenceState<M>, before: readonly SequenceEffect<M>[]): SequenceStep<M> => [
  { ...state, fetching: true },
  [...before, { type: 'fetch', after: state.last }],
];

/** Fetches when something is known to be missing and nothing is on its way. Before the first page nothing is asked: the task decides when. */
const seek = <M extends Sequenced>(state: SequenceState<M>, effects: readonly SequenceEffect<M>[]): SequenceStep<M> =>
  state.last !== null && !state.fetching && state.highest > state.last ? fetchFrom(state, effects) : [state, effects];

function arrived<M extends Sequenced>(state: SequenceState<M>, message: M): SequenceStep<M> {
  if (state.last !== null && message.seq <= state.last) return [state, []];
  const highest = Math.max(state.highest, message.seq);
  // While a page is on its way everything waits for it, so that page and frames are merged in one place.
  if (state.last === null || state.fetching || message.seq > state.last + 1) {
    return seek({ ...state, highest, held: new Map(state.held).set(message.seq, message) }, []);
  }
  const [run, held] = takeRun(message, state.held);
  const last = run[run.length - 1]?.seq ?? state.last;
  return seek({ ...state, last, held, highest, fruitless: 0 }, [{ type: 'deliver', messages: run, hasEarlier: null }]);
}

/** `first` and the held messages that follow it without a gap. */
function takeRun<M extends Sequenced>(first: M, held: ReadonlyMap<number, M>): [M[], ReadonlyMap<number, M>] {
  const run = [first];
  const rest = new Map(held);
  rest.delete(first.seq);
  for (let next = rest.get(first.seq + 1); next !== undefined; next = rest.get(next.seq + 1)) {
    run.push(next);
    rest.delete(next.seq);
  }
  return [run, rest];
}

function page<M extends Sequenced>(state: SequenceState<M>, messages: readonly M[], lastSeq: number, full: boolean): SequenceStep<M> {
  const isFirst = state.last === null;
  const from = state.last ?? 0;
  const fresh = [...new Map(messages.filter((message) => message.seq > from).map((message) => [message.seq, message])).values()].sort((a, b) => a.seq - b.seq);
  const pageEnd = fresh[fresh.length - 1]?.seq ?? (isFirst ? lastSeq : from);
  const highest = Math.max(state.highest, lastSeq, pageEnd);
  const held = new Map([...state.held].filter(([seq]) => seq > pageEnd));
  const follower = held.get(pageEnd + 1);
  const [run, rest] = follower === undefined ? [[], held] : takeRun(follower, held);
  const delivered = [...fresh, ...run];
  const last = delivered[delivered.length - 1]?.seq ?? pageEnd;
  const progressed = last > from || isFirst;
  const next: SequenceState<M> = { last, held: rest, fetching: false, highest, fruitless: progressed ? 0 : state.fruitless + 1 };
  const effects: SequenceEffect<M>[] =
    delivered.length > 0 || isFirst ? [{ type: 'deliver', messages: delivered, hasEarlier: isFirst ? (fresh[0]?.seq ?? 1) > 1 : null }] : [];
  if (next.fruitless >= MAX_FRUITLESS) return overHole(next, effects);
  // A full page of a later synchronisation may have more behind it than the server's range told.
  return !isFirst && full && progressed ? fetchFrom(next, effects) : seek(next, effects);
}

/** The server keeps saying that nothing is between: what is held is delivered, and a number without a message is forgotten. */
function overHole<M extends Sequenced>(state: SequenceState<M>, effects: readonly SequenceEffect<M>[]): SequenceStep<M> {
  const rest = [...state.held.values()].sort((a, b) => a.seq - b.seq);
  const last = rest[rest.length - 1]?.seq ?? state.last;
  const next: SequenceState<M> = { ...state, last, held: new Map(), highest: last ?? 0, fruitless: 0 };
  return [next, rest.length === 0 ? effects : [...effects, { type: 'deliver', messages: rest, hasEarlier: null }]];
}
