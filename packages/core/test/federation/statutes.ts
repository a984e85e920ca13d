// Statutes at their limits: the one with everything in it, and every way in which one thing of it can be another.

import { type Statute, statuteTemplates } from '../../src/index.ts';
import { statuteSchema } from '../../src/statute/schema.ts';

const congress = statuteTemplates.find(({ name }) => name === 'delegate-congress')?.statutes.es as Statute;

/** Every optional article and every optional part of one, with the lists as long as a large federation would have them. */
export const fullest: Statute = {
  ...congress,
  calls: {
    ...congress.calls,
    first: { ...congress.calls.first, min: 50 },
    second: { ...congress.calls.second, min: 50 },
  },
  rules: congress.rules.map((rule) => ({
    ...rule,
    and: { num: 1, den: 2, strict: true, of: 'present' },
    quorum: { num: 2, den: 3, strict: false, min: 20 },
    sittings: ['ordinary', 'extraordinary', 'founding', 'enlarged', 'congress', 'cabildo'],
    methods: ['hands', 'devices', 'roll-call', 'delegation-cards', 'urn', 'mixed'],
  })),
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
  founding: { signatures: 3, neighbours: 3 },
  publicity: { votes: 'roll-call', sensitive: 'late', hoursLate: 72 },
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
