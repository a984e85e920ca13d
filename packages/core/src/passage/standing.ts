import { alwaysPasses } from '../measure/essential.ts';
import { measureAt, servicesExempt } from '../measure/standing.ts';
import { type Refused, refuse } from '../refusal.ts';
import { statusOf } from '../resolution/validity.ts';
import type { BodyState, Measure } from '../state.ts';
import { tableEntries, tableGet, tableHas } from '../table.ts';
import type { Time } from '../time.ts';
import type { Cargo } from './fields.ts';
import type { PassKey } from './state.ts';

/** A road is closed by a measure of this body, and opened by whoever decided it alone. */
export function closureRefusal(state: BodyState, closure: number, at: Time): Refused | null {
  const measure = tableGet(state.measures, closure);
  if (measure === undefined) return refuse('not-found', 'rules.measure', { needed: `MeasureDeclared ${closure}` });
  return measureAt(state, measure, at) === 'over'
    ? refuse('measure-not-in-force', 'rules.measure', { present: closure })
    : null;
}

/**
 * What passes a measure anyway needs no vote to be written on a paper. Whatever goes beyond that narrows the measure, which is
 * lifting, and waits for the bases like any lifting.
 */
export function cargoRefusal(state: BodyState, closure: number, cargo: Cargo, at: Time): Refused | null {
  const measure = tableGet(state.measures, closure);
  if (measure === undefined || (alwaysPasses as readonly Cargo[]).includes(cargo)) return null;
  const passing = servicesExempt(state, measure, at).map(({ service }) => service);
  if (passing.includes(cargo) || isNarrowed(state, measure, at)) return null;
  return refuse('wider-than-essential', 'essential', { needed: passing.join(' | '), present: cargo });
}

const isNarrowed = (state: BodyState, { lifted }: Measure, at: Time): boolean =>
  lifted !== null && lifted.how !== 'end' && statusOf(state, lifted.resolution, at) === 'in-force';

/** Keys that count in other bodies: sealed, whether or not they were withdrawn. */
export const sealedPassKeys = (state: BodyState): readonly PassKey[] =>
  tableEntries(state.passKeys)
    .filter(([act]) => tableHas(state.sealed, act))
    .map(([, key]) => key);
