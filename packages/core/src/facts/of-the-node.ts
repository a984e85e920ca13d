import type { BallotFileEntry } from '../election/state.ts';
import type { FloorEntry } from '../floor/state.ts';
import type { PetitionEntry } from '../petition/state.ts';
import type { Waiting } from '../roll/waiting.ts';
import type { Tally } from '../state.ts';
import type { StockEntry } from '../supply/state.ts';
import type { Time } from '../time.ts';
import type { Citation } from './citation.ts';
import type { AnswerFact } from './of-books.ts';

/** Facts that the node's own vault or arithmetic answers. */
export interface NodeFacts {
  /**
   * Every base below the bodies that one of the first `acts` acts admitted and that no longer wait, through all tiers, as far as the books that this
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
  /** `household`: whoever of the household was enrolled first; null, of one who was enrolled with nobody. */
  member: { ask: { member: string }; found: { enrolledAt: Time; household: string | null } };
  /**
   * Who follows that member, or whoever has that place, in the order in which the roll was written (the first place is 1);
   * the first one after the last, or after nobody. By households each has the place of who of it was enrolled first, and
   * all of it are found.
   */
  'next-in-turn': {
    ask: { after: string | number | null; households?: true };
    found: { holders: readonly string[]; place: number };
  };
  /**
   * Who checked in to a sitting, in this channel or (absent) in any, while the book was at most `asOf` acts long, and the
   * salted root over them.
   */
  attendance: {
    ask: { sitting: number; asOf: number; channel?: Channel };
    found: { holders: readonly string[]; root: string };
  };
  /** How many checked in to a sitting, a salted root over them whose salts nobody keeps, and how much is left of its lists of speakers. */
  'attendance-left': { ask: { sitting: number }; found: { count: number; root: string; spoke: number } };
  /** Is this the code that stands at the door of that sitting in this minute, or stood there in the two before? */
  'door-code': { ask: { sitting: number; code: string }; found: { holds: boolean } };
  /** In which channel somebody has checked in, or holds a slip, and how many acts the book had then. */
  'checked-in': { ask: { sitting: number; member: string }; found: { channel: Channel; asOf: number } };
  /** What has happened on a sitting’s lists of speakers; null once nobody may know any more. */
  floor: { ask: { sitting: number }; found: readonly FloorEntry[] };
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
  /** How many of an item people have counted at a depot, of all rounds. */
  'stock-counts': { ask: { site: number; item: number }; found: readonly StockEntry[] };
  /** A ballot of that voter, cast by that holder (for a seat whose holder changed, each has an own one). */
  'own-ballot': { ask: { vote: number; voter: string; holder: string }; found: { choice: Choice } };
  /** Ballots in the vault, and the root over the commitments of those that count (see `countedBallots`). */
  ballots: { ask: { vote: number }; found: { all: readonly Ballot[]; root: string } };
  /** Signatures that officers have already given for an act. */
  signatures: { ask: { index: number }; found: readonly { office: string; key: string; signature: string }[] };
  /**
   * Is this a signature by `key` over the seal text of the act, over a key replacement
   * (`cabildo/key-replacement/v1`, origin, office, old key, new key, a line each), or over an objection to a recovery
   * (`cabildo/recovery-objection/v1`, origin, index and leaf hash of the claim), or over a text as it stands (of supply, each
   * below a line of its own)? `leaf` is that act's leaf hash.
   */
  'signature-check': {
    ask: {
      key: string;
      signature: string;
      over:
        | { seal: number }
        | { replacement: { office: string; newKey: string; oldKey?: string } }
        | { objection: number }
        | { text: string };
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
  /** Who were in the block, where the teller counted them. */
  readonly people?: number;
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
