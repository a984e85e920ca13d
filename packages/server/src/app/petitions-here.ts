import {
  type Actor,
  holderOf,
  isGathering,
  later,
  nextRound,
  officeCalled,
  petitionTargets,
  phonesNeed,
  statuteOf,
  tableEntries,
  tableGet,
  tellerOf,
} from '@cabildo/core';
import { readDemand, readPetitionCounts } from '../store/vault/hall.ts';
import { namesLike } from './names-like.ts';
import type { BookView, Node } from './node.ts';

type Petition = NonNullable<ReturnType<typeof petitionIn>>;
const petitionIn = ({ state }: BookView, index: number) => tableGet(state.petitions, index);

/** Petitions of a body as they stand: how many have signed, never who; of oneself whether one has, and whether one counts. */
export async function petitionsHere(node: Node, book: BookView, actor: Actor) {
  const at = later(node.now(), book.state.at);
  const all = tableEntries(book.state.petitions).map(([index]) => Number(index));
  const targets = petitionTargets(book.state, at);
  return {
    petitions: await Promise.all(all.toReversed().map((index) => petitionNow(node, book, actor, index))),
    about: await Promise.all(targets.map(async (target) => ({ ...target, ...(await seatOf(node, target)) }))),
    offsetMinutes: statuteOf(book.state)?.closing.offsetMinutes ?? 0,
  };
}

async function petitionNow(node: Node, book: BookView, actor: Actor, index: number) {
  const { state, origin } = book;
  const petition = petitionIn(book, index) as Petition;
  const at = later(node.now(), state.at);
  const { against, target, needed, of, until, openedAt, counted } = petition;
  const gathering = isGathering(petition, at);
  const signed = gathering ? await signersOf(node, origin, index) : [];
  const holder = holderOf(actor);
  const reached = counted?.reached === true ? counted.act : null;
  const duty = reached === null ? undefined : tableGet(state.obligations, reached);
  return {
    petition: index,
    against,
    target,
    ...(await seatOf(node, petition)),
    needed,
    of,
    openedAt,
    until,
    gathering,
    phones: gathering ? signed.length : (counted?.phones ?? 0),
    paper: counted?.signatures ?? 0,
    reached,
    due: duty?.due ?? null,
    sitting: duty?.sitting ?? null,
    recalled: recallOf(book, index, petition),
    mine: holder === null ? null : { signed: signed.includes(holder), ...(await countsOf(node, book, actor, index)) },
  };
}

/** For whoever counts the lists on paper: which round is due, and whether their own number is in. */
async function countsOf(node: Node, { state, origin }: BookView, actor: Actor, index: number) {
  const rules = statuteOf(state);
  const petition = tableGet(state.petitions, index);
  const at = later(node.now(), state.at);
  const teller = rules === null || petition === undefined ? null : tellerOf({ state, actor, at }, rules, petition);
  if (teller === null) return { counts: null };
  const entries = await readPetitionCounts(node.store, origin, index);
  const round = nextRound(entries);
  return { counts: { round, entered: entries.some((entry) => entry.teller === teller && entry.round === round) } };
}

async function signersOf(node: Node, origin: string, index: number): Promise<readonly string[]> {
  const { matters, since } = phonesNeed(index);
  return (await readDemand(node.store, origin, matters, since)).map(({ holder }) => holder);
}

/** Of a seat above, in which body it is, as that is called here; of an office, what people call it. */
async function seatOf(node: Node, { against, target }: Pick<Petition, 'against' | 'target'>) {
  if (against === 'officer') return { called: officeCalled(target) };
  if (against !== 'delegate') return {};
  const at = target.lastIndexOf('#');
  const above = target.slice(0, at);
  return { above, title: (await node.book(above))?.title ?? above, seat: Number(target.slice(at + 1)) };
}

/** The recall of that delegate that came after it. */
function recallOf({ state }: BookView, index: number, { against, target }: Petition): number | null {
  if (against !== 'delegate') return null;
  return (tableGet(state.recallsAbove, target) ?? []).find(({ act }) => act > index)?.act ?? null;
}

/**
 * Who of these has signed on a phone already: whoever counts a list on paper strikes them there, so that each counts once. Null
 * for whoever does not count it.
 */
export async function signedOnPhone(
  node: Node,
  book: BookView,
  actor: Actor,
  asked: { readonly petition: number; readonly name: string },
) {
  const { counts } = await countsOf(node, book, actor, asked.petition);
  if (counts === null) return null;
  const signed = await signersOf(node, book.origin, asked.petition);
  const people = await namesLike(node.store, book.origin, asked.name);
  return people.map(({ member, name }) => ({ name, signed: signed.includes(member) }));
}
