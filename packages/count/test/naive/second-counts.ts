// Which plain count goes with which method, and the options under which the two are compared.
import type fc from 'fast-check';
import { parseRatio, type Ratio, ratio } from '../../src/exact/ratio.ts';
import { naiveBudget, naiveGreedy, type Project } from './budgets.ts';
import { type Approvals, naiveEqualShares, naivePav, naivePhragmen, naiveSequentialPav } from './committees.ts';
import { naiveRankedPairs, naiveSchulze, type PairRule } from './condorcet.ts';
import * as marks from './marks.ts';
import {
  cutNumbers,
  fractions,
  type MeekNumbers,
  type MeekQuota,
  type MeekRule,
  naiveMeek,
  referenceNumbers,
  shareByOrders,
  shareByParts,
} from './meek.ts';
import {
  approvals,
  budgets,
  graded,
  lists,
  type NaiveProfile,
  profiles,
  roughProfiles,
  type Verdict,
} from './profile.ts';
import { naiveDivisors, naiveRemainders, type SeatRule } from './seats.ts';
import { naiveIrv, naiveScottish, type TransferRule } from './transfers.ts';

type Options = Readonly<Record<string, string>>;
export type SecondCount = {
  readonly profiles: fc.Arbitrary<NaiveProfile>;
  /** The values of each option that are tried; one of them for each count. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly count: (profile: NaiveProfile, options: Options, withdrawn: readonly number[]) => Verdict;
  /** Whether the plain count passes withdrawn candidates over by itself; otherwise they are taken out beforehand. */
  readonly knowsWithdrawn?: boolean;
};

/** The options of a method that no second count varies, and why. */
export const unvaried: Readonly<Record<string, string>> = {
  'exclude-first': 'varied in irv under its own name by the candidates of each profile',
  display: 'only how many decimals are shown',
  guard: 'guard digits: compared with the cases of other programs',
  vacancy: 'a vacancy has a plain count of its own',
  vacated: 'as vacancy',
  unavailable: 'as vacancy',
  'original-lots': 'as vacancy',
  'meek-stv overvote': 'read as in scottish-stv, where it is varied',
  'meek-stv skipped': 'as overvote',
  'meek-stv duplicates': 'as overvote',
  seed: 'the naive draw has its own test',
  algorithm: 'the published vector of RFC 3797 is its second count',
  by: 'strata have their own test',
  places: 'strata have their own test',
};

const pairRule = ({ strength, unranked }: Options): PairRule => ({
  strength: strength as NonNullable<PairRule['strength']>,
  unranked: unranked === 'none' ? 'none' : 'last',
});
const ids = (text: string | undefined): number[] => (text ? text.split(',').map((id) => Number(id) - 1) : []);

const reading = {
  overvote: ['exhaust', 'skip', 'one-continues'],
  skipped: ['any', '0', '1'],
  duplicates: ['skip', 'exhaust'],
};
const ties = ['backwards', 'forwards', 'lot'];
const protect = ['', '1', '2'];

export const transferRule = (options: Options): TransferRule => ({
  overvote: options.overvote as NonNullable<TransferRule['overvote']>,
  skipped: options.skipped === 'any' ? Number.POSITIVE_INFINITY : Number(options.skipped),
  duplicates: options.duplicates as NonNullable<TransferRule['duplicates']>,
  ties: options.ties as NonNullable<TransferRule['ties']>,
  bulk: options.bulk === 'yes',
  untilTwo: options['until-two'] === 'yes',
  excludeFirst: ids(options['exclude-first']),
  quota: options.quota as NonNullable<TransferRule['quota']>,
  quotaMoves: options['quota-changes'] === 'dynamic',
  precision: Number(options.precision ?? 5),
  rounding: options.rounding as NonNullable<TransferRule['rounding']>,
  surpluses: options.surpluses as NonNullable<TransferRule['surpluses']>,
  protect: ids(options.protect),
  stopsLate: options.stop === 'after-transfers',
});

function meekNumbers({ rule, arithmetic, precision, omega, equal, quota }: Options): MeekNumbers {
  const by = quota as MeekQuota | undefined;
  const digits = precision === 'auto' ? 9 : Number(precision);
  const power = (otherwise: number) => (omega === 'auto' ? otherwise : Number(omega));
  const share = equal === 'orders' ? shareByOrders : shareByParts(equal === 'split-ends');
  if (arithmetic === 'rational') return fractions(share, power(10), null, by);
  if (arithmetic === 'approx') return fractions(share, power(6), 6, by);
  return (rule === 'meek' ? cutNumbers : referenceNumbers)(digits, power(Math.trunc((digits * 2) / 3)), by);
}

