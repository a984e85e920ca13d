// What becomes of decisions: challenged, revoked, conditional; pacts behind the bases' backs; lists of demands.
import { plusDays, tableEntries } from '@cabildo/core';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { sha256 } from '../../packages/core/test/federation/book.ts';
import { anyone } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { consulted } from './consultation.ts';
import type { District } from './founding.ts';
import { actOf, delegateOf, evening, type Playing, sealed, untilAccepted, upperEvening } from './sitting.ts';

/** A base says that a resolution in words is a lifting; the bases settle it, or a vote under the claimed matter. */
export function* challenged(sim: Simulation, district: District): Playing<void> {
  const { upper, bases } = district;
  const { origin } = upper;
  const text = `Tregua ${sim.step}`;
  const [done] = yield* upperEvening(sim, upper, [{ matter: 'ordinary', text }]);
  const resolution = actOf(done, 'ResolutionAdopted');
  if (sim.chance.happens(0.5)) {
    const claimedMatter = 'accounts' as const;
    sim.must(origin, delegateOf(sim, upper, bases.at(-1) as Base), 'ChallengeClassification', {
      resolution,
      claimedMatter,
    });
    yield* upperEvening(sim, upper, [
      { matter: 'accounts', proposal: { kind: 'settle', resolution } },
      { matter: 'accounts', proposal: { kind: 'revoke', resolution } },
    ]);
    return;
  }
  const base = sim.chance.pick(bases);
  const proposal = { kind: 'challenge', on: { book: origin, index: resolution }, claimedMatter: 'lifting' } as const;
  const [raised] = yield* evening(sim, base, [{ matter: 'ordinary', proposal }]);
  yield* sealed(sim, base, actOf(raised, 'ChallengeRaised'));
  const input = { resolution, claimedMatter: 'lifting', below: base.origin } as const;
  if (yield* untilAccepted(sim, () => sim.do(origin, anyone, 'ChallengeClassification', input)))
    sim.play(consulted(sim, district, resolution, text));
}

export function* conditional(sim: Simulation, { upper }: District): Playing<void> {
  const condition = {
    event: 'El gobierno firma',
    by: plusDays(sim.now, 12),
    holdsIf: 'not-happened',
    certifier: 'actas',
    otherwise: 'in-force',
  } as const;
  const [done] = yield* upperEvening(sim, upper, [{ matter: 'ordinary', proposal: { kind: 'resolution', condition } }]);
  yield 24 * 60 * sim.chance.below(8);
  sim.do(upper.origin, upper.secretary, 'CertifyCondition', {
    condition: actOf(done, 'ConditionSet'),
    happened: sim.chance.pick(['yes', 'no', 'not-agreed'] as const),
    evidence: sha256('nada firmado'),
  });
}

/** A delegate puts on record what was signed elsewhere; the assembly must sit on it, and the bases have the last word. */
export function* outsidePact(sim: Simulation, district: District): Playing<void> {
  const { upper, bases } = district;
  const text = `Acta de entendimiento ${sim.step}`;
  sim.must(upper.origin, delegateOf(sim, upper, sim.chance.pick(bases)), 'RecordOutsidePact', {
    with: 'el ministerio',
    text,
    signedBy: 'presidencia',
    signedAt: plusDays(sim.now, -1),
  });
  const proposal = { kind: 'pact', with: 'el ministerio' } as const;
  const [done] = yield* upperEvening(sim, upper, [{ matter: 'pact', text, proposal }]);
  sim.play(consulted(sim, district, actOf(done, 'ResolutionAdopted'), text));
}

/** Numbered demands: one is said to be met and doubted, one is dropped only if the bases agree. */
export function* demandList(sim: Simulation, district: District): Playing<void> {
  const { upper, bases } = district;
  const { origin } = upper;
  const demands = ['Gas para los hogares', 'Agua', 'Escuela'];
  const [adopted] = yield* upperEvening(sim, upper, [
    { matter: 'ordinary', proposal: { kind: 'demand-list', demands } },
  ]);
  const list = actOf(adopted, 'DemandListAdopted');
  sim.do(origin, upper.secretary, 'ReportDemand', { list, number: 1, state: 'met', report: 'Llegó el gas.' });
  sim.do(origin, delegateOf(sim, upper, sim.chance.pick(bases)), 'ChallengeDemand', { list, number: 1 });
  const text = `Sin escuela ${sim.step}`;
  const proposal = { kind: 'change-demand', list, number: 3, state: 'dropped' } as const;
  const [done] = yield* upperEvening(sim, upper, [{ matter: 'lifting', text, proposal }]);
  sim.play(consulted(sim, district, actOf(done, 'ResolutionAdopted'), text));
}

/** Bases join a measure and withdraw their own people at once; services are exempted. */
export function* joined(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  const [measure] = tableEntries(sim.book(upper.origin).state.measures).at(-1) ?? [];
  if (measure === undefined) return;
  const above = { book: upper.origin, index: Number(measure) };
  for (const how of ['joined', 'withdrawn'] as const) {
    const proposal = { kind: 'join-measure', measure: above, how } as const;
    const [done] = yield* evening(sim, base, [{ matter: 'measure', proposal }]);
    yield* sealed(sim, base, actOf(done, 'MeasureJoined'));
  }
}
