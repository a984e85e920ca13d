import { base64Encode, decodeLeaf, leafHash, successorOrigin } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type DraftAct, decisionsStanding, goodsStanding, moneyStanding } from '@cabildo/core';
import { readActsAt } from '../../store/acts.ts';
import { findBook, listBooks } from '../../store/books.ts';
import { movePeople } from '../../store/vault/succession.ts';
import { carriedActs } from '../carried-acts.ts';
import type { BookView, Node } from '../node.ts';
import { forgetWithdrawn } from './withdrawn.ts';

export type Succeeded =
  | { readonly kind: 'succeeded'; readonly origin: string; readonly successor: string }
  | { readonly kind: 'refused'; readonly origin: string; readonly detail: string };

interface LastHead {
  readonly size: number;
  readonly root: string;
}

/**
 * Starts the book that goes on from one that fell behind. Its first act cites the last known head of the old one; then
 * come, each citing its original, the acts in force that make the body what it is. Cut off, it is finished by the next call.
 */
export async function startSuccessor(node: Node, origin: string, last: LastHead): Promise<Succeeded> {
  const old = await node.book(origin);
  if (old === null || old.remote || old.kind !== 'body') {
    return { kind: 'refused', origin, detail: 'only a body’s book that is kept here has a successor' };
  }
  const known = (await listBooks(node.store)).find((book) => book.predecessor === origin && !book.remote);
  const successor = known?.origin ?? successorOrigin(origin);
  await node.addBook({ origin: successor, kind: 'body', title: old.title, predecessor: origin });
  if ((await findBook(node.store, successor))?.size === 0) {
    const taken = await takenOver(node, old, last);
    const acts = [successionAct(origin, last), ...taken, ...(await stillStanding(node, old, 1 + taken.length))];
    const outcome = await node.record(successor, acts);
    if (outcome.kind !== 'done')
      return { kind: 'refused', origin, detail: `nothing was written: ${JSON.stringify(outcome)}` };
  }
  await forgetWithdrawn(node, origin);
  await movePeople(node.store, origin, successor);
  await node.setReadOnly(origin, `this book ends here; it goes on as ${successor}`);
  return { kind: 'succeeded', origin, successor };
}

const by = { office: 'operator', article: 'book' };

const successionAct = (predecessor: string, { size, root }: LastHead): DraftAct => ({
  act: 'BookSucceeded',
  data: { predecessor, size, root },
  by,
});

/** What the body is by, each act with a citation of its original. */
async function takenOver(node: Node, { origin, head, state }: BookView, last: LastHead): Promise<DraftAct[]> {
  const { size, root } = head;
  const whole = size === last.size && root === last.root;
  const acts = await carriedActs(node.store, state, { at: node.now(), whole });
  const taken: DraftAct[] = [];
  for (const { index, entry } of acts) {
    const decoded = decodeLeaf(entry);
    if (!decoded.ok) continue;
    const { act, data } = decoded.leaf;
    const cites = [{ book: origin, index, leaf: base64Encode(leafHash(entry, nodeCrypto)), size, root }];
    const map = act === 'TerritoryDrawn' ? await attachedAs(node, origin, entry, 'geojson') : null;
    const attach = map === null ? {} : { geojson: { mediaType: 'application/geo+json', content: map } };
    taken.push({ act, data, by, cites, attach } as unknown as DraftAct);
  }
  return taken;
}

/** What it has decided and what still holds, its goods and its money, by the numbers that it gets in the successor. */
async function stillStanding(node: Node, { origin, head, state }: BookView, first: number): Promise<DraftAct[]> {
  const { size, root } = head;
  const at = node.now();
  const decided = decisionsStanding(state, at, first);
  const goods = goodsStanding(state, at, first + decided.length);
  const money = moneyStanding(state, first + decided.length + goods.length);
  const carried = [...decided, ...goods, ...money];
  const rows = await readActsAt(node.store, origin, [...new Set(carried.map(({ index }) => index))]);
  const rowAt = new Map(rows.map((row) => [row.index, row]));
  const acts: DraftAct[] = [];
  for (const { index, decision, what, asked } of carried) {
    const row = rowAt.get(index);
    if (row === undefined) throw new Error(`act ${index} of ${origin} is not here`);
    const cites = [{ book: origin, index, leaf: base64Encode(row.leaf), size, root }];
    const from = { book: origin, index };
    const data = { from, ...(decision === undefined ? {} : { decision }), what };
    const list = asked === undefined ? await attachedAs(node, origin, row.entry, 'list') : JSON.stringify(asked);
    const attach = what.kind === 'consultation' && list !== null ? { list: { mediaType: json, content: list } } : {};
    acts.push({ act: 'DecisionCarried', data, by, cites, attach } as unknown as DraftAct);
  }
  return acts;
}

const json = 'application/json';

/** What that member of an act of the book before names as attached. */
async function attachedAs(
  node: Node,
  origin: string,
  entry: Uint8Array,
  member: 'list' | 'geojson',
): Promise<string | null> {
  const decoded = decodeLeaf(entry);
  const data = (decoded.ok ? decoded.leaf.data : {}) as Readonly<Record<string, { readonly sha256: string }>>;
  const named = data[member];
  if (named === undefined) return null;
  const kept = await node.attachment(origin, Buffer.from(named.sha256, 'base64').toString('hex'));
  return kept === null ? null : Buffer.from(kept.content).toString('utf8');
}
