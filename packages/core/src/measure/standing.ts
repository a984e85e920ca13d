import { actKey } from '../delegation/seat-key.ts';
import { statusOf } from '../resolution/validity.ts';
import type { BodyState, Measure } from '../state.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { alwaysPasses, type ExemptionLimits } from './essential.ts';
import { serviceNamed } from './essential-words.ts';

export type MeasureStanding = 'called' | 'waiting' | 'suspended' | 'over';

/**
 * Does the general call stand at that time? It is as good as the resolution that called it; a lifting counts while the
 * resolution that lifts is in force, so one that is reopened or challenged lifts nothing meanwhile.
 */
export function measureAt(state: BodyState, { resolution, from, lifted }: Measure, at: Time): MeasureStanding {
  const called = statusOf(state, resolution, at);
  if (called === 'rejected' || called === 'revoked' || called === 'lapsed') return 'over';
  const lifts = lifted !== null && statusOf(state, lifted.resolution, at) === 'in-force' ? lifted.how : null;
  if (lifts === 'end') return 'over';
  if (called === 'suspended' || lifts === 'suspend') return 'suspended';
  return called === 'conditional' || at < from ? 'waiting' : 'called';
}

/** Has this body taken its own people out of that measure of a body above? */
export const hasWithdrawn = ({ measuresJoined }: BodyState, book: string, measure: number): boolean =>
  tableGet(measuresJoined, actKey(book, measure))?.how === 'withdrawn';

/** Books of bodies above of which this body has joined a measure and not withdrawn from it again. */
export const joinedAbove = ({ measuresJoined }: BodyState): readonly string[] =>
  [
    ...new Set(
      tableEntries(measuresJoined)
        .filter(([, { how }]) => how === 'joined')
        .map(([key]) => key.slice(0, key.lastIndexOf('#'))),
    ),
  ].sort();

/** A service that passes, and within what limits; null: always and for everybody. */
export interface Passing {
  readonly service: string;
  readonly limits: ExemptionLimits | null;
}

/**
 * What passes: life always; what the statute called essential when the measure was called; what the measure itself
 * leaves out; and what was exempted by a resolution that nobody has struck down, until its last day.
 */
export function servicesExempt(state: BodyState, { essential, exempt }: Measure, at: Time): readonly Passing[] {
  // A statute may name in its own words what passes anyway, or one thing twice: it is told once.
  const ofStatute = new Map(essential.map((words) => [serviceNamed(words).toLowerCase(), serviceNamed(words)]));
  const always = [...new Set([...alwaysPasses, ...ofStatute.values()])].map((service) => ({ service, limits: null }));
  const named = exempt
    .filter(({ resolution }) => !['rejected', 'revoked'].includes(statusOf(state, resolution, at)))
    .filter(({ limits }) => limits?.until === undefined || at < limits.until)
    .map(({ service, limits = null }): Passing => ({ service: serviceNamed(service), limits }));
  const whole = new Set(always.map(({ service }) => service));
  const passing: Passing[] = [...always];
  for (const one of named) {
    if (whole.has(one.service)) continue;
    if (one.limits === null) whole.add(one.service);
    passing.push(one);
  }
  return passing.filter(({ service, limits }) => limits === null || !whole.has(service));
}
