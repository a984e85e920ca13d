// Statutes at their limits: the one with everything in it, and every way in which one thing of it can be another.

import { type Statute, statuteTemplates } from '../../src/index.ts';
import { statuteSchema } from '../../src/statute/schema.ts';

const congress = statuteTemplates.find(({ name }) => name === 'delegate-congress')?.statutes.es as Statute;

/** Every optional article and every optional part of one, with the lists as long as a large federation would have them. */
export const fullest: Statute = {
  supply: { allocation: 'officers', counters: 3, allocationDays: 14, handDays: 20 },
  ...congress,
  accounts: { offices: [congress.offices[0]?.office ?? ''], twoAbove: [{ commodity: 'BOB', amount: 5_000 }] },
  calls: {
    ...congress.calls,
    first: { ...congress.calls.first, min: 50 },
    second: { ...congress.calls.second, min: 50 },
  },
  rules: congress.rules.map((rule) => ({
    ...rule,
    and: { num: 1, den: 2, strict: true, of: 'present' },
    quorum: { num: 2, den: 3, strict: false, min: 20 },
    sittings: ['ordinary', 'extraordinary', 'congress', 'cabildo'],
    methods: [
      ...(['hands', 'devices', 'roll-call', 'delegation-cards', 'urn', 'mixed'] as const),
      ...(rule.matter === 'election' ? (['secret'] as const) : []),
    ],
  })),
  secret: { trustees: 5, threshold: 3, minimum: 12, every: 50, lists: ['A', 'B', 'C', 'D'] },
  convening: { members: { num: 1, den: 5 }, affiliates: { num: 1, den: 3 }, above: true, days: 7 },
  terms: { officersMonths: 24, delegatesMonths: 12, officersInARow: 2, delegatesInARow: 3 },
  entitlement: {
    kind: 'by-class',
    seats: 3,
    members: 100,
    floor: 2,
    cap: 20,
    classes: congress.entitlement?.classes ?? [],
  },
  rotation: [{ office: 'comisión de control', among: 'affiliates' }],
  jointSeats: [{ bodies: ['a.bo/x', 'a.bo/y'], by: 'term' }],
  elections: {
    contests: [
      {
        offices: congress.offices.flatMap(({ office }) => (office === 'comisión de control' ? [] : [office])),
        method: 'scottish-stv',
        options: [{ option: 'quota', value: 'droop' }],
        vacancy: 'recount',
      },
      { method: 'plurality', vacancy: 'next' },
    ],
    publicFrom: 40,
  },
  speaking: {
    order: 'first-speech-first',
    seconds: 180,
    group: { of: 'sector', seconds: 600 },
    sectors: ['mineros'],
    parity: true,
    translation: { seconds: 120 },
  },
  founding: { signatures: 3, neighbours: 3 },
  publicity: { votes: 'roll-call', sensitive: 'late', hoursLate: 72 },
  checkIn: 'anywhere',
  walkIns: { sittings: ['cabildo'], mark: 'tinta', matters: ['measure'] },
};

