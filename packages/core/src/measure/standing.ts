import { statusOf } from '../resolution/validity.ts';
import type { BodyState, Measure } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import type { Time } from '../time.ts';

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

/** What passes: the statute's essential services always, then what was exempted by a resolution nobody has struck down. */
export function servicesExempt(state: BodyState, { exempt }: Measure, at: Time): readonly string[] {
  const named = exempt
    .filter(({ resolution }) => !['rejected', 'revoked'].includes(statusOf(state, resolution, at)))
    .map(({ service }) => service);
  return [...new Set([...(statuteOf(state)?.essential ?? []), ...named])];
}
