/**
 * A persistent map from strings to values: a hash array mapped trie. Setting one entry copies a path of a
 * few small arrays, so that a state can be kept, forked and thrown away, and its cost does not grow with the
 * length of the book.
 */
export interface Table<V> {
  readonly size: number;
  readonly root: Node<V>;
}

type Node<V> = readonly (Slot<V> | undefined)[];
type Slot<V> = { readonly key: string; readonly hash: number; readonly value: V } | { readonly node: Node<V> };

const width = 5;
const fanOut = 1 << width;
const maxShift = 30;

/** FNV-1a over UTF-16 units; only spreads keys, proves nothing. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const positionOf = (hash: number, shift: number): number => (hash >>> shift) & (fanOut - 1);

export const emptyTable = <V>(): Table<V> => ({ size: 0, root: [] });

export function tableGet<V>(table: Table<V>, key: string | number): V | undefined {
  const name = String(key);
  const hash = hashOf(name);
  let node = table.root;
  for (let shift = 0; shift <= maxShift; shift += width) {
    const slot = node[positionOf(hash, shift)];
    if (slot === undefined) return undefined;
    if ('key' in slot) return slot.key === name ? slot.value : undefined;
    node = slot.node;
  }
  return collided(node, name)?.value;
}

export const tableHas = <V>(table: Table<V>, key: string | number): boolean => tableGet(table, key) !== undefined;

export function tableSet<V>(table: Table<V>, key: string | number, value: V): Table<V> {
  const entry = { key: String(key), hash: hashOf(String(key)), value };
  const known = tableGet(table, key) !== undefined;
  return { size: known ? table.size : table.size + 1, root: inserted(table.root, entry, 0) };
}

type Entries<V> = readonly (readonly [string, V])[];

/** A table never changes, and a hall asks the same one a thousand times between two acts. */
const listed = new WeakMap<Table<unknown>, Entries<unknown>>();

/** All entries in the order of their keys: numbers first, as numbers, then names. */
export function tableEntries<V>(table: Table<V>): Entries<V> {
  const known = listed.get(table) as Entries<V> | undefined;
  if (known !== undefined) return known;
  const found: [string, V][] = [];
  collect(table.root, found);
  const entries = inOrder(found);
  listed.set(table, entries);
  return entries;
}

/** Each key is read once: a sort looks at it many times. */
function inOrder<V>(entries: readonly [string, V][]): Entries<V> {
  const read = entries.map((entry) => ({ entry, numbers: numbersIn(entry[0]) }));
  return read.sort(compareKeys).map(({ entry }) => entry);
}

export const tableValues = <V>(table: Table<V>): readonly V[] => tableEntries(table).map(([, value]) => value);

export const tableOf = <V>(entries: Iterable<readonly [string | number, V]>): Table<V> => {
  let table = emptyTable<V>();
  for (const [key, value] of entries) table = tableSet(table, key, value);
  return table;
};

/** Indexes of acts (`12`), then parts of them (`12.1`) in the order of their numbers; after them names, by UTF-16. */
function compareKeys(one: ReadKey, other: ReadKey): number {
  const [x, y] = [one.numbers, other.numbers];
  if (x !== null && y !== null) return x[0] - y[0] || x[1] - y[1];
  if (x !== null || y !== null) return x !== null ? -1 : 1;
  const [a, b] = [one.entry[0], other.entry[0]];
  return a < b ? -1 : a > b ? 1 : 0;
}

interface ReadKey {
  readonly entry: readonly [string, unknown];
  readonly numbers: readonly [number, number] | null;
}

const wholeNumbers = /^(0|[1-9]\d{0,14})(?:\.(0|[1-9]\d{0,14}))?$/;

function numbersIn(key: string): readonly [number, number] | null {
  const first = key.charCodeAt(0);
  const match = first >= 48 && first <= 57 ? wholeNumbers.exec(key) : null;
  return match === null ? null : [Number(match[1]), match[2] === undefined ? -1 : Number(match[2])];
}

type Leaf<V> = { readonly key: string; readonly hash: number; readonly value: V };

const collided = <V>(node: Node<V>, key: string): Leaf<V> | undefined =>
  node.find((slot): slot is Leaf<V> => slot !== undefined && 'key' in slot && slot.key === key);

function inserted<V>(node: Node<V>, entry: Leaf<V>, shift: number): Node<V> {
  if (shift > maxShift)
    return [...node.filter((slot) => slot !== undefined && 'key' in slot && slot.key !== entry.key), entry];
  const position = positionOf(entry.hash, shift);
  const copy = node.slice();
  const slot = node[position];
  if (slot === undefined || ('key' in slot && slot.key === entry.key)) copy[position] = entry;
  else if ('node' in slot) copy[position] = { node: inserted(slot.node, entry, shift + width) };
  else copy[position] = { node: inserted(inserted([], slot, shift + width), entry, shift + width) };
  return copy;
}

function collect<V>(node: Node<V>, into: [string, V][]): void {
  for (const slot of node) {
    if (slot === undefined) continue;
    if ('key' in slot) into.push([slot.key, slot.value]);
    else collect(slot.node, into);
  }
}

/** Entries of `after` that `before` does not have as they are. Shared parts are skipped, so this costs what has changed. */
export function tableChanges<V>(before: Table<V>, after: Table<V>): Entries<V> {
  const found: [string, V][] = [];
  if (before.root !== after.root) compareNodes(before.root, after.root, before, found);
  return inOrder(found);
}

function compareNodes<V>(before: Node<V>, after: Node<V>, whole: Table<V>, into: [string, V][]): void {
  after.forEach((slot, position) => {
    const old = before[position];
    if (slot === undefined || slot === old) return;
    if ('key' in slot) {
      if (tableGet(whole, slot.key) !== slot.value) into.push([slot.key, slot.value]);
    } else if (old !== undefined && 'node' in old) compareNodes(old.node, slot.node, whole, into);
    else compareNodes([], slot.node, whole, into);
  });
}
