import {
  choice,
  count,
  integer,
  list,
  optional,
  positive,
  record,
  type TypeOf,
  text,
  yesNo,
} from '../catalogue/fields.ts';

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

/** Carried when yes / base reaches `num`/`den`: above it if `strict`, else at it. */
export const decisionRule = record({
  num: positive,
  den: positive,
  strict: yesNo,
  of: choice('cast', 'present', 'roll'),
});

export type DecisionRule = TypeOf<typeof decisionRule>;

/** Met by `num`/`den` of the roll, rounded up, or by more than it if `strict` (half plus one); and by at least `min`. */
const quorumRule = record({ num: positive, den: positive, strict: yesNo, min: optional(count) });

export type QuorumRule = TypeOf<typeof quorumRule>;

export const statuteFields = {
  title: text(120),
  offices: list(record({ office: text(40), role: choice('presidium', 'secretary', 'teller') }), 16),
  terms: record({ officersMonths: positive, delegatesMonths: positive }),
  notice: record({ hours: count }),
  calls: record({ first: quorumRule, second: quorumRule, minutesBetween: count }),
  /** Local hour after which only ordinary matters are voted, with the offset from UTC in minutes. */
  closing: record({ hour: integer(0, 24), offsetMinutes: integer(-720, 840) }),
  rules: list(
    record({
      matter,
      rule: decisionRule,
      secondCall: yesNo,
      methods: list(choice('hands', 'devices', 'roll-call'), 3),
    }),
    matters.length,
  ),
  tellers: record({ recounts: count }),
  /** Whether delegates count whose base's officers were never attested by those before them: shown, or refused. */
  seals: record({ signatures: positive, handover: choice('show', 'require') }),
  mandates: record({ binding: choice('refuse', 'flag', 'free') }),
  /** A delegate can be recalled once that many months of the term have passed. */
  recall: record({ monthsBefore: count }),
  /** Which matters are suspended until the bases below have answered, and what carries there. */
  ratification: record({
    matters: list(matter, matters.length),
    num: positive,
    den: positive,
    strict: yesNo,
    of: choice('answered', 'bases'),
    days: positive,
  }),
  roll: record({ waitingDays: count }),
  minutes: record({ refusals: yesNo }),
} as const;

export const statute = record(statuteFields);

export type Statute = TypeOf<typeof statute>;
