// Statutes by chance: anything that the schema lets through, and such as an assembly of twelve could live under.
import fc from 'fast-check';
import { type Statute, statuteProblems, statuteSchema } from '../../src/index.ts';
import type { Matter } from './assembly.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Whatever fits the schema, sense or none. */
export const anyStatute: fc.Arbitrary<Statute> = fitting(statuteSchema() as Schema) as fc.Arbitrary<Statute>;

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      // The name of a book, which no drawn text would hit upon.
      if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test('!'))
        return fc.constantFrom(
          ...['a.example/x', 'b.example/y', 'BOB', 'USD'].filter((one) =>
            new RegExp(schema.pattern ?? '', 'u').test(one),
          ),
        );
      return fc
        .string({
          minLength: schema.minLength ?? 0,
          maxLength: Math.min(schema.maxLength ?? 40, 40),
          unit: 'grapheme',
        })
        .filter((text) => !('pattern' in schema) || /\S/.test(text));
    case 'integer':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 100) }),
        fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 100 }),
      );
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(fitting(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 4, 6) });
    default: {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fitting(field)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
    }
  }
}

export type Kind = 'base' | 'delegate';
type Rule = Statute['rules'][number];
type Fraction = readonly [num: number, den: number];

/** From the smallest to the whole. */
const fractions: readonly Fraction[] = [
  [1, 10],
  [1, 5],
  [1, 4],
  [1, 3],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [1, 1],
];

const fractionOf = fc
  .tuple(fc.constantFrom(...fractions), fc.boolean())
  .map(([[num, den], strict]) => ({ num, den, strict: strict && num < den }));

const optionally = <K extends string, T>(name: K, value: fc.Arbitrary<T>): fc.Arbitrary<{ readonly [N in K]?: T }> =>
  fc.option(value, { nil: undefined }).map((found) => (found === undefined ? {} : { [name]: found })) as fc.Arbitrary<{
    readonly [N in K]?: T;
  }>;

const merged = <T extends object>(...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<T> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as T);

const share = fc.constantFrom(...fractions).map(([num, den]) => ({ num, den }));
/** Long enough for everything that is played; shorter terms run out meanwhile, as they must. */
const months = fc.integer({ min: 9, max: 60 });

/** Presidency, minutes and a teller in any case; whatever is there beside them has other names. */
const officesOf = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('hacienda', 'deportes', 'salud'), { maxLength: 2 }),
    fc.constantFrom('presidium', 'secretary', 'teller'),
  )
  .map(([more, role]): Statute['offices'] => [
    { office: 'presidencia', role: 'presidium' },
    { office: 'actas', role: 'secretary' },
    { office: 'vocalía', role: 'teller' },
    ...more.map((office) => ({ office, role }) as const),
  ]);

const callsOf = fc
  .tuple(
    fc.nat(fractions.length - 1),
    fc.nat(fractions.length - 1),
    fc.boolean(),
    fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    fc.integer({ min: 0, max: 59 }),
  )
  .map(([one, other, strict, min, minutesBetween]): Statute['calls'] => {
    const [high, low] = [Math.max(one, other), Math.min(one, other)].map((at) => fractions[at] ?? [1, 2]);
    const [[num, den], [lowNum, lowDen]] = [high ?? [1, 2], low ?? [1, 2]];
    const least = min === undefined ? {} : { min };
    return {
      first: { num, den, strict: strict && num < den, ...least },
      second: { num: lowNum, den: lowDen, strict: false, ...least },
      minutesBetween,
    };
  });

const optionalMatters: readonly Matter[] = [
  'mandate',
  'consultation',
  'pact',
  'measure',
  'lifting',
  'accounts',
  'dissolution',
];

const counted = {
  base: ['hands', 'devices', 'urn', 'mixed'],
  delegate: ['roll-call', 'delegation-cards', 'devices', 'hands', 'urn'],
} as const satisfies Record<Kind, readonly Rule['methods'][number][]>;

const attributed = ['roll-call', 'delegation-cards', 'devices'] as const;

