import { hash } from 'node:crypto';
import {
  base64Decode,
  base64Encode,
  keyReplacementText,
  recoveryObjectionText,
  sealText,
  utf8Encode,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import {
  attendanceOver,
  type BodyState,
  type BookNeed,
  countsFrom,
  type FactName,
  type Facts,
  type Finding,
  isBookNeed,
  type Need,
  type NodeFacts,
  stillThere,
  type Time,
  type Waiting,
} from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import type { SaltedBallot } from '../store/vault/ballots.ts';
import type { EnrolledMember } from '../store/vault/people.ts';
import { readForks } from '../store/witnesses.ts';
import { type BallotNeed, ballotFact, isBallotNeed } from './ballot/facts.ts';
import type { Threads } from './ballot/threads.ts';
import { commitBallots } from './ballot-box.ts';
import { basesBelow } from './bases-below.ts';
import type { BookFactFinder } from './book-facts.ts';
import type { Doors } from './doors.ts';
import { heldAnswers } from './held-answers.ts';
import { type CommittedList, type SaltedHolder, saltHolders } from './salted-list.ts';
import type { VaultView } from './vault-view.ts';
import { wayUp } from './way-up.ts';

/** What the evidence of one command is taken from. */
export interface Sources {
  readonly books: BookFactFinder;
  readonly store: Store;
  readonly vault: VaultView;
  readonly doors: Doors;
  readonly threads: Threads;
  readonly state: BodyState;
  readonly at: Time;
  readonly random: (bytes: number) => Uint8Array;
  /** Leaf hash of an act of this book, those of the batch at hand included. */
  leafOf(index: number): Promise<Uint8Array | null>;
  /** The list behind a root that the decision has looked at; kept if the decision is accepted. */
  freeze(root: Uint8Array, list: string): void;
}

export async function gather(needs: readonly Need[], sources: Sources): Promise<Finding[]> {
  // Other books answer side by side; what is looked up in the vault is so one after the other.
  const elsewhere = new Map(needs.filter(isBookNeed).map((need) => [need, sources.books.find(need)] as const));
  await Promise.all(elsewhere.values());
  const found: Finding[] = [];
  for (const need of needs) {
    const other = elsewhere.get(need as BookNeed);
    if (other !== undefined) found.push(await other);
    else found.push({ need, found: await hereFact(need as HereNeed, sources), cites: [], bookKey: null } as Finding);
  }
  return found;
}

type HereNeed = Exclude<Need, BookNeed>;
type NodeNeed = Exclude<HereNeed, BallotNeed>;
type Found = Facts[FactName]['found'] | null;

function hereFact(need: HereNeed, sources: Sources): Promise<Found> {
  const { store, threads, state } = sources;
  return isBallotNeed(need)
    ? ballotFact(need, { store, threads, origin: state.origin })
    : nodeFact(need as NodeNeed, sources);
}

async function nodeFact(need: NodeNeed, sources: Sources): Promise<Found> {
  const { vault, state } = sources;
  switch (need.fact) {
    case 'bases-below':
      return basesBelow(sources, need);
    case 'held-answers':
      return heldAnswers(sources, need);
    case 'sha256':
      return { hash: hash('sha256', need.text, 'base64') };
    case 'roll':
      return roll(need.waiting, sources);
    case 'way-up':
      return wayUp(need, sources.books);
    case 'root':
      return withRoot({}, () => saltHolders(need.of, sources.random), sources);
    case 'member':
      return vault.member(need.member);
    case 'attendance': {
      if (attendanceOver(state, need.sitting, sources.at)) return null;
      const holders = stillThere(state, need.sitting, await vault.attendance(need.sitting, need.asOf, need.channel));
      return withRoot({ holders }, () => saltHolders(holders, sources.random), sources);
    }
    case 'attendance-left':
      return attendanceLeft(need.sitting, sources);
    case 'floor':
      return attendanceOver(state, need.sitting, sources.at) ? null : vault.floor(need.sitting);
    case 'door-code':
      return { holds: sources.doors.holds(state.origin, need.sitting, sources.at, need.code) };
    case 'forks':
      return forks(need.origin, sources);
    case 'presence-counts':
      return vault.presenceCounts(need.sitting);
    case 'block-counts':
      return vault.blockCounts(need.vote);
    case 'checked-in':
      return checkedIn(need, sources);
    case 'card-counts':
      return vault.cardCounts(need.vote);
    case 'next-in-turn':
      return nextInTurn(await vault.roll(), need);
    case 'stock-counts':
      return vault.stockCounts(need.site, need.item);
    case 'petition-counts':
      return vault.petitionCounts(need.petition);
    case 'urn-counts':
      return vault.urnCounts(need.vote);
    case 'ballot-files':
      return vault.ballotFiles(need.vote);
    case 'own-ballot':
      return ownBallot(need, vault);
    case 'ballots':
      return ballots(need.vote, await vault.ballots(need.vote), sources);
    case 'signatures':
      return vault.signatures(need.index);
    case 'signature-check':
      return signatureCheck(need, sources);
    case 'demand-support':
      return vault.demand(need.matters, need.since);
    case 'disclosure':
      return { present: await vault.disclosed(need.index, need.slot) };
    default:
      throw new Error(`no source for the fact ${(need satisfies never as Need).fact} of ${state.origin}`);
  }
}

async function checkedIn(
  { sitting, member }: Extract<Need, { fact: 'checked-in' }>,
  { vault, state, at }: Sources,
): Promise<NodeFacts['checked-in']['found'] | null> {
  return attendanceOver(state, sitting, at) ? null : ((await vault.checkedIn(sitting, member)) ?? null);
}

async function ownBallot(
  { vote, voter, holder }: Extract<Need, { fact: 'own-ballot' }>,
  vault: VaultView,
): Promise<NodeFacts['own-ballot']['found'] | null> {
  const ballot = await vault.ownBallot({ vote, voter, holder });
  return ballot === null ? null : { choice: ballot.choice };
}

/** The list behind this root is kept by nobody, nor are its salts. */
async function attendanceLeft(sitting: number, { vault, state, random }: Sources): Promise<Found> {
  const holders = await vault.attendance(sitting, state.size);
  const spoke = (await vault.floor(sitting)).length;
  return lazyRoot({ count: holders.length, spoke }, () => saltHolders(holders, random).root);
}

async function forks(origin: string, { store }: Sources): Promise<NodeFacts['forks']['found']> {
  const heads = (note: string) => hash('sha256', note, 'base64');
  const proven = await readForks(store, origin);
  return proven.map(({ held, seen }) => ({ heads: [heads(held), heads(seen)] as const }));
}

async function roll(waiting: readonly Waiting[], sources: Sources): Promise<NodeFacts['roll']['found']> {
  const enrolled = await sources.vault.roll();
  const members = enrolled.filter(({ enrolledAt }) => countsFrom(waiting, enrolledAt) <= sources.at);
  const holders = members.map(({ member }) => member).sort();
  return withRoot({ size: holders.length }, () => saltHolders(holders, sources.random), sources);
}

/** The root is made only if the decision looks at it: most look at the list alone, and a list may be long. */
function withRoot<T extends object>(
  fact: T,
  commit: () => CommittedList<SaltedHolder>,
  sources: Sources,
): T & { readonly root: string } {
  return lazyRoot(fact, () => {
    const { root, items } = commit();
    sources.freeze(root, JSON.stringify(items.map(({ item }) => item)));
    return root;
  });
}

function ballots(vote: number, all: readonly SaltedBallot[], sources: Sources): NodeFacts['ballots']['found'] {
  return lazyRoot({ all }, () => {
    const { root, list } = commitBallots(sources.state, vote, all, sources.at);
    sources.freeze(root, list);
    return root;
  });
}

function lazyRoot<T extends object>(fact: T, make: () => Uint8Array): T & { readonly root: string } {
  let root: string | undefined;
  return Object.defineProperty(fact, 'root', {
    enumerable: true,
    get: () => (root ??= base64Encode(make())),
  }) as T & { readonly root: string };
}

async function signatureCheck(
  need: Extract<Need, { fact: 'signature-check' }>,
  sources: Sources,
): Promise<NodeFacts['signature-check']['found']> {
  const { origin } = sources.state;
  const publicKey = base64Decode(need.key, 32);
  const signature = base64Decode(need.signature, 64);
  let leaf: Uint8Array | null = null;
  let message: string | null = null;
  if ('seal' in need.over) {
    leaf = await sources.leafOf(need.over.seal);
    if (leaf !== null) message = sealText(origin, need.over.seal, leaf);
  } else if ('objection' in need.over) {
    leaf = await sources.leafOf(need.over.objection);
    if (leaf !== null) message = recoveryObjectionText(origin, need.over.objection, leaf);
  } else if ('text' in need.over) {
    message = need.over.text;
  } else {
    const { office, newKey, oldKey } = need.over.replacement;
    message = keyReplacementText(origin, office, oldKey ?? need.key, newKey);
  }
  const valid =
    publicKey !== undefined &&
    signature !== undefined &&
    message !== null &&
    nodeCrypto.verifyEd25519(publicKey, utf8Encode(message), signature);
  return { valid, leaf: leaf === null ? '' : base64Encode(leaf) };
}

/** In the order of enrolment, which nothing changes; on the same day by the members' random names. */
function nextInTurn(
  roll: readonly EnrolledMember[],
  { after, households }: Extract<Need, { fact: 'next-in-turn' }>,
): NodeFacts['next-in-turn']['found'] | null {
  const written = roll.toSorted((a, b) => (`${a.enrolledAt} ${a.member}` < `${b.enrolledAt} ${b.member}` ? -1 : 1));
  const homes = Map.groupBy(written, ({ member, household }) => (households === true ? household : null) ?? member);
  const order = Array.from(homes.values(), (home) => home.map(({ member }) => member));
  const last = typeof after === 'number' ? after - 1 : order.findIndex((home) => home.some((one) => one === after));
  const place = (last + 1) % Math.max(1, order.length);
  const holders = order[place];
  return holders === undefined ? null : { holders, place: place + 1 };
}
