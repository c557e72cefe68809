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
    if (isTree(previous) && isTree(next)) collect(previous, next, [...path, key], into);
    else if (!Object.hasOwn(before, key) || !same(previous, next)) into.push({ p: [...path, key], v: next });
  }
}

/** The tree with the operations applied; untouched branches keep their reference. */
export function applyPatch<V>(tree: V, operations: readonly PatchOperation[]): V {
  return operations.reduce<unknown>((current, operation) => applyAt(current, operation, 0), tree) as V;
}

function applyAt(node: unknown, operation: PatchOperation, depth: number): unknown {
  const key = operation.p[depth];
  if (key === undefined) return operation.v;
  const base: Tree = isTree(node) ? node : {};
  if (depth === operation.p.length - 1 && !Object.hasOwn(operation, 'v')) {
    return Object.fromEntries(Object.entries(base).filter(([name]) => name !== key));
  }
  // A computed own key, so that a key such as `__proto__` stays data.
  return Object.defineProperty({ ...base }, key, {
    value: applyAt(Object.hasOwn(base, key) ? base[key] : undefined, operation, depth + 1), enumerable: true, writable: true, configurable: true,
  });
}
