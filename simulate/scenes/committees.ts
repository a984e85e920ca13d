// Two bases form a committee, its book is begun on proof, it elects officers and reports; then one of them takes its powers back.

import { today } from '../../packages/core/test/federation/accounts.ts';
import { type Base, foundBody, originOf } from '../../packages/core/test/federation/assembly.ts';
import { bookedBy, moneyOf } from '../../packages/core/test/federation/committee-accounts.ts';
import { formation } from '../../packages/core/test/federation/committees.ts';
import { anyone } from '../../packages/core/test/federation/federation.ts';
import type { Upper } from '../../packages/core/test/federation/upper.ts';
import { type Simulation, Stopped } from '../world.ts';
import { again, type District, electDelegates, founding } from './founding.ts';
import { actOf, evening, type Playing, sealed, untilAccepted, upperEvening } from './sitting.ts';
import { upperStatute } from './statutes.ts';

export function* committeeFormed(sim: Simulation, base: Base, { bases }: District): Playing<void> {
  const other = sim.chance.pick(bases.filter((one) => one !== base));
  const parents = [base, other];
  const name = `comite-${sim.step}`;
  const committee = originOf(name);
  const proposal = formation(parents, { committee });
  for (const parent of parents)
    yield* again(sim, function* () {
      const [done] = yield* evening(sim, parent, [{ matter: 'affiliation', proposal }]);
      yield* sealed(sim, parent, actOf(done, 'CommitteeFormed'));
    });
  for (const parent of parents) yield* again(sim, () => electDelegates(sim, parent, committee, 0));
  sim.home(committee).skewSeconds = 0;
  const { convener } = foundBody(sim, name, 'committee', upperStatute);
  const shown = { parents: parents.map(({ origin }) => origin) };
  if (!(yield* untilAccepted(sim, () => sim.do(committee, anyone, 'ShowFormation', shown)))) return;
  yield* reported(sim, committee, convener, parents);
  yield 24 * 60 * (1 + sim.chance.below(10));
  const ending = { kind: 'end-committee', committee } as const;
  const [ended] = yield* evening(sim, base, [{ matter: 'recall', proposal: ending }]);
  yield* sealed(sim, base, actOf(ended, 'CommitteeEnded'));
  yield* untilAccepted(sim, () => sim.do(committee, anyone, 'PresentEnd', { other: base.origin }));
}

function* reported(
  sim: Simulation,
  committee: string,
  convener: Base['convener'],
  parents: readonly Base[],
): Playing<void> {
  try {
    const officers = sim.living(yield* founding(sim, committee, convener, parents));
    const report = { matter: 'accounts', text: 'Veinte cisternas.', proposal: { kind: 'report' } } as const;
    const [done] = yield* upperEvening(sim, officers, [report]);
    yield* sealed(sim, officers, actOf(done, 'CommitteeReported'));
    yield* accountedFor(sim, officers, parents);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    sim.note(error.message);
  }
}

/** It keeps accounts and hands them in; those who formed it judge them, each when it comes to it, and anybody brings what they said. */
function* accountedFor(sim: Simulation, committee: Upper, parents: readonly Base[]): Playing<void> {
  const scene = { ...committee, fed: sim, upper: committee };
  moneyOf(scene);
  const entry = bookedBy(scene, 1_000 + sim.chance.below(9_000));
  const proposal = { kind: 'judge-accounts', entry, until: today({ fed: sim }) } as const;
  const [handedIn] = yield* upperEvening(sim, committee, [{ matter: 'accounts', text: 'Las cuentas.', proposal }]);
  const report = { book: committee.origin, index: actOf(handedIn, 'AccountsPresented') };
  for (const parent of parents) sim.play(judged(sim, committee, parent, report));
}

function* judged(
  sim: Simulation,
  { origin }: Upper,
  parent: Base,
  report: { readonly book: string; readonly index: number },
): Playing<void> {
  const item = {
    matter: 'ordinary',
    text: 'Las cuentas del comité.',
    proposal: { kind: 'judge-committee', report },
  } as const;
  yield* again(sim, function* () {
    const [done] = yield* evening(sim, parent, [item]);
    const index = yield* sealed(sim, parent, actOf(done, 'CommitteeAccountsJudged'));
    const judgement = { book: parent.origin, index };
    yield* untilAccepted(sim, () => sim.do(origin, anyone, 'ShowAccountsJudgement', { judgement }));
  });
}
