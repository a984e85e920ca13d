import type { ActData } from './catalogue/acts.ts';
import type { Committee } from './committee/state.ts';
import type { BallotFileEntry } from './election/state.ts';
import type { RecoveryFacts } from './officers/recovery-facts.ts';
import type { PetitionEntry } from './petition/state.ts';
import type { RollFact } from './roll/roll-fact.ts';
import type { Waiting } from './roll/waiting.ts';
import type { Election, Tally } from './state.ts';
import type { Matter, SeatClass } from './statute/fields.ts';
import type { Time } from './time.ts';

/**
 * What a decision may need from outside the body's own book. `needs(state, command)` names it, the shell
 * looks it up (other books, the vault, a hash), `decide` gets what was found. An act that relies on a fact of
 * another book copies the value and carries the citations.
 */
export interface Citation {
  readonly book: string;
  readonly index: number;
  readonly leaf: string;
  readonly size: number;
  readonly root: string;
}

/** Facts that another body's book answers; `cites` leads to the acts that establish it. */
export interface BookFacts extends RecoveryFacts {
  /** Founding: its leaf hash, what kind the body is, whether it is proven. */
  founding: {
    ask: { book: string };
    found: {
      index: number;
      leaf: string;
      title: string;
      kind: string;
      proven: boolean;
      provisionalUntil: Time;
      /** Of a part: the act by which another body divided itself, as its founding cites it. */
      splitFrom?: { book: string; index: number };
    };
  };
  /** Does `book` say, sealed, that it saw the founding of `of`? */
  'founding-witness': { ask: { book: string; of: string }; found: { index: number } };
  'affiliation-request': { ask: { book: string; to: string }; found: { index: number } };
  /** What `book` has given, sealed, to a committee that it has formed and not ended. */
  'committee-formed': {
    ask: { book: string; committee: string };
    found: Omit<Committee, 'act' | 'ended'> & { index: number; title: string };
  };
  /** What act `index` of `book` claims before `on`: a seat, by a sealed request or election, or a name, by its founding. */
  claim: { ask: { book: string; index: number; on: string }; found: { claims: 'seat' | 'name'; proven: boolean } };
  /** Has `book`, sealed, divided itself, `part` being one of its parts: with so many seats in `above`, and from what day? */
  split: {
    ask: { book: string; part: string; above: string };
    found: { index: number; seats: number; on: Time; goesOn: boolean };
  };
  /** How many seats `below` has in `book` from the next convocation on. */
  'seats-given': { ask: { book: string; below: string }; found: { seats: number } };
  /** Is that affiliation over, as `book` says, sealed: it has left `of`, has excluded it, or is itself dissolved? */
  end: { ask: { book: string; of: string }; found: { index: number; side: 'left' | 'excluded' | 'dissolved' } };
  /** The roll of `book` as last counted and sealed, and the last sealed audit of it that `to` has ordered. */
  'roll-shown': { ask: { book: string; to: string }; found: RollFact };
  /** Has `book` ordered, sealed, an audit of the roll of `of`? */
  'audit-order': { ask: { book: string; index: number; of: string }; found: { sample: number; due: Time } };
  /** Bodies to which `book` sends delegates: it has asked, sealed, to belong to them, and has not left. */
  above: { ask: { book: string }; found: { books: readonly string[] } };
  /** The election on which a seat that `book` sends to `to` stands at that time; `until` is when whoever was elected makes way. */
  election: { ask: { book: string; to: string; seat: number; at: Time }; found: ElectionFact };
  /** The last sealed recall from that seat of `holder`; of whoever was recalled last if `holder` was not or is empty. */
  recall: { ask: { book: string; to: string; seat: number; holder: string }; found: { index: number; holder: string } };
  /** The last sitting of `book` for which that seat was accredited, and when it was closed. */
  'seat-attended': {
    ask: { book: string; below: string; seat: number };
    found: { sitting: number; closedAt: Time | null };
  };
  /** A vote of `book` that is closed. */
  'vote-closed': { ask: { book: string; index: number }; found: { act: number } };
  /** The sealed instruction of `book` on a motion (or received motion) of this body. */
  mandate: { ask: { book: string; on: string; motion: number }; found: MandateFact };
  /**
   * How many members `book` has: by its last sealed count of the roll before that time; if there is none, as it counted them
   * when it last convened a sitting before it, with minutes that are sealed.
   */
  'member-count': {
    ask: { book: string; asOf: Time };
    found: { index: number; members: number; doubleMembers?: number };
  };
  /** A sealed forwarding. */
  forwarded: { ask: { book: string; index: number; to: string }; found: { title: string; textHash: string } };
  /** The last sealed answer of `book` to the motion that `of` has sent up to it. */
  'motion-answer': {
    ask: { book: string; of: string; index: number };
    found: { index: number; fate: ActData<'MotionAnswered'>['fate'] };
  };
  /** A motion tabled in `book`, or a motion it has received; `texts` are those that count as its own (`motion/text.ts`). */
  'motion-text': {
    ask: { book: string; index: number };
    found: { title: string; textHash: string; texts: readonly string[]; open: boolean };
  };
  /** A measure that `book` has declared. */
  measure: { ask: { book: string; index: number }; found: { what: string; place: string; from: Time; over: boolean } };
  /** A resolution of `book`, by its key there (`<act>` or `<late entry>.<decision>`). */
  resolution: { ask: { book: string; key: string }; found: { matter: Matter; title: string; textHash: string } };
  /** The sealed challenge of `book` to how `of` has classified a resolution. */
  challenge: { ask: { book: string; of: string; key: string }; found: { index: number; claimedMatter: Matter } };
  /** Bodies that `book` has admitted by acts which were here, under a head, before that time. */
  affiliates: { ask: { book: string; before: Time }; found: readonly { below: string; act: number }[] };
  /** Whether `below` is one of them, under whichever book it goes on, and known there by more than its own papers. */
  admission: { ask: { book: string; below: string; before: Time }; found: { index: number; vouched: boolean } };
  /** A consultation that `book` has issued. */
  consultation: {
    ask: { book: string; index: number };
    found: {
      textHash: string;
      deadline: Time;
      closed: boolean;
      /** Answers that a challenge has opened again, each until its day. */
      reopened: readonly { readonly below: string; readonly until: Time }[];
    };
  };
  /**
   * The last answer of `book` to consultation `index` of `of` (which `was` called so in books before) that was held and, with its seal, received by `by`;
   * if none was, the last sealed one, so that its lateness can be named.
   */
  answer: {
    ask: { book: string; of: string; index: number; by: Time; was?: readonly { book: string; index: number }[] };
    found: AnswerFact;
  };
  /** A report in `book` that an officer’s key is lost, which nothing has ended yet. */
  'key-report': { ask: { book: string; report: number }; found: { office: string; newKey: string } };
  /** Does `book` confirm, sealed, the loss of the key that `of` has reported? */
  'key-loss': { ask: { book: string; of: string; report: number }; found: { index: number } };
  /** The last sealed act after `after` by which `book` asks `of` to sit on these matters. */
  'sitting-asked': {
    ask: { book: string; of: string; matters: string; after: number };
    found: { index: number; at: Time };
  };
}

