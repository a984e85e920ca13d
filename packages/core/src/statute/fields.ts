import { accountsArticle } from '../accounts/fields.ts';
import {
  choice,
  count,
  integer,
  list,
  optional,
  origin,
  positive,
  record,
  type TypeOf,
  text,
  yesNo,
} from '../catalogue/fields.ts';
import { contestRule } from '../election/fields.ts';
import { supplyArticle } from '../supply/fields.ts';

/**
 * What can be put to a vote. The statute says for each matter which quorum, majority and notice it needs;
 * everything but `ordinary` is decided only on what the notice announced (DESIGN section 6, Notice).
 */
export const matters = [
  'ordinary',
  'election',
  'recall',
  'statute',
  'affiliation',
  'mandate',
  'consultation',
  'pact',
  'measure',
  'lifting',
  'accounts',
  'dissolution',
] as const;

export type Matter = (typeof matters)[number];

export const matter = choice(...matters);

/** Kinds of sitting. Which matters a kind may decide is competence; no sitting changes its own kind. */
const sittingKinds = ['ordinary', 'extraordinary', 'founding', 'enlarged', 'congress', 'cabildo'] as const;

export const sittingKind = choice(...sittingKinds);

/**
 * How a matter may be decided. `mixed` is hands, phones and an urn in one vote, each person in one channel; `secret` a ballot that
 * trustees open, and beside it an urn.
 */
const votingMethods = [
  'hands',
  'devices',
  'roll-call',
  'delegation-cards',
  'urn',
  'mixed',
  'secret',
  'acclamation',
  'consensus',
] as const;

const votingMethod = choice(...votingMethods);

/** Those in which votes are counted. */
export const countedMethod = choice('hands', 'devices', 'roll-call', 'delegation-cards', 'urn', 'mixed', 'secret');

/**
 * Carried when yes / base reaches `num`/`den`: above it if `strict`, else at it. Of `cast` abstentions are left out, of
 * `voted` they count in the base; `bodies` counts each delegation once, by what most of its seats voted.
 */
export const decisionRule = record({
  num: positive,
  den: positive,
  strict: yesNo,
  of: choice('cast', 'voted', 'present', 'roll', 'bodies'),
});

export type DecisionRule = TypeOf<typeof decisionRule>;

/** Met by `num`/`den` of the roll, rounded up, or by more than it if `strict` (half plus one); and by at least `min`. */
const quorumRule = record({ num: positive, den: positive, strict: yesNo, min: optional(count) });

export type QuorumRule = TypeOf<typeof quorumRule>;

/** A share of those who belong: enough when supporters × den ≥ all × num. */
const share = record({ num: positive, den: positive });

/** A sitting's phases, in which seats of one class may have voice, vote, both or neither. */
const phase = choice('accreditation', 'debate', 'decision', 'election');

export type Phase = TypeOf<typeof phase>;

export const seatClass = choice('titular', 'adscrito', 'fraterno');

export type SeatClass = TypeOf<typeof seatClass>;

/**
 * The articles. What is optional has the meaning of its absence written beside it, so that a small association's
 * statute stays as short as its needs.
 */