function ruleFor(kind: Kind, matter: Matter): fc.Arbitrary<Rule> {
  const of =
    kind === 'base' ? (['cast', 'voted', 'present', 'roll'] as const) : (['cast', 'voted', 'present'] as const);
  const majority = fc.tuple(fractionOf, fc.constantFrom(...of)).map(([fraction, base]) => ({ ...fraction, of: base }));
  const some = fc.uniqueArray(fc.constantFrom(...counted[kind]), { minLength: 1, maxLength: 4 });
  const methods =
    kind === 'base'
      ? some
      : fc.tuple(fc.constantFrom(...attributed), some).map(([one, more]) => [...new Set([one, ...more])]);
  const kinds = fc.uniqueArray(fc.constantFrom('ordinary', 'extraordinary', 'enlarged', 'congress', 'cabildo'), {
    minLength: 1,
  });
  return merged<Rule>(
    fc.record({ matter: fc.constant(matter), rule: majority, secondCall: fc.boolean(), methods }),
    optionally('and', majority),
    optionally('quorum', fractionOf),
    optionally('sittings', kinds),
  );
}

const rulesOf = (kind: Kind): fc.Arbitrary<Statute['rules']> =>
  fc
    .subarray([...optionalMatters])
    .chain((more) =>
      fc.tuple(
        ...(['ordinary', 'election', 'recall', 'statute', 'affiliation', ...more] as const).map((matter) =>
          ruleFor(kind, matter),
        ),
      ),
    );

const phase = fc.constantFrom('accreditation', 'debate', 'decision', 'election');
const phases = fc.uniqueArray(phase);
const everyPhase = ['accreditation', 'debate', 'decision', 'election'] as const;

/** Three bases of nine are below it, with two seats each. */
const readable = (maxLength: number) => fc.string({ minLength: 1, maxLength }).filter((text) => /\S/.test(text));

const entitlementOf: fc.Arbitrary<NonNullable<Statute['entitlement']>> = fc.constantFrom(
  { kind: 'fixed', seats: 2 },
  { kind: 'per-members', members: 50, floor: 2, cap: 4 },
  { kind: 'by-class', classes: [{ class: 'junta', seats: 2 }] },
);

const ratificationOf: fc.Arbitrary<Statute['ratification']> = merged(
  fc.record({
    matters: fc.subarray(['pact', 'lifting', 'statute', 'measure', 'accounts', 'dissolution']),
    of: fc.constantFrom('answered', 'bases'),
    days: fc.integer({ min: 15, max: 60 }),
  }),
  fractionOf,
  optionally('silence', fc.constantFrom('neither', 'yes', 'no')),
  optionally('through', fc.constantFrom('affiliates', 'bases')),
  optionally('challengeDays', fc.integer({ min: 0, max: 30 })),
);

const required = (kind: Kind): fc.Arbitrary<object> =>
  fc.record({
    title: readable(60),
    offices: officesOf,
    terms: merged(
      fc.record({ officersMonths: months, delegatesMonths: months }),
      optionally('officersInARow', fc.integer({ min: 1, max: 3 })),
      optionally('delegatesInARow', fc.integer({ min: 1, max: 3 })),
    ),
    notice: merged(
      fc.record({ hours: fc.integer({ min: 0, max: 240 }) }),
      optionally('daysAhead', fc.integer({ min: 11, max: 200 })),
    ),
    calls: callsOf,
    closing: merged(
      fc.record({
        hour: fc.integer({ min: 1, max: 24 }),
        offsetMinutes: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15),
      }),
      optionally('opensAt', fc.constant(0)),
    ),
    rules: rulesOf(kind),
    tellers: merged(fc.record({ recounts: fc.nat(3) }), optionally('candidates', fc.boolean())),
    seals: fc.record({ signatures: fc.integer({ min: 1, max: 3 }), handover: fc.constantFrom('show', 'require') }),
    mandates: merged(fc.record({ binding: fc.constantFrom('refuse', 'flag', 'free') }), optionally('days', fc.nat(20))),
    recall: merged(fc.record({ monthsBefore: fc.nat(3) }), fc.oneof(fc.constant({}), petitionOf)),
    ratification: ratificationOf,
    roll: merged(fc.record({ waitingDays: fc.nat(45) }), optionally('sample', share)),
    minutes: merged(
      fc.record({ refusals: fc.boolean() }),
      optionally('days', fc.integer({ min: 1, max: 60 })),
      optionally('approval', fc.constantFrom('officers' as const, 'sitting' as const)),
    ),
  });