export interface ElectionFact extends Pick<Election, 'from' | 'until'> {
  readonly index: number;
  readonly sealed: boolean;
  readonly holder: string;
  readonly alternate: string | null;
  /** Absent: `titular`. */
  readonly class?: SeatClass;
  readonly recalled: boolean;
  readonly bodyProven: boolean;
  /** The body has left `to`, or is dissolved: sealed in its own book, whether it was shown above or not. */
  readonly gone: 'left' | 'dissolved' | null;
  /** The officers who sealed it were themselves attested by those before them, back to the founding. */
  readonly attested: boolean;
}

export interface MandateFact {
  readonly index: number;
  readonly textHash: string;
  readonly instruction: ActData<'MandateGiven'>['instruction'];
  /** Of a divided mandate: in what proportion. What the instruction says then is of no account. */
  readonly divided?: Tally;
}

export interface AnswerFact extends Tally {
  readonly index: number;
  /** What kind of body answers: through all tiers only bases do. */
  readonly kind: string;
  /** Its founding was complete before it answered. */
  readonly bodyProven: boolean;
  readonly textHash: string;
  readonly answer: 'yes' | 'no';
  readonly roll: number;
  readonly heldAt: Time;
  /** When this node first held a head that covers the answer and its seal. */
  readonly receivedAt: Time;
}