const sets = ({ candidates, seats, ballots }: NaiveProfile): Approvals => ({
  candidates,
  seats,
  ballots: ballots.map(({ ranks }) => ranks.flat()),
});
const tieIfNull = (found: readonly number[] | null): Verdict => found ?? 'tie';

/** Of all best committees one; several are a tie. */
function pav(profile: NaiveProfile, { variant }: Options): Verdict {
  if (variant === 'sequential') return tieIfNull(naiveSequentialPav(sets(profile)));
  const best = naivePav(sets(profile));
  return best.length > 1 ? 'tie' : best[0]!;
}

const projectsOf = ({ costs = [] }: NaiveProfile): Project[] => costs.map((cost) => ({ cost }));

const shareOptions = {
  threshold: ['', '0.05', '20%', '1/4'],
  'threshold-is': ['inclusive', 'exclusive'],
  minimum: ['0', '1'],
  cap: ['', '1', '3'],
};
const seatRule = (options: Options): SeatRule => ({
  threshold: parseRatio(options.threshold || '0')!,
  exclusive: options['threshold-is'] === 'exclusive',
  minimum: Number(options.minimum ?? 0),
  ...(options.cap && { cap: Number(options.cap) }),
});
const votesOf = ({ ballots, candidates }: NaiveProfile): number[] =>
  Array.from({ length: candidates }, (_, at) =>
    ballots.reduce((sum, { ranks, weight }) => (ranks[0]?.[0] === at ? sum + weight : sum), 0),
  );
const bySeats = (seats: number[] | null): Verdict =>
  seats === null ? 'tie' : seats.flatMap((number, at) => new Array<number>(number).fill(at));
const whole = (number: number): Ratio => ratio(BigInt(number));

const divisors = (divisor: (has: number, options: Options) => Ratio, more = {}): SecondCount => ({
  profiles: lists,
  options: { ...shareOptions, ...more },
  count: (profile, options) => {
    const rule = seatRule(options);
    return bySeats(naiveDivisors(votesOf(profile), profile.seats, (has) => divisor(has, options), rule));
  },
});
const remainders = (quota: (votes: number, seats: number) => Ratio): SecondCount => ({
  profiles: lists,
  options: shareOptions,
  count: (profile, options) => bySeats(naiveRemainders(votesOf(profile), profile.seats, quota, seatRule(options))),
});

const strengths = ['winning', 'margins'];
const unranked = ['file', 'last', 'none'];
const choices = (count: SecondCount['count'], options = {}): SecondCount => ({
  profiles: profiles(true),
  options,
  count,
});