export const statuteFields = {
  title: text(120),
  offices: list(record({ office: text(40), role: choice('presidium', 'secretary', 'teller') }), 16),
  /** At most that many terms in a row in one office, or in one seat above. Absent: no limit. */
  terms: record({
    officersMonths: positive,
    delegatesMonths: positive,
    officersInARow: optional(positive),
    delegatesInARow: optional(positive),
  }),
  /** `daysAhead`: for a day at most so far off, because the roll is that of the convocation. Absent: 90. */
  notice: record({ hours: count, daysAhead: optional(positive) }),
  calls: record({ first: quorumRule, second: quorumRule, minutesBetween: count }),
  /**
   * Local hour after which only ordinary matters are voted, with the offset from UTC in minutes. `opensAt`: a recess that ends
   * before that local hour opens no new day, the closing hour of the day before holds. Absent: 6.
   */
  closing: record({ hour: integer(0, 24), offsetMinutes: integer(-720, 840), opensAt: optional(integer(0, 23)) }),
  rules: list(
    record({
      matter,
      rule: decisionRule,
      /** A second majority that must hold too. */
      and: optional(decisionRule),
      /** A quorum of this matter's own, on either call. */
      quorum: optional(quorumRule),
      /** Which kinds of sitting may decide it. Absent: every kind. */
      sittings: optional(list(sittingKind, sittingKinds.length)),
      /** Whether the second call's quorum is enough. */
      secondCall: yesNo,
      methods: list(votingMethod, votingMethods.length),
    }),
    matters.length,
  ),
  /**
   * Where members check themselves in: in the hall, with the code that stands at its door, or from anywhere (a body that
   * meets remotely). Absent: in the hall.
   */
  checkIn: optional(choice('hall', 'anywhere')),
  /**
   * In which kinds of sitting people who are on no roll take part, on numbered slips given out at the door; with which mark
   * nobody takes two (ink, a punched corner), and what they decide with the members. `matters` absent: ordinary business.
   * Absent: nobody without an account votes.
   */
  walkIns: optional(
    record({
      sittings: list(sittingKind, sittingKinds.length),
      mark: text(80),
      matters: optional(list(matter, matters.length)),
    }),
  ),
  /**
   * Which offices, and the delegates to a body above, are elected among candidates on paper, and how that is counted; with
   * fewer papers than `publicFrom` (absent: 30) only scrutineers see them. Absent: lists of officers and of delegates are
   * voted as any motion.
   */
  elections: optional(record({ contests: list(contestRule, 16), publicFrom: optional(positive) })),
  /**
   * Who beside the officers may have a sitting convened, and within how many days it must be. Absent: a third of the
   * members, or of the bodies below, within 30 days (`conveningOf`). Named: who is left out may not.
   */
  convening: optional(
    record({ members: optional(share), affiliates: optional(share), above: optional(yesNo), days: positive }),
  ),
  /** A base's motion must be put to the vote within that many days of its receipt. Absent: no time is set. */
  proposing: optional(record({ days: positive })),
  /** Offices of a presidium that each sitting elects at its start. Absent: the officers preside. */
  presidium: optional(record({ offices: list(text(40), 8) })),
  /**
   * `candidates`: whether those who stand, or are on the list, may count that election where the hall has not two others. Absent:
   * nobody counts the votes on themselves.
   */
  tellers: record({ recounts: count, candidates: optional(yesNo) }),
  /**
   * Of matters that may be voted in secret: how many trustees keep a key and how many of them open the result; with fewer voters
   * than `minimum` (absent: 10) the urn is used; after how many ballots the head of the box is in the book (`every`, absent: 100). Tellers
   * and trustees are of different `lists` (absent: as they are named in the sitting). Absent: nothing is voted so.
   */
  secret: optional(
    record({
      trustees: integer(1, 16),
      threshold: integer(1, 16),
      minimum: optional(positive),
      every: optional(positive),
      lists: optional(list(text(60), 24)),
    }),
  ),
  /**
   * How long is spoken, in seconds, and in which order; `group`: how long a body below, or one of the named `sectors`, has in an item.
   * `parity`: women and others alternate while both wait. Absent: as asked, without a clock, and nobody has a right of reply.
   */
  speaking: optional(
    record({
      order: choice('as-asked', 'first-speech-first'),
      seconds: optional(positive),
      group: optional(record({ of: choice('body', 'sector'), seconds: positive })),
      sectors: optional(list(text(60), 24)),
      parity: optional(yesNo),
      reply: optional(record({ seconds: positive })),
      translation: optional(record({ seconds: positive })),
    }),
  ),
  /** Whether delegates count whose base's officers were never attested by those before them: shown, or refused. */
  seals: record({ signatures: positive, handover: choice('show', 'require') }),
  /**
   * `days` and `answers`: no vote on a referred matter before so many days have passed and so many bodies have said
   * what they mandate. Absent: at once. `report`: within so many days of a sitting above its delegates report to this body,
   * or whoever belongs to it may convene it. Absent: no time is set.
   */
  mandates: record({
    binding: choice('refuse', 'flag', 'free'),
    days: optional(count),
    answers: optional(count),
    report: optional(positive),
  }),
  /**
   * A delegate can be recalled once that many months of the term have passed. A petition of this share of the members
   * forces a sitting within `days` (absent: 30); without it only the officers put a recall on the agenda. After a recall or
   * a resignation of an officer the election is convened within the same days.
   */
  recall: record({ monthsBefore: count, petition: optional(share), days: optional(positive) }),
  /** Which matters are suspended until the bases below have answered, and what carries there. */
  ratification: record({
    matters: list(matter, matters.length),
    num: positive,
    den: positive,
    strict: yesNo,
    of: choice('answered', 'bases'),
    days: positive,
    /** What a silent base counts as. Absent: neither side. */
    silence: optional(choice('neither', 'yes', 'no')),
    /** Who answers: the bodies directly below, or every base through all tiers. Absent: the bodies directly below. */
    through: optional(choice('affiliates', 'bases')),
    /** How long after the close a challenge may reopen an answer. Absent: not at all. */
    challengeDays: optional(count),
  }),
  /** How many seats a body below has, from the next convocation on. Absent: as its admission says. */
  entitlement: optional(
    record({
      kind: choice('fixed', 'per-members', 'by-class'),
      /** `fixed`: seats of every body. `per-members`: one seat for so many members, begun ones counted. */
      seats: optional(positive),
      members: optional(positive),
      floor: optional(count),
      cap: optional(positive),
      /** `by-class`: named classes of bodies. */
      classes: optional(list(record({ class: text(40), seats: positive }), 16)),
    }),
  ),
  /** What each class of seat may do in which phase. Absent: every seat is `titular`, with voice and vote throughout. */
  seats: optional(list(record({ class: seatClass, voice: list(phase, 4), vote: list(phase, 4) }), 3)),
  /** How a person who belongs to several bodies below weighs in what is added up over members. Absent: in each. */
  doubleMembership: optional(choice('each', 'shown', 'once')),
  /** What a delegation's card weighs: its seats, or the members of its body. Absent: its seats. */
  weights: optional(choice('seats', 'members')),
  /**
   * Offices that pass from one to the next in a fixed order, nobody twice in a row. `households`: from one household of the
   * roll to the next, and whoever belongs to it may take the turn; who was enrolled with nobody is one alone.
   */
  rotation: optional(list(record({ office: text(40), among: choice('affiliates', 'members', 'households') }), 8)),
  /**
   * Bodies below that have one seat between them, in the order in which it is theirs: by the sitting, or each for a delegate's
   * term; nobody twice in a row. Absent: every body has its own seats.
   */
  jointSeats: optional(list(record({ bodies: list(origin, 8), by: choice('sitting', 'term') }), 8)),
  /** At least this share of a slate of two or more are women; a delegation that serves is not added to seat by seat. */
  parity: optional(record({ women: share })),
  /** Offices that may certify whether a condition has been met. Absent: none, so no condition can be set. */
  certifiers: optional(list(text(40), 8)),
  /** Services that no measure called from then on touches. Absent: those that always pass alone (`measure/essential.ts`). */
  essential: optional(list(text(120), 16)),
  /** Motions on how to proceed, the first before the others. Absent: order, adjourn, close-debate, refer, table. */
  precedence: optional(list(choice('order', 'adjourn', 'close-debate', 'refer', 'table'), 5)),
  /** The longest life of a committee. Absent: as long as the body's officers serve. */
  committees: optional(record({ months: positive })),
  /**
   * Of a body that shares out goods. `allocation`: whether the officers adopt plans by the voted rule, or the assembly each one. `counters`:
   * how many count a stock, none seeing another's number (absent: 2). `allocationDays`: how long a plan binds (absent: until another
   * replaces it). `handDays`: the longest that a key may sign hand-overs (absent: 30). Absent: the assembly votes each plan.
   */
  supply: supplyArticle,
  /**
   * Of a body that keeps open books. `offices`: who may book. `twoAbove`: of which money (in its smallest parts) more than so much needs a second of
   * them. Absent: every officer books, and one is enough.
   */
  accounts: accountsArticle,
  /** How long what a sitting did can be challenged; named attendance is deleted after it. Absent: 30 days. */
  challenge: optional(record({ days: positive })),
  /**
   * What is shown of those who take part, and how late what could put people in danger. Absent: roll calls by seat, of every
   * other vote totals; and what is sensitive for members only.
   */
  publicity: optional(
    record({
      votes: choice('totals', 'roll-call'),
      /** Shelters, contingents, stocks and closures in being. */
      sensitive: choice('members', 'late', 'coarsened', 'public'),
      /** Of `late` and `coarsened`: so long after a closure was ended everybody reads where it stood. */
      hoursLate: optional(count),
    }),
  ),
  /** A seat that two claim: empty or shared meanwhile. Absent: vacant. */
  disputes: optional(record({ meanwhile: choice('vacant', 'shared') })),
  /** What makes a founding complete: so many seals on the minutes and so many neighbours. Absent: two and two. */
  founding: optional(record({ signatures: positive, neighbours: positive })),
  /** `waitingDays`: how long who is enrolled, and a body that is admitted after the founding, waits before a convocation counts them. */
  roll: record({
    waitingDays: count,
    /** Of a body's roll, looked for by its order. Absent: it orders no audit. */ sample: optional(share),
  }),
  /**
   * Whether refusals are minuted, within how many days minutes are to be approved, and by whom: the officers, or the next sitting
   * by a vote. Absent: the officers.
   */
  minutes: record({ refusals: yesNo, days: optional(positive), approval: optional(choice('officers', 'sitting')) }),
} as const;

export const statute = record(statuteFields);

export type Statute = TypeOf<typeof statute>;