const petitionOf = fc.record({ petition: share, days: fc.integer({ min: 1, max: 40 }) });

const optional = (kind: Kind): readonly fc.Arbitrary<object>[] => [
  optionally(
    'convening',
    merged(
      fc.record({ members: share, days: fc.integer({ min: 1, max: 40 }) }),
      optionally('affiliates', share),
      optionally('above', fc.boolean()),
    ),
  ),
  optionally('proposing', fc.record({ days: fc.integer({ min: 1, max: 90 }) })),
  optionally('doubleMembership', fc.constantFrom('each', 'shown', 'once')),
  optionally('weights', fc.constant('seats')),
  optionally(
    'speaking',
    fc.record(
      {
        order: fc.constantFrom('as-asked' as const, 'first-speech-first' as const),
        seconds: fc.integer({ min: 1, max: 600 }),
        sectors: fc.uniqueArray(readable(30), { maxLength: 4 }),
        parity: fc.boolean(),
        reply: fc.record({ seconds: fc.integer({ min: 1, max: 600 }) }),
      },
      { requiredKeys: ['order'] },
    ),
  ),
  optionally('parity', fc.record({ women: share })),
  optionally('certifiers', fc.subarray(['presidencia', 'vocalía'])),
  optionally('essential', fc.uniqueArray(readable(30), { maxLength: 4 })),
  optionally(
    'precedence',
    fc.shuffledSubarray(['order', 'adjourn', 'close-debate', 'refer', 'table'], { minLength: 1 }),
  ),
  optionally('committees', fc.record({ months })),
  optionally('challenge', fc.record({ days: fc.integer({ min: 1, max: 90 }) })),
  optionally(
    'publicity',
    fc.record({
      votes: fc.constantFrom('totals', 'roll-call'),
      sensitive: fc.constantFrom('members', 'late', 'coarsened', 'public'),
      hoursLate: fc.nat(100),
    }),
  ),
  optionally('checkIn', fc.constantFrom('hall', 'anywhere')),
  optionally('disputes', fc.record({ meanwhile: fc.constantFrom('vacant', 'shared') })),
  optionally('founding', fc.record({ signatures: fc.constant(1), neighbours: fc.integer({ min: 2, max: 3 }) })),
  ...(kind === 'base'
    ? [optionally('walkIns', walkInsOf)]
    : [
        optionally('entitlement', entitlementOf),
        optionally('seats', seatsOf),
        ...(kind === 'delegate' ? [optionally('jointSeats', jointSeatsOf)] : []),
      ]),
];

const walkInsOf: fc.Arbitrary<NonNullable<Statute['walkIns']>> = merged(
  fc.record({
    sittings: fc.uniqueArray(fc.constantFrom('ordinary', 'extraordinary', 'enlarged', 'cabildo'), { minLength: 1 }),
    mark: readable(40),
  }),
  optionally('matters', fc.subarray(['ordinary', 'pact', 'measure', 'lifting', 'accounts'])),
);

const jointSeatsOf: fc.Arbitrary<NonNullable<Statute['jointSeats']>> = fc
  .constantFrom('sitting' as const, 'term' as const)
  .map((by) => [{ bodies: ['el-alto.example/junta-norte', 'el-alto.example/junta-sur'], by }]);

const seatsOf = phases.map(
  (more): NonNullable<Statute['seats']> => [
    { class: 'titular', voice: everyPhase, vote: everyPhase },
    { class: 'fraterno', voice: more, vote: [] },
  ],
);

/** Without a contradiction, for a body of that kind. Few are drawn that have one. */
export const soundStatute = (kind: Kind): fc.Arbitrary<Statute> =>
  merged<Statute>(required(kind), ...optional(kind))
    .map((statute) => ofHandful(kind, statute))
    .filter((statute) => statuteProblems(statute, kind).length === 0);

/** Six delegates play it: of a list of five not two are left who could count. */
const ofHandful = (kind: Kind, statute: Statute): Statute =>
  kind === 'delegate' && statute.offices.length > 4
    ? { ...statute, tellers: { ...statute.tellers, candidates: true } }
    : statute;
