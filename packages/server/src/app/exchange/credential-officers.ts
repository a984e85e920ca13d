import type { ActWithProof, RecoveryParts } from '@cabildo/book';
import { type ActData, firstBook, tableEntries, tableGet } from '@cabildo/core';
import { readActsOfTypes } from '../../store/logged-heads.ts';
import type { BookView, Node } from '../node.ts';

export const MAX_ACTS = 64;

/** Whose keys sealed an act, and how they came by them, by the indexes of the acts that say so. */
export interface Enrolled {
  readonly officers: number;
  readonly handover: readonly number[];
  readonly replacements: readonly number[];
}

const keyChanges: readonly string[] = [
  'OfficerKeyReplaced',
  'OfficerKeyRestored',
  'OfficerRecalled',
  'OfficerResigned',
];

/** Null where no elected officers have sealed it. */
export async function enrolledFor(node: Node, book: BookView, seal: number): Promise<Enrolled | null> {
  const acts = await readActsOfTypes(node.store, book.origin, ['OfficersElected', ...keyChanges], seal);
  const officers = Number((await dataOf(node, book.origin, seal))?.officers);
  const elections = acts.filter(({ act, index }) => act === 'OfficersElected' && index <= officers);
  if (elections.at(-1)?.index !== officers) return null;
  // Each election of officers up to theirs, with the seal by which the keys before it attest it, where there is one.
  const handover: number[] = [];
  for (const { index } of elections) {
    const sealedBy = tableGet(book.state.sealed, index);
    if (index !== officers) handover.push(index);
    if (sealedBy !== undefined && sealedBy < seal) handover.push(sealedBy);
  }
  const replacements = acts.filter(({ act }) => keyChanges.includes(act)).map(({ index }) => index);
  const tooMany = handover.length > MAX_ACTS || replacements.length > MAX_ACTS;
  return {
    officers,
    handover: tooMany ? [] : handover.sort((a, b) => a - b),
    replacements: tooMany ? [] : replacements,
  };
}

/** Other bodies that attest an election of officers whom those before did not hand over to. */
export interface Recovered {
  readonly claim: number;
  readonly bodies: readonly {
    readonly book: BookView;
    readonly known: { readonly book: string; readonly index: number };
    readonly attested: number;
    readonly seal: number;
    readonly by: Enrolled;
  }[];
}

/** The claim on the last of these elections that nobody has objected to in time, with two bodies whose books this node holds. */
export async function recoveredFor(node: Node, upper: BookView, lower: BookView, officers: number) {
  const now = node.now();
  const [claim] =
    tableEntries(lower.state.recoveries).findLast(
      ([, { election, due, objected, carried }]) =>
        carried === undefined && election <= officers && objected === null && due <= now,
    ) ?? [];
  if (claim === undefined) return {};
  const data = (await dataOf(node, lower.origin, Number(claim))) as ActData<'RecoveryClaimed'> | null;
  const bodies: Recovered['bodies'][number][] = [];
  for (const one of data?.bodies ?? []) {
    const book = await node.book(one.book);
    const known = knownBy(upper, lower, one);
    const seal = book === null ? undefined : tableGet(book.state.sealed, one.index);
    if (book === null || known === null || seal === undefined || book.state.predecessor !== null) continue;
    const by = await enrolledFor(node, book, seal);
    if (by !== null) bodies.push({ book, known, attested: one.index, seal, by });
  }
  return bodies.length < 2 ? {} : { recovery: { claim: Number(claim), bodies: bodies.slice(0, 4) } };
}

/** The act by which that body was known before, in the lower book or, of a sibling, in the upper one. */
function knownBy(
  upper: BookView,
  lower: BookView,
  { book, known }: ActData<'RecoveryClaimed'>['bodies'][number],
): { readonly book: string; readonly index: number } | null {
  const { state, origin } = lower;
  const index = {
    above: () => tableGet(state.requests, book),
    neighbour: () =>
      state.body?.provenBy?.witnesses.some((one) => firstBook(one) === firstBook(book)) === true
        ? (state.body.proven ?? undefined)
        : undefined,
    below: () => tableGet(state.affiliates, book)?.act,
    sibling: () => tableGet(upper.state.affiliates, book)?.act,
  }[known]();
  return index === undefined ? null : { book: known === 'sibling' ? upper.origin : origin, index };
}

/** How many acts of each book must be covered by the head that is shown. */
export const actsOfRecovery = ({ bodies }: Recovered): readonly (readonly [origin: string, last: number])[] =>
  bodies.flatMap(({ book, known, seal, attested, by }) => [
    [known.book, known.index] as const,
    [book.origin, Math.max(seal, attested, by.officers, ...by.handover)] as const,
  ]);

type Act = (book: string) => (index: number) => Promise<ActWithProof>;

export async function shownRecovery({ claim, bodies }: Recovered, below: string, act: Act): Promise<RecoveryParts> {
  return {
    claim: await act(below)(claim),
    bodies: await Promise.all(
      bodies.map(async ({ book: { origin }, known, attested, seal, by }) => ({
        known: await act(known.book)(known.index),
        founded: await act(origin)(0),
        officers: await act(origin)(by.officers),
        handover: await Promise.all(by.handover.map(act(origin))),
        attested: await act(origin)(attested),
        seal: await act(origin)(seal),
      })),
    ),
  };
}

async function dataOf(node: Node, origin: string, index: number): Promise<Record<string, unknown> | null> {
  const row = await node.act(origin, index);
  if (row === null) return null;
  return (JSON.parse(Buffer.from(row.entry).toString('utf8')) as { data: Record<string, unknown> }).data;
}