/** By method. Sortition is compared apart: its pool has no ballots. */
export const secondCounts: Readonly<Record<string, SecondCount>> = {
  plurality: choices(marks.naivePlurality),
  'two-round': choices(
    (profile, { second }) => {
      if (second === 'ballots') return marks.naiveTwoRound(profile);
      const found = marks.naiveTwoRound(profile);
      const { winner, pair } = marks.naiveFirstRound(profile);
      return winner !== null ? [winner] : pair === 'tie' && found !== 'tie' ? found : pair === 'tie' ? 'tie' : [];
    },
    { second: ['ballots', 'vote'] },
  ),
  approval: choices(marks.naiveApproval),
  borda: choices((profile, options) => marks.naiveBorda(profile, options as marks.BordaRule), {
    points: ['from-zero', 'from-one'],
    unranked: ['average', 'zero', 'modified'],
  }),
  score: { profiles: graded, options: {}, count: ({ scores = [], seats }) => marks.naiveScore(scores, seats) },
  star: { profiles: graded, options: {}, count: ({ scores = [] }) => marks.naiveStar(scores) },
  'majority-judgment': {
    profiles: graded,
    options: {},
    count: ({ scores = [], seats }) => marks.naiveMajorityJudgment(scores, seats),
  },
  irv: {
    profiles: roughProfiles,
    options: { ...reading, ties, bulk: ['no', 'yes'], 'until-two': ['no', 'yes'], 'exclude-first': protect },
    count: (profile, options, withdrawn) => naiveIrv(profile, transferRule(options), withdrawn),
    knowsWithdrawn: true,
  },
  schulze: choices((profile, options) => naiveSchulze(profile, profile.seats, pairRule(options)), {
    strength: [...strengths, 'ratio', 'winning-then-opposed'],
    unranked,
  }),
  'ranked-pairs': choices((profile, options) => naiveRankedPairs(profile, profile.seats, pairRule(options)), {
    strength: [...strengths, 'winning-then-opposed'],
    unranked,
  }),
  block: choices((profile, { votes }) => marks.naiveBlock(profile, Number(votes || profile.seats)), {
    votes: ['', '1', '2'],
  }),
  limited: choices(
    (profile, { votes }) => (votes ? marks.naiveBlock(profile, Number(votes)) : marks.naiveLimited(profile)),
    {
      votes: ['', '1', '2'],
    },
  ),
  'scottish-stv': {
    profiles: roughProfiles,
    options: {
      ...reading,
      ties,
      bulk: ['no', 'yes'],
      quota: ['droop', 'droop-exact', 'hare'],
      precision: ['5', '0', '2'],
      surpluses: ['largest', 'first-elected'],
      'quota-changes': ['static', 'dynamic'],
      rounding: ['down', 'nearest', 'up'],
      stop: ['at-once', 'after-transfers'],
      protect,
    },
    count: (profile, options, withdrawn) => naiveScottish(profile, transferRule(options), withdrawn),
    knowsWithdrawn: true,
  },
  'meek-stv': {
    profiles: profiles(),
    options: {
      rule: ['meek-prf', 'meek'],
      arithmetic: ['fixed', 'approx'],
      precision: ['auto', '4'],
      omega: ['auto', '2'],
      'defeat-batch': ['none', 'safe'],
      quota: ['droop-exact', 'droop', 'hare'],
      'quota-changes': ['dynamic', 'static'],
      ties,
      // When the last seats are filled by those who are left does not change who they are.
      stop: ['at-once', 'after-transfers'],
      protect,
    },
    count: (profile, options, gone) => {
      const rule: MeekRule = {
        safe: options['defeat-batch'] === 'safe',
        kept: ids(options.protect),
        gone,
        fixedQuota: options['quota-changes'] === 'static',
        ties: options.ties as NonNullable<MeekRule['ties']>,
      };
      return naiveMeek(profile, meekNumbers(options), rule);
    },
    knowsWithdrawn: true,
  },
  'meek-stv shared ranks': {
    profiles: profiles(true).map((profile) => ({ ...profile, ballots: profile.ballots.slice(0, 6) })),
    options: { arithmetic: ['approx'], omega: ['1', '3'], equal: ['orders', 'split', 'split-ends'] },
    count: (profile, options, gone) => naiveMeek(profile, meekNumbers(options), { gone }),
    knowsWithdrawn: true,
  },
  // Exact fractions grow with every iteration: few papers and a coarse omega keep them short.
  'meek-stv fractions': {
    profiles: profiles(true).map(({ ballots, candidates, seats }) => ({
      candidates,
      seats: Math.min(seats, 2),
      ballots: ballots.slice(0, 4).map(({ ranks, weight }) => ({ ranks, weight: Math.min(weight, 3) })),
    })),
    options: { arithmetic: ['rational'], omega: ['0', '1'], equal: ['orders', 'split', 'split-ends'] },
    count: (profile, options, gone) => naiveMeek(profile, meekNumbers(options), { gone }),
    knowsWithdrawn: true,
  },
  pav: { profiles: approvals, options: { variant: ['optimal', 'sequential'] }, count: pav },
  phragmen: { profiles: approvals, options: {}, count: (profile) => tieIfNull(naivePhragmen(sets(profile))) },
  'equal-shares': {
    profiles: approvals,
    options: { completion: ['phragmen', 'approval', 'none'] },
    count: (profile, { completion }) =>
      tieIfNull(naiveEqualShares(sets(profile), completion as Parameters<typeof naiveEqualShares>[1])),
  },
  dhondt: divisors((has) => whole(has + 1)),
  'sainte-lague': divisors((has) => whole(2 * has + 1)),
  'modified-sainte-lague': divisors((has, { first }) => (has === 0 ? parseRatio(first!)! : whole(2 * has + 1)), {
    first: ['1.4', '1.2', '1', '2'],
  }),
  hare: remainders((votes, seats) => ratio(BigInt(votes), BigInt(seats))),
  'droop-remainder': remainders((votes, seats) => whole(Math.floor(votes / (seats + 1)) + 1)),
  'greedy-pb': {
    profiles: budgets,
    options: { votes: ['auto', 'marks', 'points'] },
    count: (profile) => tieIfNull(naiveGreedy(projectsOf(profile), profile.budget!, sets(profile).ballots)),
  },
  'mes-pb': {
    profiles: budgets,
    options: {
      utility: ['cardinality', 'cost'],
      completion: ['none', 'add1', 'greedy', 'add1-greedy'],
      step: ['', '1/2', '1'],
    },
    count: (profile, { utility, completion, step }) =>
      tieIfNull(
        naiveBudget(projectsOf(profile), profile.budget!, sets(profile).ballots, {
          byCost: utility === 'cost',
          completion: completion!,
          ...(step && { step: parseRatio(step)! }),
        }),
      ),
  },
};