/** Facts that the node's own vault or arithmetic answers. */
export interface NodeFacts {
  /**
   * Every base below the bodies that one of the first `acts` acts admitted, through all tiers, as far as the books that this
   * node held before that time say so; each once, with the way to it. A body whose book is not here counts as a base.
   */
  'bases-below': { ask: { acts: number; before: Time }; found: readonly BaseBelow[] };
  /**
   * The last answer of each base that a consultation of this body asks, held here by the base's own day (`deadlineFor`) and
   * not received in its book yet. Whoever looks it up looks at answers, never at all the bases that were asked.
   */
  'held-answers': { ask: { consultation: number; before: Time }; found: readonly HeldAnswer[] };
  /** SHA-256 of UTF-8 text. */
  sha256: { ask: { text: string }; found: { hash: string } };
  /** Size and salted root of the roll of a base today: those who have waited as long as they had to. */
  roll: { ask: { waiting: readonly Waiting[] }; found: { size: number; root: string } };
  /** A way from one of these bodies up to that one, in the books that the node holds (fact `above`); null if none is found. */
  'way-up': { ask: { from: readonly string[]; to: string }; found: { path: readonly string[] } };
  /** Salted root over a list (seats of a delegate assembly, voters). */
  root: { ask: { of: readonly string[] }; found: { root: string } };
  member: { ask: { member: string }; found: { enrolledAt: Time } };
  /**
   * Who follows that member, or whoever has that place, in the order in which the roll was written (the first place is 1);
   * the first one after the last, or after nobody.
   */
  'next-in-turn': { ask: { after: string | number | null }; found: { holder: string; place: number } };
  /**
   * Who checked in to a sitting, in this channel or (absent) in any, while the book was at most `asOf` acts long, and the
   * salted root over them.
   */
  attendance: {
    ask: { sitting: number; asOf: number; channel?: Channel };
    found: { holders: readonly string[]; root: string };
  };
  /** How many checked in to a sitting, and a salted root over them whose salts nobody keeps. */
  'attendance-left': { ask: { sitting: number }; found: { count: number; root: string } };
  /** In which channel somebody has checked in. */
  'checked-in': { ask: { sitting: number; member: string }; found: { channel: Channel } };
  /** Pairs of signed heads of a book that this node has proven cannot both be true, by the SHA-256 of each note. */
  forks: { ask: { origin: string }; found: readonly { heads: readonly [string, string] }[] };
  /** What tellers have entered, of all rounds. */
  'presence-counts': { ask: { sitting: number }; found: readonly PresenceEntry[] };
  /** What tellers have entered, of all blocks and rounds. */
  'block-counts': { ask: { vote: number }; found: readonly BlockEntry[] };
  /** What tellers have seen, of all delegations and rounds. */
  'card-counts': { ask: { vote: number }; found: readonly CardEntry[] };
  /** What tellers have found in the urn, of all rounds. */
  'urn-counts': { ask: { vote: number }; found: readonly UrnEntry[] };
  /** What tellers have typed of an election’s papers, of all contests and rounds. */
  'ballot-files': { ask: { vote: number }; found: readonly BallotFileEntry[] };
  /** What tellers have found on the lists of a petition, of all rounds. */
  'petition-counts': { ask: { petition: number }; found: readonly PetitionEntry[] };
  /** A ballot of that voter, cast by that holder (for a seat whose holder changed, each has an own one). */
  'own-ballot': { ask: { vote: number; voter: string; holder: string }; found: { choice: Choice } };
  /** Ballots in the vault, and the root over the commitments of those that count (see `countedBallots`). */
  ballots: { ask: { vote: number }; found: { all: readonly Ballot[]; root: string } };
  /** Signatures that officers have already given for an act. */
  signatures: { ask: { index: number }; found: readonly { office: string; key: string; signature: string }[] };
  /**
   * Is this a signature by `key` over the seal text of the act, over a key replacement
   * (`cabildo/key-replacement/v1`, origin, office, old key, new key, a line each), or over an objection to a recovery
   * (`cabildo/recovery-objection/v1`, origin, index and leaf hash of the claim)? `leaf` is that act's leaf hash.
   */
  'signature-check': {
    ask: {
      key: string;
      signature: string;
      over:
        | { seal: number }
        | { replacement: { office: string; newKey: string; oldKey?: string } }
        | { objection: number };
    };
    found: { valid: boolean; leaf: string };
  };
  /** Who supports a sitting on these matters, and since when; in the vault alone. */
  'demand-support': { ask: { matters: string; since: number }; found: readonly DemandEntry[] };
  /** Is there a disclosure in that slot? */
  disclosure: { ask: { index: number; slot: string }; found: { present: boolean } };
}

/** One person's support for a sitting. */
export interface DemandEntry {
  readonly holder: string;
  readonly at: Time;
}

