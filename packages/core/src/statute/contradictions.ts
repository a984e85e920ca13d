import type { Matter, QuorumRule, Statute } from './fields.ts';
import { daysAhead } from './notice.ts';
import type { StatuteProblem } from './problem.ts';
import { leastNeighbours } from './quorum.ts';

/** Of which kind the body is that these rules are for, where that is known. */
export type BodyKind = 'base' | 'delegate' | 'committee';

type Found = readonly StatuteProblem[];

/** Articles that contradict each other, or that name what is not there. */
export const contradictions = (statute: Statute, kind: BodyKind | null): Found => [
  ...quorums(statute),
  ...shares(statute),
  ...sittingsOfMatters(statute),
  ...methodsOfKind(statute, kind),
  ...namedOffices(statute),
  ...doubled(statute),
  ...entitlements(statute),
  ...ofCommittee(statute, kind),
  ...turns(statute, kind),
  ...seatClasses(statute),
  ...halves(statute, kind),
  ...times(statute, kind),
  ...walkIns(statute, kind),
];

/** A minimum on the second call alone is for large rolls; on both, the second must not be the higher one. */
const isAbove = (one: QuorumRule, other: QuorumRule): boolean => {
  const difference = one.num * other.den - other.num * one.den;
  return (
    difference > 0 ||
    (difference === 0 && one.strict && !other.strict) ||
    (other.min !== undefined && (one.min ?? 0) > other.min)
  );
};

/** No place holds more people than that under one roof or in one square. */
const mostPeople = 100_000;

function quorums({ calls, rules }: Statute): Found {
  const found: StatuteProblem[] = [];
  if (isAbove(calls.second, calls.first)) found.push({ problem: 'second-call-harder', article: 'calls.second' });
  const all: readonly (readonly [string, QuorumRule])[] = [
    ['calls.first', calls.first],
    ['calls.second', calls.second],
    ...rules.flatMap(({ matter, quorum }) => (quorum === undefined ? [] : [[`rules.${matter}`, quorum] as const])),
  ];
  for (const [article, { min = 0 }] of all)
    if (min > mostPeople) found.push({ problem: 'more-than-any-roll', article, present: min });
  for (const { matter, quorum } of rules)
    if (quorum !== undefined && (quorum.num > quorum.den || (quorum.strict && quorum.num === quorum.den)))
      found.push({ problem: 'never-reached', article: `rules.${matter}`, present: `${quorum.num}/${quorum.den}` });
  return [...found, ...tooEasy({ calls, rules })];
}

/** Calls that mean nothing beside each other, and quorums that are no assembly or that no sitting would have to meet. */
function tooEasy({ calls, rules }: Pick<Statute, 'calls' | 'rules'>): Found {
  const found: StatuteProblem[] = [];
  if (calls.minutesBetween === 0 && isAbove(calls.first, calls.second))
    found.push({ problem: 'second-call-at-once', article: 'calls.minutesBetween', present: 0 });
  // Of a second call that asks for too much that is said.
  for (const { matter, quorum } of rules)
    if (quorum !== undefined && isBelow(quorum, calls.second) && !isAbove(calls.second, calls.first))
      found.push({ problem: 'quorum-without-effect', article: `rules.${matter}`, present: said(quorum) });
  return found;
}

const said = ({ num, den }: QuorumRule): string => `${num}/${den}`;

/** Less in every hall: a smaller share, and no minimum that could make up for it. */
const isBelow = (one: QuorumRule, other: QuorumRule): boolean =>
  one.num * other.den < other.num * one.den && (one.min ?? 0) <= (other.min ?? 0);

function shares({ convening, recall, parity, roll }: Statute): Found {
  const all = [
    ['convening', convening?.members],
    ['convening', convening?.affiliates],
    ['recall.petition', recall.petition],
    ['parity', parity?.women],
    ['roll.sample', roll.sample],
  ] as const;
  return all.flatMap(
    ([article, share]): Found =>
      share !== undefined && share.num > share.den
        ? [{ problem: 'never-reached', article, present: `${share.num}/${share.den}` }]
        : [],
  );
}

/** A founding sitting there is only before the first officers; it decides anything, whether it is named or not. */
const sittingsOfMatters = ({ rules }: Statute): Found =>
  rules
    .filter(({ sittings }) => sittings?.every((kind) => kind === 'founding') === true)
    .map(({ matter }) => ({ problem: 'no-sitting-for-it', article: `rules.${matter}` }));

type Method = Statute['rules'][number]['methods'][number];

const ofDelegations: readonly Method[] = ['roll-call', 'delegation-cards'];
/** Only here can a delegate be held to a mandate. */
const attributed: readonly Method[] = ['roll-call', 'delegation-cards', 'devices'];

