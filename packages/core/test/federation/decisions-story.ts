// What becomes of decisions: challenged, revoked, conditional; pacts behind the bases' backs; measures and demands.
import assert from 'node:assert/strict';
import { type Base, evening, indexOf, type Matter, seal, statuteWith } from './assembly.ts';
import { sha256 } from './book.ts';
import { anyone, type Done } from './federation.ts';
import { decideByRollCall, federationOf, seatActor, sitUpper, type World } from './upper.ts';

export type Item = Parameters<typeof decideByRollCall>[2];

const essentials = { certifiers: ['actas'], essential: ['Ambulancias'] };

export const decisionsStatute = statuteWith(essentials);

/** One sitting of the assembly above that decides one thing; everybody votes yes. */
export function decideAbove(world: World, item: Item): Done {
  const { fed, upper } = world;
  const sitting = item.matter === 'ordinary' ? sitUpper(world) : sitUpper(world, item);
  const done = decideByRollCall(world, sitting, item);
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  return done;
}

/** The resolution goes down, these bases answer, and it is closed at its deadline. */
export function consult(
  { fed, upper, bases }: World,
  resolution: number,
  text: string,
  verdicts: readonly ('yes' | 'no')[],
): Done {
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  const index = indexOf(issued, 'ConsultationIssued');
  for (const [number, verdict] of verdicts.entries()) {
    const base = bases[number] as Base;
    const proposal = {
      kind: 'answer',
      consultation: { book: upper.origin, index },
      textHash: sha256(text),
    } as const;
    const hands = verdict === 'yes' ? { yes: 7, no: 1 } : { yes: 1, no: 7 };
    const done = inBase(world(fed, upper, bases), base, { matter: 'consultation', proposal, ...hands });
    seal(fed, base, indexOf(done, 'ConsultationAnswered'));
  }
  fed.pass({ days: 20 });
  return fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation: index });
}

const world = (fed: World['fed'], upper: World['upper'], bases: World['bases']): World => ({ fed, upper, bases });

/** One evening of a base with one item. */
export function inBase({ fed }: World, base: Base, item: Parameters<typeof evening>[2][number]): Done {
  const [done] = evening(fed, base, [item]);
  assert.ok(done);
  return done;
}

export const nth = ({ bases }: World, number: number): Base => bases[number] as Base;

/** The first seat of that base in the assembly above. */
export const seatOf = ({ fed, upper }: World, base: Base) => seatActor(fed, upper.origin, `${base.origin}#1`);

export const declare = (world: World, more: object = {}): number =>
  indexOf(
    decideAbove(world, {
      matter: 'measure',
      proposal: { kind: 'measure', what: 'Bloqueo', place: 'Río Seco', from: world.fed.now, ...more },
    }),
    'MeasureDeclared',
  );

export const demandList = (world: World): number =>
  indexOf(
    decideAbove(world, {
      matter: 'ordinary',
      proposal: { kind: 'demand-list', demands: ['Gas para los hogares', 'Agua', 'Escuela'] },
    }),
    'DemandListAdopted',
  );

/** Everything that this part of the rules can write, once. */
export function playDecisions(): World {
  const told = federationOf({ upperStatute: decisionsStatute });
  const { fed, upper } = told;
  challenged(told);
  conditional(told);
  fed.must(upper.origin, seatOf(told, nth(told, 1)), 'RecordOutsidePact', {
    with: 'el ministerio',
    text: 'Acta de entendimiento',
    signedBy: 'presidencia',
    signedAt: fed.now,
  });
  measures(told);
  demands(told);
  return told;
}

function challenged(told: World): void {
  const { fed, upper } = told;
  const base = nth(told, 1);
  const truce = indexOf(decideAbove(told, { matter: 'ordinary', text: 'Tregua' }), 'ResolutionAdopted');
  const on = { book: upper.origin, index: truce };
  const raised = inBase(told, base, {
    matter: 'ordinary',
    proposal: { kind: 'challenge', on, claimedMatter: 'lifting' },
  });
  seal(fed, base, indexOf(raised, 'ChallengeRaised'));
  fed.must(upper.origin, anyone, 'ChallengeClassification', {
    resolution: truce,
    claimedMatter: 'lifting',
    below: base.origin,
  });
  consult(told, truce, 'Tregua', ['no', 'no']);
  const accounts = indexOf(decideAbove(told, { matter: 'ordinary', text: 'Cuentas' }), 'ResolutionAdopted');
  fed.must(upper.origin, seatOf(told, base), 'ChallengeClassification', {
    resolution: accounts,
    claimedMatter: 'accounts',
  });
  decideAbove(told, { matter: 'accounts', proposal: { kind: 'settle', resolution: accounts } });
  decideAbove(told, { matter: 'accounts', proposal: { kind: 'revoke', resolution: accounts } });
}

function conditional({ fed, upper, bases }: World): void {
  const told = { fed, upper, bases };
  const by = new Date(Date.parse(fed.now) + 10 * 86_400_000).toISOString().slice(0, 19);
  const condition = {
    event: 'El gobierno firma',
    by: `${by}Z`,
    holdsIf: 'not-happened',
    certifier: 'actas',
    otherwise: 'in-force',
  } as const;
  const done = decideAbove(told, { matter: 'ordinary', proposal: { kind: 'resolution', condition } });
  fed.pass({ days: 11 });
  fed.must(upper.origin, upper.secretary, 'CertifyCondition', {
    condition: indexOf(done, 'ConditionSet'),
    happened: 'no',
    evidence: sha256('nada firmado'),
  });
}

function measures(told: World): void {
  const { fed, upper } = told;
  const base = nth(told, 0);
  const measure = declare(told);
  const above = { book: upper.origin, index: measure };
  for (const how of ['joined', 'withdrawn'] as const) {
    const done = inBase(told, base, { matter: 'measure', proposal: { kind: 'join-measure', measure: above, how } });
    seal(fed, base, indexOf(done, 'MeasureJoined'));
  }
  decideAbove(told, { matter: 'ordinary', proposal: { kind: 'exempt-service', measure, service: 'dialysis' } });
}

function demands(told: World): void {
  const { fed, upper } = told;
  const list = demandList(told);
  fed.must(upper.origin, upper.secretary, 'ReportDemand', { list, number: 1, state: 'met', report: 'Llegó el gas.' });
  fed.must(upper.origin, seatOf(told, nth(told, 1)), 'ChallengeDemand', { list, number: 1 });
  const drop = { kind: 'change-demand', list, number: 3, state: 'dropped' } as const;
  const done = decideAbove(told, { matter: 'lifting', text: 'Sin escuela', proposal: drop });
  consult(told, indexOf(done, 'ResolutionAdopted'), 'Sin escuela', ['yes', 'yes']);
}

export type { Matter };