export interface BaseBelow {
  readonly base: string;
  /** The admissions on the way down to it, none for a body directly below. */
  readonly path: readonly { readonly book: string; readonly index: number }[];
}

export interface HeldAnswer extends BaseBelow {
  readonly answer: AnswerFact;
  readonly cites: readonly Citation[];
}

/** One teller's number of people in the hall. */
export interface PresenceEntry {
  readonly round: number;
  readonly teller: string;
  readonly present: number;
}

/** One teller's count of the hands in a block; in the vault alone until the vote is closed. */
export interface BlockEntry extends Tally {
  readonly block: string;
  readonly round: number;
  readonly teller: string;
}

/** One teller's sight of a delegation's card, with the mandate that it was held against; in the vault until the close. */
export interface CardEntry {
  readonly below: string;
  readonly round: number;
  readonly teller: string;
  readonly raised: Choice | 'divided';
  readonly mandate?: { readonly instruction: string; readonly cites: readonly Citation[] };
}

/** One teller's count of the papers in the urn; in the vault alone until the vote is closed. */
export interface UrnEntry extends Tally {
  readonly round: number;
  readonly teller: string;
  readonly papers: number;
  readonly blank: number;
  readonly spoilt: number;
}

export type Choice = 'yes' | 'no' | 'abstain';

/** How somebody who is there votes: by phone, by raising the coloured card, on paper. Fixed at check-in. */
export type Channel = 'phone' | 'card' | 'paper';

/** A vote as the vault holds it. In a delegate assembly the voter is the seat, and the holder who cast it is kept. */
export interface Ballot {
  readonly voter: string;
  readonly holder: string;
  readonly choice: Choice;
  readonly mandate?: { readonly instruction: string; readonly cites: readonly Citation[] };
}

export type Facts = BookFacts & NodeFacts;
export type FactName = keyof Facts;
export type Need = { readonly [K in FactName]: { readonly fact: K } & Readonly<Facts[K]['ask']> }[FactName];
export type NeedOf<K extends FactName> = { readonly fact: K } & Readonly<Facts[K]['ask']>;

/** One looked-up fact; `found` is null where the book or vault does not have it. */
export interface Finding<K extends FactName = FactName> {
  readonly need: NeedOf<K>;
  readonly found: Facts[K]['found'] | null;
  /** Of the acts of another book that establish it. */
  readonly cites: readonly Citation[];
  /** For a fact of another book: the verifier key under which this node knows that book. */
  readonly bookKey: string | null;
}

export type Evidence = readonly Finding[];

const bookFactNames: ReadonlySet<string> = new Set([
  'founding',
  'founding-witness',
  'affiliation-request',
  'committee-formed',
  'claim',
  'split',
  'seats-given',
  'end',
  'above',
  'roll-shown',
  'audit-order',
  'election',
  'recall',
  'mandate',
  'seat-attended',
  'vote-closed',
  'member-count',
  'forwarded',
  'motion-text',
  'affiliates',
  'admission',
  'measure',
  'resolution',
  'challenge',
  'motion-answer',
  'consultation',
  'answer',
  'sitting-asked',
  'key-report',
  'key-loss',
  'officers-elected',
  'election-attested',
] satisfies (keyof BookFacts)[]);

export type BookNeed = { readonly [K in keyof BookFacts]: NeedOf<K> }[keyof BookFacts];

export const isBookNeed = (need: Need): need is BookNeed => bookFactNames.has(need.fact);

export const needKey = (need: Need): string =>
  JSON.stringify(Object.entries(need).sort(([a], [b]) => (a < b ? -1 : 1)));

const byNeed = new WeakMap<Evidence, ReadonlyMap<string, Finding>>();

function indexed(evidence: Evidence): ReadonlyMap<string, Finding> {
  const known = byNeed.get(evidence);
  if (known !== undefined) return known;
  const made = new Map(evidence.map((finding) => [needKey(finding.need as unknown as Need), finding]));
  byNeed.set(evidence, made);
  return made;
}

/** What was found for a need; a need that `needs` did not name is a bug. */
export function findingFor<K extends FactName>(evidence: Evidence, need: NeedOf<K>): Finding<K> {
  const key = needKey(need as unknown as Need);
  const finding = indexed(evidence).get(key);
  if (finding === undefined) throw new Error(`decide looked for a fact that needs() did not name: ${key}`);
  return finding as Finding<K>;
}
