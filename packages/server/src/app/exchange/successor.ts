import { base64Encode, decodeLeaf, type Leaf, successorOrigin } from '@cabildo/book';
import type { DraftAct } from '@cabildo/core';
import { findBook, listBooks } from '../../store/books.ts';
import { readActsOfTypes } from '../../store/logged-heads.ts';
import { movePeople } from '../../store/vault/succession.ts';
import type { BookView, Node } from '../node.ts';
import { forgetWithdrawn } from './withdrawn.ts';

export type Succeeded =
  | { readonly kind: 'succeeded'; readonly origin: string; readonly successor: string }
  | { readonly kind: 'refused'; readonly origin: string; readonly detail: string };

/** Acts by which a body is what it is; what is under way (sittings, votes, consultations) is convened anew. */
const CARRIED = [
  'BodyFounded',
  'StatuteAdopted',
  'OfficersElected',
  'OfficerKeyReplaced',
  'BodyProven',
  'WitnessAppointed',
  'AffiliationAdmitted',
];

/**
 * Starts the book that goes on from one that fell behind. Its first act cites the last known head of the old one; then
 * come, each citing its original, the acts in force that make the body what it is. Cut off, it is finished by the next call.
 */
export async function startSuccessor(
  node: Node,
  origin: string,
  last: { readonly size: number; readonly root: string },
): Promise<Succeeded> {
  const old = await node.book(origin);
  if (old === null || old.remote || old.kind !== 'body') {
    return { kind: 'refused', origin, detail: 'only a body’s book that is kept here has a successor' };
  }
  const known = (await listBooks(node.store)).find((book) => book.predecessor === origin && !book.remote);
  const successor = known?.origin ?? successorOrigin(origin);
  await node.addBook({ origin: successor, kind: 'body', title: old.title, predecessor: origin });
  if ((await findBook(node.store, successor))?.size === 0) {
    const acts = [successionAct(origin, last), ...(await carriedActs(node, old))];
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

const successionAct = (predecessor: string, { size, root }: { size: number; root: string }): DraftAct => ({
  act: 'BookSucceeded',
  data: { predecessor, size, root },
  by,
});

async function carriedActs(node: Node, old: BookView): Promise<DraftAct[]> {
  const { origin, head, state } = old;
  const rows = await readActsOfTypes(node.store, origin, CARRIED, state.size);
  const statute = state.statute?.act;
  const enrolled = state.enrolment?.act ?? 0;
  const inForce = rows.filter(({ act, index }) => {
    if (act === 'StatuteAdopted') return index === statute;
    if (act === 'OfficersElected') return index === enrolled;
    return act !== 'OfficerKeyReplaced' || index > enrolled;
  });
  const carried: DraftAct[] = [];
  for (const { index, entry } of inForce) {
    const decoded = decodeLeaf(entry);
    const row = await node.act(origin, index);
    if (!decoded.ok || row === null) continue;
    const { act, data }: Leaf = decoded.leaf;
    const cites = [{ book: origin, index, leaf: base64Encode(row.leaf), size: head.size, root: head.root }];
    carried.push({ act, data, by, cites } as unknown as DraftAct);
  }
  return carried;
}