/** An election may be secret, because nothing is mandated there: mandated or secret, not both (DESIGN section 6). */
const methodsOfKind = ({ rules }: Statute, kind: BodyKind | null): Found =>
  rules.flatMap(({ matter, methods, rule, and }): Found => {
    const article = `rules.${matter}`;
    if (methods.length === 0) return [];
    if (kind === 'base' && methods.every((method) => ofDelegations.includes(method)))
      return [{ problem: 'members-have-no-delegation', article, present: methods.join(' | ') }];
    if (kind === 'base' && (rule.of === 'bodies' || and?.of === 'bodies'))
      return [{ problem: 'members-have-no-delegation', article, present: 'bodies' }];
    if (
      kind !== null &&
      kind !== 'base' &&
      matter !== 'election' &&
      !methods.some((method) => attributed.includes(method))
    )
      return [{ problem: 'mandate-cannot-be-held', article, present: methods.join(' | ') }];
    return [];
  });

function namedOffices({
  offices,
  certifiers = [],
  rotation = [],
  accounts,
  presidium,
  founding,
  seals,
}: Statute): Found {
  const named = [
    ...certifiers.map((office) => ['certifiers', office] as const),
    ...rotation.map(({ office }) => ['rotation', office] as const),
    ...(accounts?.offices ?? []).map((office) => ['accounts', office] as const),
  ];
  const found: StatuteProblem[] = named
    .filter(([, name]) => !offices.some(({ office }) => office === name))
    .map(([article, present]) => ({ problem: 'office-unknown', article, present }));
  // What is on the sitting's list alone presides; a known office has its own role there too.
  const presides = (name: string): boolean =>
    (offices.find(({ office }) => office === name)?.role ?? 'presidium') === 'presidium';
  if (presidium !== undefined && !presidium.offices.some(presides))
    found.push({ problem: 'nobody-presides', article: 'presidium' });
  // A seal is complete with the signatures that every act needs, and takes no more.
  if (founding !== undefined && founding.signatures > seals.signatures)
    found.push({ problem: 'more-than-a-seal-has', article: 'founding', present: founding.signatures });
  return found;
}

const doubles = (names: readonly string[]): readonly string[] =>
  names.filter((name, position) => names.indexOf(name) !== position);

function doubled(statute: Statute): Found {
  const lists: readonly (readonly [article: string, names: readonly string[]])[] = [
    ['certifiers', statute.certifiers ?? []],
    ['rotation', (statute.rotation ?? []).map(({ office }) => office)],
    ['presidium', statute.presidium?.offices ?? []],
    ['accounts', statute.accounts?.offices ?? []],
    ['accounts', (statute.accounts?.twoAbove ?? []).map(({ commodity }) => commodity)],
    ['jointSeats', (statute.jointSeats ?? []).flatMap(({ bodies }) => bodies)],
    ['essential', statute.essential ?? []],
    ['precedence', statute.precedence ?? []],
    ['seats', (statute.seats ?? []).map((one) => one.class)],
    ['entitlement', (statute.entitlement?.classes ?? []).map((one) => one.class)],
    ['ratification', statute.ratification.matters],
    ['walkIns', statute.walkIns?.sittings ?? []],
    ['walkIns', statute.walkIns?.matters ?? []],
    ...statute.rules.flatMap(({ matter, methods, sittings = [] }) => [
      [`rules.${matter}`, methods] as const,
      [`rules.${matter}`, sittings] as const,
    ]),
  ];
  return lists.flatMap(([article, names]) =>
    doubles(names).map((present): StatuteProblem => ({ problem: 'named-twice', article, present })),
  );
}

function entitlements({ entitlement }: Statute): Found {
  if (entitlement === undefined) return [];
  const { kind, seats, members, classes = [], floor = 0, cap } = entitlement;
  const complete = { fixed: seats !== undefined, 'per-members': members !== undefined, 'by-class': classes.length > 0 };
  const found: StatuteProblem[] = [];
  if (!complete[kind]) found.push({ problem: 'entitlement-incomplete', article: 'entitlement', present: kind });
  if (cap !== undefined && floor > cap)
    found.push({ problem: 'floor-above-cap', article: 'entitlement', present: floor });
  return found;
}

/** Who sits in a committee, and how many of each body, is in the text by which its parents formed it; it has no roll. */
function ofCommittee({ entitlement, jointSeats = [] }: Statute, kind: BodyKind | null): Found {
  if (kind !== 'committee') return [];
  const found: StatuteProblem[] = [];
  if (entitlement !== undefined)
    found.push({ problem: 'seats-given-by-parents', article: 'entitlement', present: entitlement.kind });
  if (jointSeats.length > 0) found.push({ problem: 'seats-given-by-parents', article: 'jointSeats' });
  return found;
}

/** A base has a roll and nobody below; where delegates sit there is no roll, and a turn passes from one body to the next. */
function turns({ offices, rotation = [] }: Statute, kind: BodyKind | null): Found {
  if (kind === null) return [];
  return rotation
    .filter(
      ({ office, among }) =>
        offices.some((one) => one.office === office) && (among === 'affiliates') === (kind === 'base'),
    )
    .map(
      ({ office }): StatuteProblem => ({
        problem: kind === 'base' ? 'no-bodies-below' : 'no-members-here',
        article: 'rotation',
        present: office,
      }),
    );
}

