// A base keeps open books: dues, what was bought, a mistake turned round, and what the assembly says of it.
import { book, dues, from, reverse, today } from '../../packages/core/test/federation/accounts.ts';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { sha256 } from '../../packages/core/test/federation/book.ts';
import type { Simulation } from '../world.ts';
import { evening, type Playing } from './sitting.ts';

export function* accounted(sim: Simulation, base: Base): Playing<void> {
  const { origin } = base;
  // Named in an earlier evening, it is refused.
  sim.do(origin, base.presidium, 'NameCommodity', { symbol: 'BOB', title: 'bolivianos', decimals: 2 });
  const scene = { fed: sim, base, origin };
  book(scene, dues(5_000 + sim.chance.below(90_000)), { receipt: sha256(`talonario ${sim.step}`) });
  const roof = book(scene, from('assets:cash', 'expenses:roof', 150_000));
  if (sim.chance.happens(0.6)) sim.do(origin, base.secretary, 'CountersignEntry', { entry: roof });
  const mistaken = book(scene, dues(3_000));
  yield sim.chance.below(600);
  const last = sim.chance.happens(0.5) ? reverse(scene, mistaken) : mistaken;
  const proposal = { kind: 'judge-accounts', entry: last, until: today(scene) } as const;
  yield* evening(sim, base, [{ matter: 'accounts', proposal }]);
}
