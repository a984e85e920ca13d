// Safe-conducts through a measure: written, entered, revoked, counted, and a phone that is lost.
import { plusDays, plusHours } from '@cabildo/core';
import { deviceKey } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { actOf, type Playing, sealed } from './sitting.ts';

/** As docs/passes.md has names: Crockford's base 32. */
const named = (sim: Simulation, length: number): string =>
  Array.from({ length }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[sim.chance.below(32)]).join('');

export function* passesThrough(sim: Simulation, { upper }: District, measure: number): Playing<void> {
  const { origin, secretary } = upper;
  const from = sim.now;
  const scope = { closures: [measure], from, until: plusDays(from, 5) };
  const made = sim.must(origin, secretary, 'NamePassKey', {
    code: named(sim, 4),
    key: deviceKey(`block ${sim.step}`),
    cargoes: ['oxygen', 'patients'],
    ...scope,
  });
  const key = actOf(made, 'PassKeyNamed');
  yield* sealed(sim, upper, key);
  const pass = named(sim, 8);
  sim.do(origin, secretary, 'GrantPassage', { pass, key, cargo: 'oxygen', ...scope });
  sim.do(origin, secretary, 'GrantPassage', { pass: named(sim, 8), key, cargo: 'water', ...scope });
  if (sim.chance.happens(0.5)) sim.do(origin, secretary, 'RevokePassage', { pass });
  yield 24 * 60;
  sim.do(origin, secretary, 'ReconcilePassages', {
    closure: measure,
    from,
    until: plusHours(from, 12),
    withPass: [{ cargo: 'oxygen', count: sim.chance.below(20) }],
    withoutPass: [{ cargo: 'patients', count: sim.chance.below(20) }],
  });
  if (sim.chance.happens(0.5)) sim.do(origin, secretary, 'WithdrawPassKey', { key });
}