/** Where the statute says nothing of seats, all of them vote. */
function seatClasses({ seats }: Statute): Found {
  if (seats === undefined) return [];
  return (['decision', 'election'] as const)
    .filter((phase) => !seats.some(({ vote }) => vote.includes(phase)))
    .map((phase) => ({ problem: 'no-seat-votes', article: 'seats', present: phase }));
}

/** Articles of two parts, of which one alone says nothing or holds things up for ever. */
function halves(
  { convening, recall, mandates, publicity, rules, jointSeats = [] }: Statute,
  kind: BodyKind | null,
): Found {
  const found: StatuteProblem[] = jointSeats
    .filter(({ bodies }) => bodies.length < 2)
    .map(({ bodies }) => ({ problem: 'joint-of-one', article: 'jointSeats', present: bodies.join() }));
  // A base has no bodies below that could.
  const affiliates = kind === 'base' ? undefined : convening?.affiliates;
  if (convening !== undefined && !convening.members && !affiliates && convening.above !== true)
    found.push({ problem: 'nobody-may-demand', article: 'convening' });
  if (recall.petition !== undefined && recall.days === undefined)
    found.push({ problem: 'petition-without-days', article: 'recall' });
  if (recall.petition === undefined && recall.days !== undefined)
    found.push({ problem: 'days-without-petition', article: 'recall' });
  // Bodies that never answer would put off a vote for ever; with days, whoever waits knows how long.
  if (mandates.answers !== undefined && mandates.days === undefined)
    found.push({ problem: 'answers-without-days', article: 'mandates' });
  // Cards are raised and counted by delegation: the book tells what each of them wanted.
  if (publicity?.votes === 'totals' && rules.some(({ methods }) => methods.includes('delegation-cards')))
    found.push({ problem: 'cards-tell-the-vote', article: 'publicity', present: 'delegation-cards' });
  if (publicity?.sensitive === 'late' && publicity.hoursLate === undefined)
    found.push({ problem: 'late-without-hours', article: 'publicity' });
  return found;
}

/** Times that leave no room for each other. */
function times(statute: Statute, kind: BodyKind | null): Found {
  const { calls, closing, notice, ratification, founding, proposing, terms } = statute;
  const found: StatuteProblem[] = [];
  // At the earliest a sitting is called for midnight, and the second call comes so long after that.
  if (calls.minutesBetween >= closing.hour * 60)
    found.push({
      problem: 'second-call-after-closing',
      article: 'calls.minutesBetween',
      present: calls.minutesBetween,
    });
  if (notice.hours >= daysAhead({ notice }) * 24)
    found.push({ problem: 'never-convened', article: 'notice', present: notice.hours });
  if (closing.opensAt !== undefined && closing.opensAt >= closing.hour)
    found.push({ problem: 'opens-after-closing', article: 'closing', present: closing.opensAt });
  // A term ends by itself, and nobody could be elected in it: months are counted as their shortest.
  for (const months of ['officersMonths', 'delegatesMonths'] as const)
    if (notice.hours >= terms[months] * 28 * 24)
      found.push({ problem: 'term-over-before-election', article: `terms.${months}`, present: terms[months] });
  if (proposing !== undefined && proposing.days * 24 < notice.hours)
    found.push({ problem: 'due-before-a-sitting', article: 'proposing.days', present: proposing.days });
  // The bodies below cannot be asked to sit sooner than the assembly above can itself.
  if (kind !== 'base' && ratification.days * 24 < notice.hours)
    found.push({ problem: 'shorter-than-notice', article: 'ratification', present: ratification.days });
  if (founding !== undefined && founding.neighbours < leastNeighbours)
    found.push({ problem: 'too-few-neighbours', article: 'founding', present: founding.neighbours });
  return found;
}

/** What the body is, and what its delegates do above: strangers who fill a hall do not decide that. */
const membersAlone: readonly Matter[] = [
  'election',
  'recall',
  'statute',
  'affiliation',
  'mandate',
  'consultation',
  'dissolution',
];

function walkIns({ walkIns: open, rules }: Statute, kind: BodyKind | null): Found {
  if (open === undefined) return [];
  const article = 'walkIns';
  const matters: readonly Matter[] = [...new Set<Matter>(['ordinary', ...(open.matters ?? [])])];
  const found: StatuteProblem[] = [];
  if (open.sittings.length === 0) found.push({ problem: 'no-sitting-for-it', article });
  for (const matter of matters) {
    if (membersAlone.includes(matter)) found.push({ problem: 'members-alone', article, present: matter });
    const of = rules.filter((rule) => rule.matter === matter).flatMap(({ rule, and }) => [rule.of, and?.of]);
    if (of.includes('roll')) found.push({ problem: 'slips-not-on-the-roll', article, present: matter });
  }
  // Seats vote there: whatever else the article says, it is of no use.
  if (found.length === 0 && kind !== null && kind !== 'base') return [{ problem: 'walk-ins-need-members', article }];
  return found;
}
