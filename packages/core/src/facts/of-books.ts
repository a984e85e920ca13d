import type { AsOf } from '../affiliation/lineage.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { Committee } from '../committee/state.ts';
import type { AnswerAsk } from '../consultation/state.ts';
import type { RecoveryFacts } from '../officers/recovery-facts.ts';
import type { RollFact } from '../roll/roll-fact.ts';
import type { Election, Tally } from '../state.ts';
import type { Matter, SeatClass } from '../statute/fields.ts';
import type { Time } from '../time.ts';

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
  recall: {
    ask: { book: string; to: string; seat: number; holder: string; at: Time };
    found: { index: number; holder: string };
  };
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
  measure: { ask: { book: string; index: number }; found: { what: string; from: Time; over: boolean } };
  /** A resolution of `book`, by its key there (`<act>` or `<late entry>.<decision>`). */
  resolution: { ask: { book: string; key: string }; found: { matter: Matter; title: string; textHash: string } };
  /** The sealed challenge of `book` to how `of` has classified a resolution. */
  challenge: { ask: { book: string; of: string; key: string }; found: { index: number; claimedMatter: Matter } };
  /** Bodies that `book` has admitted by acts which were here, under a head, before that time, that had not gone by then and no longer waited. */
  affiliates: { ask: { book: string; before: Time }; found: readonly { below: string; act: number }[] };
  /**
   * Whether `below` is one of them, under whichever book it goes on, and known there by more than its own papers; `waits`: until
   * when it waits, if it still did at that time.
   */
  admission: {
    ask: AsOf & { book: string; below: string };
    found: { index: number; vouched: boolean; waits?: Time };
  };
  /** A consultation that `book` has issued. */
  consultation: {
    ask: { book: string; index: number };
    found: {
      textHash: string;
      issuedAt: Time;
      deadline: Time;
      closed: boolean;
      /** Answers that a challenge has opened again, each until its day. */
      reopened: readonly { readonly below: string; readonly until: Time }[];
    };
  };
  /**
   * The last answer of `book` to consultation `index` of `of` (which `was` called so in books before) that was held and, with its seal, received by `by`;
   * if none was, the last sealed one, so that its lateness can be named. What it said after it had left `of` is none.
   */
  answer: {
    ask: AnswerAsk;
    found: AnswerFact;
  };
  /** A report in `book` that an officer’s key is lost, which nothing has ended yet. */
  'key-report': { ask: { book: string; report: number }; found: { office: string; newKey: string } };
  /** Does `book` confirm, sealed, the loss of the key that `of` has reported? */
  'key-loss': { ask: { book: string; of: string; report: number }; found: { index: number } };
  /** What `book` has offered, sealed, to `to`, and nothing has settled yet. */
  'lot-offer': {
    ask: { book: string; index: number; to: string };
    found: { symbol: string; unit: string; quantity: number; until: Time; bestBefore: Time | null };
  };
  /**
   * What `book` has answered to an offer of `of`, and how far it goes: its size, and the time of its last act. `after`: the book that it
   * goes on from, and how much of that one counts.
   */
  'lot-answer': {
    ask: { book: string; of: string; index: number };
    found: {
      answer: { index: number; accepted: boolean; sealed: boolean } | null;
      at: Time;
      size: number;
      after: { book: string; size: number } | null;
    };
  };
  /** For which office of `book`, in its term, that key is enrolled now; `attested` by the officers before. */
  'officer-key': { ask: { book: string; key: string; at: Time }; found: { office: string; attested: boolean } };
  /** Accounts that the committee `book` has handed in; `settled`: the act there that says what became of them. */
  'accounts-presented': { ask: { book: string; index: number }; found: { until: string; settled: number | null } };
  /** What `book` has said, sealed, of the accounts of a committee. */
  'accounts-judged': {
    ask: { book: string; index: number };
    found: Pick<ActData<'CommitteeAccountsJudged'>, 'report' | 'outcome'>;
  };
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
  /** How many of its members are known to be in another base too; absent where it has not said so. */
  readonly doubleMembers?: number;
  readonly heldAt: Time;
  /** When this node first held a head that covers the answer and its seal. */
  readonly receivedAt: Time;
}
