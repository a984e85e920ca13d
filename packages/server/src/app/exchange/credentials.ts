import {
  type ActWithProof,
  assembleCredential,
  type Credential,
  type CredentialCheck,
  type CredentialParts,
  type CredentialSeat,
  type HeadProof,
  type VerifiedCredential,
  verifyCredential,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { electionAt, tableEntries, tableGet, tableHas } from '@cabildo/core';
import type { BookView, Node } from '../node.ts';
import { actsUnder } from './acts-under.ts';
import {
  actsOfRecovery,
  enrolledFor,
  MAX_ACTS,
  type Recovered,
  recoveredFor,
  shownRecovery,
} from './credential-officers.ts';
import { headProof } from './heads.ts';
import { checkpointAt } from './own-head.ts';

export type CredentialRefusal =
  | 'book-not-held'
  | 'not-affiliated'
  | 'other-key'
  | 'beyond-entitlement'
  | 'not-elected'
  | 'not-sealed'
  | 'sealed-by-convener'
  | 'recalled'
  | 'term-over'
  | 'term-not-begun'
  | 'chain-broken'
  | 'does-not-verify';

export type CredentialOutcome =
  | { readonly ok: true; readonly credential: Credential; readonly verified: VerifiedCredential }
  | {
      readonly ok: false;
      readonly reason: CredentialRefusal;
      /** The seat at which the chain ends. */
      readonly at: CredentialSeat;
      readonly detail: string;
      readonly checks?: readonly CredentialCheck[];
    };

const MAX_LINKS = 16;

/** One step of the chain by the indexes of its acts. */
interface Link extends CredentialSeat {
  readonly upper: BookView;
  readonly lower: BookView;
  readonly affiliation: number;
  /** The founding; in a successor the second act, after the one that says so. */
  readonly founded: number;
  readonly officers: number;
  readonly election: number;
  readonly seal: number;
  readonly handover: readonly number[];
  readonly replacements: readonly number[];
  readonly recovery?: Recovered;
}

type Refusal = Extract<CredentialOutcome, { ok: false }>;

const refuse = (seat: CredentialSeat, reason: CredentialRefusal, detail: string): Refusal => ({
  ok: false,
  reason,
  at: { above: seat.above, below: seat.below, seat: seat.seat },
  detail,
});

/** The credential file of a seat, from the books and mirrors that this node holds, down to the base. */
export async function credentialFor(node: Node, seat: CredentialSeat): Promise<CredentialOutcome> {
  const links: Link[] = [];
  for (let next: CredentialSeat | null = seat; next !== null; ) {
    if (links.length === MAX_LINKS) return refuse(next, 'chain-broken', `the chain has more than ${MAX_LINKS} links`);
    if (links.some(({ above }) => above === next?.below)) {
      return refuse(next, 'chain-broken', `the chain leads back to ${next.below}`);
    }
    const link: Link | Refusal = await linkFor(node, next);
    if ('reason' in link) return link;
    links.push(link);
    const below: CredentialSeat | null | Refusal = nextSeat(link);
    if (below !== null && 'reason' in below) return below;
    next = below;
  }
  const parts = await partsOf(node, links);
  return verified(node, seat, links[0] as Link, parts);
}

async function linkFor(node: Node, seat: CredentialSeat): Promise<Link | Refusal> {
  const { above, below, seat: number } = seat;
  const [upper, lower] = [await node.book(above), await node.book(below)];
  if (upper === null) return refuse(seat, 'book-not-held', `this node holds no copy of the book of ${above}`);
  if (lower === null) return refuse(seat, 'book-not-held', `this node holds no copy of the book of ${below}`);
  const affiliate = tableGet(upper.state.affiliates, below);
  if (affiliate === undefined) return refuse(seat, 'not-affiliated', `${above} has not admitted ${below}`);
  if (affiliate.ended !== undefined) {
    return refuse(seat, 'not-affiliated', `${below} belongs to ${above} no more`);
  }
  if (affiliate.succeededBy !== undefined) {
    return refuse(seat, 'not-affiliated', `${below} goes on as ${affiliate.succeededBy}, which ${above} has admitted`);
  }
  if (affiliate.key !== lower.vkey) {
    return refuse(seat, 'other-key', `${above} admitted ${below} under another key than that of the copy held here`);
  }
  if (number < 1 || number > affiliate.entitlement) {
    return refuse(seat, 'beyond-entitlement', `${below} is entitled to ${affiliate.entitlement} seats in ${above}`);
  }
  const election = electionOf(node, seat, upper, lower);
  if ('reason' in election) return election;
  const officers = await enrolledFor(node, lower, election.seal);
  if (officers === null)
    return refuse(seat, 'sealed-by-convener', `the election is sealed by no elected officers of ${below}`);
  const recovered = await recoveredFor(node, upper, lower, officers.officers);
  const founded = lower.state.predecessor === null ? 0 : 1;
  return { ...seat, upper, lower, affiliation: affiliate.act, founded, ...election, ...officers, ...recovered };
}

function electionOf(
  node: Node,
  seat: CredentialSeat,
  upper: BookView,
  { state }: BookView,
): { election: number; seal: number } | Refusal {
  const { above, below, seat: number } = seat;
  const now = node.now();
  const index = electionAt(state, above, number, now);
  const election = index === undefined ? undefined : tableGet(state.elections, index);
  const held = election?.seats.find((one) => one.seat === number);
  if (index === undefined || election === undefined || held === undefined) {
    return refuse(seat, 'not-elected', `${below} has elected nobody to seat ${number} in ${above}`);
  }
  const seal = tableGet(state.sealed, index);
  if (seal === undefined)
    return refuse(seat, 'not-sealed', `the election (act ${index} of ${below}) is not sealed yet`);
  const sealedRecall = held.recalled !== null && tableHas(state.sealed, held.recalled);
  const presented =
    tableGet(upper.state.seats, `${below}#${number}`)?.recalled.some(({ holder }) => holder === held.holder) ?? false;
  if (sealedRecall || presented) {
    return refuse(seat, 'recalled', `${below} has recalled ${held.holder} from seat ${number} in ${above}`);
  }
  if (now >= election.until) return refuse(seat, 'term-over', `the term ended ${election.until}`);
  if (now < election.from) return refuse(seat, 'term-not-begun', `the term begins ${election.from}`);
  return { election: index, seal };
}

/** The seat that elected this one: null at a base. */
function nextSeat(link: Link): CredentialSeat | null | Refusal {
  const { state, origin } = link.lower;
  if (state.body?.kind === 'base') return null;
  const held = tableGet(state.elections, link.election)?.seats.find(({ seat }) => seat === link.seat);
  const parts = /^(.+)#([1-9][0-9]*)$/.exec(held?.holder ?? '');
  if (parts === null) {
    return refuse(link, 'chain-broken', `${origin} is no base, and ${held?.holder} is no seat of a body below it`);
  }
  return { above: origin, below: parts[1] as string, seat: Number(parts[2]) };
}

/** The head of a book under which its acts are shown. */
interface ShownHead {
  readonly size: number;
  readonly checkpoint: string;
  readonly head?: HeadProof;
}

async function partsOf(node: Node, links: readonly Link[]): Promise<CredentialParts> {
  const top = (links[0] as Link).upper;
  const witnesses = tableEntries(top.state.witnesses).map(([, { act }]) => act);
  const needed = new Map<string, number>([[top.origin, Math.max(-1, ...witnesses)]]);
  const need = (origin: string, ...acts: number[]) => needed.set(origin, Math.max(needed.get(origin) ?? -1, ...acts));
  for (const link of links) {
    need(link.above, link.affiliation);
    need(link.below, link.seal, link.officers, ...link.handover, ...link.replacements, link.recovery?.claim ?? 0);
    for (const [origin, last] of link.recovery === undefined ? [] : actsOfRecovery(link.recovery)) need(origin, last);
  }
  const heads = new Map<string, ShownHead>();
  for (const [origin, last] of needed) heads.set(origin, await headShown(node, origin, last + 1));
  const shown = new Map([...heads].map(([origin, { size }]) => [origin, actsUnder(node, origin, size)]));
  const act = (book: string) => shown.get(book) as (index: number) => Promise<ActWithProof>;
  const all = (book: string, indexes: readonly number[]) => Promise.all(indexes.map(act(book)));
  const [shownLinks, witnessed, replaced] = await Promise.all([
    Promise.all(links.map((link) => shownLink(link, act, all))),
    all(top.origin, witnesses.slice(0, MAX_ACTS)),
    Promise.all(links.map(({ below, replacements }) => all(below, replacements))),
  ]);
  return {
    books: Object.fromEntries(
      [...heads].map(([origin, { checkpoint, head }]) => [origin, { checkpoint, ...(head && { head }) }]),
    ),
    links: shownLinks,
    witnesses: witnessed,
    keyReplacements: replaced.flat(),
  };
}

async function shownLink(
  link: Link,
  act: (book: string) => (index: number) => Promise<ActWithProof>,
  all: (book: string, indexes: readonly number[]) => Promise<ActWithProof[]>,
): Promise<CredentialParts['links'][number]> {
  const { above, below, seat, affiliation, founded, officers, election, seal, handover } = link;
  const lower = act(below);
  // Asked for at once, so that they are read at once.
  const [admitted, succeeded, begun, enrolled, elected, sealed, handed, recovery] = await Promise.all([
    act(above)(affiliation),
    founded > 0 ? lower(0) : null,
    lower(founded),
    lower(officers),
    lower(election),
    lower(seal),
    all(below, handover),
    link.recovery === undefined ? null : shownRecovery(link.recovery, below, act),
  ]);
  const acts = {
    affiliation: admitted,
    ...(succeeded !== null && { succeeded }),
    founded: begun,
    officers: enrolled,
    election: elected,
    seal: sealed,
    ...(handed.length > 0 && { handover: handed }),
    ...(recovery !== null && { recovery }),
  };
  return { above, below, seat, acts };
}

/** A head that a witness has seen, if there is one that covers what is shown; else the newest. */
async function headShown(node: Node, origin: string, atLeast: number): Promise<ShownHead> {
  const book = (await node.book(origin)) as BookView;
  const { size, root } = book.head;
  const exact = book.remote ? { head: { size, root } } : {};
  const proof = await headProof(node, origin, { ...exact, witnessed: 'if any' });
  const checkpoint = proof && proof.head.size >= atLeast ? await checkpointAt(node, origin, proof.head.size) : null;
  if (proof !== null && checkpoint !== null) return { size: proof.head.size, checkpoint, head: proof };
  return { size, checkpoint: book.head.checkpoint as string };
}

/** As the receiver will: nothing is handed out that does not verify. */
async function verified(
  node: Node,
  seat: CredentialSeat,
  top: Link,
  parts: CredentialParts,
): Promise<CredentialOutcome> {
  const attempts = [parts, withoutRecovery(parts), withoutHandover(withoutRecovery(parts))];
  let checks: readonly CredentialCheck[] = [];
  for (const attempt of attempts) {
    const credential = assembleCredential(attempt);
    const result = verifyCredential(credential, top.upper.vkey, nodeCrypto, { at: node.now() });
    if (result.ok) return { ok: true, credential, verified: result };
    checks = result.checks.filter(({ ok }) => !ok);
  }
  const detail = checks.map((check) => check.detail).join(' ');
  return { ...refuse(seat, 'does-not-verify', detail), checks };
}

/** Where a hand-over between officers does not hold, the credential stands on the node's word, and says so. */
const withoutHandover = (parts: CredentialParts): CredentialParts => ({
  ...parts,
  links: parts.links.map(({ acts: { handover: _, ...acts }, ...link }) => ({ ...link, acts })),
});

/** Where the word of other bodies does not hold for whoever has the file alone, it is left out, and the file says so. */
const withoutRecovery = (parts: CredentialParts): CredentialParts => ({
  ...parts,
  links: parts.links.map(({ acts: { recovery: _, ...acts }, ...link }) => ({ ...link, acts })),
});
