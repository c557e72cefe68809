// Patches of the view: what changed between two views as a list of paths, cheap because equal references are skipped.

/** `p` is the path from the root; without `v` the key is deleted. Arrays and scalars are replaced whole. */
export interface PatchOperation {
  readonly p: readonly string[];
  readonly v?: unknown;
}

/** `revision` grows by one a batch; a gap means the replica has missed one and asks for a snapshot. */
export interface Patch {
  readonly revision: number;
  readonly operations: readonly PatchOperation[];
}

export interface Snapshot<V> {
  readonly revision: number;
  readonly view: V;
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function sameArray(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index]));
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && sameArray(a, b);
  if (!isTree(a) || !isTree(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

/** Operations that turn `before` into `after`. Both are plain JSON trees; `undefined` values do not occur. */
export function diff(before: Tree, after: Tree): PatchOperation[] {
  const operations: PatchOperation[] = [];
  collect(before, after, [], operations);
  return operations;
}

function collect(before: Tree, after: Tree, path: readonly string[], into: PatchOperation[]): void {
  if (before === after) return;
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) into.push({ p: [...path, key] });
  }
  for (const key of Object.keys(after)) {
    const next = after[key];
    const previous = Object.hasOwn(before, key) ? before[key] : undefined;
    if (previous === next && Object.hasOwn(before, key)) continue;
    if (isTree(previous) && isTree(next) && !isReplaced(previous, next)) collect(previous, next, [...path, key], into);
    else if (!Object.hasOwn(before, key) || !same(previous, next)) into.push({ p: [...path, key], v: next });
  }
}

/** A record in which nothing is left of what was there, such as another conversation's messages: one operation instead of two for every entry. */
function isReplaced(before: Tree, after: Tree): boolean {
  const keys = Object.keys(before);
  return keys.length > 0 && !keys.some((key) => Object.hasOwn(after, key));
}

/** The tree with the operations applied; untouched branches keep their reference, touched ones are copied once a patch. */
export function applyPatch<V>(tree: V, operations: readonly PatchOperation[]): V {
  if (operations.length === 0) return tree;
  const copies = new Set<object>();
  const own = (node: unknown): Record<string, unknown> => {
    if (isTree(node) && copies.has(node)) return node;
    const copy = { ...(isTree(node) ? node : {}) };
    copies.add(copy);
    return copy;
  };
  const root = own(tree);
  for (const operation of operations) {
    const key = operation.p.at(-1);
    if (key === undefined) continue;
    let node = root;
    for (const step of operation.p.slice(0, -1)) node = put(node, step, own(Object.hasOwn(node, step) ? node[step] : undefined));
    if (Object.hasOwn(operation, 'v')) put(node, key, operation.v);
    else Reflect.deleteProperty(node, key);
  }
  return root as V;
}

/** Sets an own key, so that a key such as `__proto__` stays data. */
function put<T>(node: Record<string, unknown>, key: string, value: T): T {
  if (key === '__proto__') Object.defineProperty(node, key, { value, enumerable: true, writable: true, configurable: true });
  else node[key] = value;
  return value;
}