interface Mutation {
  readonly path: string;
  readonly statute: Statute;
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Each leaf made another, each optional part left out, each list made shorter. */
export function mutations(statute: Statute): readonly Mutation[] {
  const all = variants(statute as unknown as Json, statuteSchema() as Schema, '');
  return all.map(({ path, value }) => ({ path, statute: value as unknown as Statute }));
}

interface Variant {
  readonly path: string;
  readonly value: Json;
}

function variants(value: Json, schema: Schema, path: string): readonly Variant[] {
  if (schema.enum !== undefined) return schema.enum.filter((one) => one !== value).map((one) => ({ path, value: one }));
  if (typeof value === 'string') return [{ path, value: `${value}x` }];
  if (typeof value === 'number') return [{ path, value: value + 1 }];
  if (typeof value === 'boolean') return [{ path, value: !value }];
  if (isList(value)) {
    const shorter = value.length === 0 || skipped(path) ? [] : [{ path: `${path}[]`, value: value.slice(1) }];
    const inside = value.flatMap((item, at) =>
      variants(item, schema.items ?? {}, `${path}[${at}]`).map((one) => ({
        path: one.path,
        value: value.map((other, position) => (position === at ? one.value : other)),
      })),
    );
    return [...shorter, ...(skipped(path) ? [] : inside)];
  }
  return Object.keys(value).flatMap((key) => {
    const rest = Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
    const left =
      schema.required?.includes(key) === true || meantAnyway.includes(`${path}.${key}`)
        ? []
        : [{ path: `${path}.${key}?`, value: rest }];
    const inside = variants(value[key] as Json, schema.properties?.[key] ?? {}, `${path}.${key}`);
    return [...left, ...inside.map((one) => ({ path: one.path, value: { ...value, [key]: one.value } }))];
  });
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Pacts and liftings wait for the bases whether the statute says so or not. */
const skipped = (path: string): boolean => path === '.ratification.matters';

/** What an absent article means may be just what the statute says: then leaving it out changes nothing. */
const meantAnyway = ['.weights', '.precedence', '.challenge', '.disputes', '.ratification.silence'];

/** A change that makes a sound statute contradict itself, the problem that is found, and the article where. */
type Spoiler = readonly [change: (sound: Statute) => Partial<Statute>, problem: string, article: string];
export const ruleOf =
  (matter: string, change: Partial<Statute['rules'][number]>) =>
  ({ rules }: Statute): Partial<Statute> => ({
    rules: rules.map((rule) => (rule.matter === matter ? { ...rule, ...change } : rule)),
  });

export const spoilers: readonly Spoiler[] = [
  [
    ({ calls }) => ({
      calls: {
        ...calls,
        first: { num: 1, den: 2, strict: true },
        second: { num: 1, den: 1, strict: false },
      },
    }),
    'second-call-harder',
    'calls.second',
  ],
  [
    ({ calls }) => ({ calls: { ...calls, first: { ...calls.first, min: 200_000 } } }),
    'more-than-any-roll',
    'calls.first',
  ],
  [ruleOf('statute', { quorum: { num: 1, den: 1, strict: true } }), 'never-reached', 'rules.statute'],
  [ruleOf('statute', { sittings: [] }), 'no-sitting-for-it', 'rules.statute'],
  [ruleOf('statute', { sittings: ['founding'] }), 'no-sitting-for-it', 'rules.statute'],
  [ruleOf('statute', { methods: ['hands', 'roll-call', 'hands'] }), 'named-twice', 'rules.statute'],
  [({ rules }) => ({ rules: rules.filter(({ matter }) => matter !== 'statute') }), 'matter-missing', 'rules'],
  [({ rules }) => ({ rules: rules.filter(({ matter }) => matter !== 'recall') }), 'matter-missing', 'rules'],
  [() => ({ convening: { members: { num: 3, den: 2 }, days: 3 } }), 'never-reached', 'convening'],
  [() => ({ convening: { days: 3 } }), 'nobody-may-demand', 'convening'],
  [() => ({ parity: { women: { num: 3, den: 2 } } }), 'never-reached', 'parity'],
  [({ roll }) => ({ roll: { ...roll, sample: { num: 101, den: 100 } } }), 'never-reached', 'roll.sample'],
  [() => ({ recall: { monthsBefore: 0, petition: { num: 2, den: 1 }, days: 9 } }), 'never-reached', 'recall.petition'],
  [() => ({ recall: { monthsBefore: 0, petition: { num: 1, den: 5 } } }), 'petition-without-days', 'recall'],
  [() => ({ recall: { monthsBefore: 0, days: 5 } }), 'days-without-petition', 'recall'],
  [
    () => ({
      speaking: { order: 'as-asked', seconds: 180, group: { of: 'sector', seconds: 60 }, sectors: ['mercado'] },
    }),
    'less-than-one-speech',
    'speaking.group',
  ],
  [
    () => ({ speaking: { order: 'as-asked', group: { of: 'sector', seconds: 60 } } }),
    'sectors-missing',
    'speaking.sectors',
  ],
  [() => ({ speaking: { order: 'as-asked', sectors: ['mercado', 'mercado'] } }), 'named-twice', 'speaking.sectors'],
  [() => ({ speaking: { order: 'as-asked', reply: { seconds: 40_000 } } }), 'longer-than-any-use', 'speaking'],
  [() => ({ certifiers: ['nadie'] }), 'office-unknown', 'certifiers'],
  [() => ({ rotation: [{ office: 'nadie', among: 'members' }] }), 'office-unknown', 'rotation'],
  [() => ({ accounts: { offices: ['nadie'] } }), 'office-unknown', 'accounts'],
  [() => ({ presidium: { offices: [] } }), 'nobody-presides', 'presidium'],
  [
    ({ offices }) => ({
      presidium: { offices: offices.filter(({ role }) => role === 'secretary').map(({ office }) => office) },
    }),
    'nobody-presides',
    'presidium',
  ],
  [
    ({ seals }) => ({ founding: { signatures: seals.signatures + 1, neighbours: 2 } }),
    'more-than-a-seal-has',
    'founding',
  ],
  [() => ({ essential: ['agua', 'agua'] }), 'named-twice', 'essential'],
  [() => ({ precedence: ['order', 'order'] }), 'named-twice', 'precedence'],
  [() => ({ entitlement: { kind: 'fixed' } }), 'entitlement-incomplete', 'entitlement'],
  [() => ({ entitlement: { kind: 'per-members', seats: 2 } }), 'entitlement-incomplete', 'entitlement'],
  [() => ({ entitlement: { kind: 'by-class', classes: [] } }), 'entitlement-incomplete', 'entitlement'],
  [() => ({ entitlement: { kind: 'per-members', members: 9, floor: 4, cap: 3 } }), 'floor-above-cap', 'entitlement'],
  [() => ({ seats: [{ class: 'titular', voice: [], vote: ['election'] }] }), 'no-seat-votes', 'seats'],
  [({ mandates }) => ({ mandates: { binding: mandates.binding, answers: 3 } }), 'answers-without-days', 'mandates'],
  [() => ({ publicity: { votes: 'roll-call', sensitive: 'late' } }), 'late-without-hours', 'publicity'],
  [
    ({ calls, closing }) => ({ calls: { ...calls, minutesBetween: closing.hour * 60 } }),
    'second-call-after-closing',
    'calls.minutesBetween',
  ],
  [() => ({ jointSeats: [{ bodies: ['a.example/x'], by: 'term' }] }), 'joint-of-one', 'jointSeats'],
  [() => ({ notice: { hours: 48, daysAhead: 2 } }), 'never-convened', 'notice'],
  [({ closing }) => ({ closing: { ...closing, hour: 20, opensAt: 20 } }), 'opens-after-closing', 'closing'],
  [() => ({ founding: { signatures: 1, neighbours: 1 } }), 'too-few-neighbours', 'founding'],
  [() => ({ walkIns: { sittings: [], mark: 'tinta' } }), 'no-sitting-for-it', 'walkIns'],
  [() => ({ walkIns: { sittings: ['cabildo'], mark: 'tinta', matters: ['election'] } }), 'members-alone', 'walkIns'],
  [
    (sound) => ({
      ...ruleOf('ordinary', { rule: { num: 1, den: 2, strict: true, of: 'roll' } })(sound),
      walkIns: { sittings: ['cabildo'], mark: 'tinta' },
    }),
    'slips-not-on-the-roll',
    'walkIns',
  ],
  [
    ({ terms }) => ({ recall: { monthsBefore: terms.officersMonths }, terms: { ...terms, delegatesMonths: 60 } }),
    'longer-than-any-use',
    'recall.monthsBefore',
  ],
];
