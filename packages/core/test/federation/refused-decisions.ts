// What leads to each refusal about challenges, conditions, measures and demands.
import { plusDays, tableEntries } from '../../src/index.ts';
import { type Base, evening, indexOf, statuteWith } from './assembly.ts';
import { sha256 } from './book.ts';
import { type Item, seatOf } from './decisions-story.ts';
import { anyone, asMember, type Done } from './federation.ts';
import { answerBelow, askAll, type Tiered, tiered } from './tiers-story.ts';
import type { World } from './upper.ts';

interface Scene extends World {
  readonly base: Base;
}

const only = ({ fed, base }: Scene, item: Item): Done => evening(fed, base, [item])[0] as Done;

const adopt = (scene: Scene): number => indexOf(only(scene, { matter: 'ordinary' }), 'ResolutionAdopted');

const memberOf = ({ base }: Scene) => asMember(base.members[6] ?? '');

function refusedIn(scene: Scene, item: Item, code: Parameters<World['fed']['refuses']>[4]): void {
  let said = '';
  try {
    only(scene, item);
  } catch (error) {
    said = String(error);
  }
  if (!said.includes(`"${code}"`)) throw new Error(`not refused with ${code}: ${said}`);
}

function certifiable(scene: Scene): void {
  const statute = statuteWith({ certifiers: ['actas'] });
  only(scene, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
}

const conditionOn = ({ fed }: Scene, days: number) => ({
  event: 'Firman',
  by: plusDays(fed.now, days),
  holdsIf: 'happened' as const,
  certifier: 'actas',
  otherwise: 'void' as const,
});

const refusedDecision = (days: number, code: 'not-a-certifier' | 'condition-day-passed') => (scene: Scene) => {
  if (code === 'condition-day-passed') certifiable(scene);
  const proposal = { kind: 'resolution', condition: conditionOn(scene, days) } as const;
  refusedIn(scene, { matter: 'ordinary', proposal }, code);
};

const list = (scene: Scene): number =>
  indexOf(
    only(scene, { matter: 'ordinary', proposal: { kind: 'demand-list', demands: ['Agua'] } }),
    'DemandListAdopted',
  );

function exempted(
  scene: Scene,
  service: string,
  limits: object,
  code: 'wider-than-essential' | 'exemption-over',
): void {
  const call = { kind: 'measure', what: 'Paro', place: 'Barrio', from: scene.fed.now } as const;
  const measure = indexOf(only(scene, { matter: 'measure', proposal: call }), 'MeasureDeclared');
  refusedIn(scene, { matter: 'ordinary', proposal: { kind: 'exempt-service', measure, service, limits } }, code);
}

function calledAs(scene: Scene, where: object, code: Parameters<typeof refusedIn>[2]): void {
  const proposal = { kind: 'measure', what: 'Paro', from: scene.fed.now, ...where } as const;
  refusedIn(scene, { matter: 'measure', proposal }, code);
}

function publishing(scene: Scene, sensitive: 'coarsened' | 'public'): void {
  const statute = statuteWith({ publicity: { votes: 'roll-call', sensitive } });
  only(scene, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
}

export const refusedDecisions = {
  'resolution-not-in-force': (scene: Scene) => {
    const resolution = adopt(scene);
    const revoke = { matter: 'ordinary', proposal: { kind: 'revoke', resolution } } as const;
    only(scene, revoke);
    refusedIn(scene, revoke, 'resolution-not-in-force');
  },
  'already-challenged': (scene: Scene) => {
    const { fed, base } = scene;
    const input = { resolution: adopt(scene), claimedMatter: 'pact' } as const;
    fed.must(base.origin, memberOf(scene), 'ChallengeClassification', input);
    fed.refuses(base.origin, memberOf(scene), 'ChallengeClassification', input, 'already-challenged');
  },
  'challenge-period-over': (scene: Scene) => {
    const { fed, base } = scene;
    const input = { resolution: adopt(scene), claimedMatter: 'pact' } as const;
    fed.pass({ days: 31 });
    fed.refuses(base.origin, memberOf(scene), 'ChallengeClassification', input, 'challenge-period-over');
  },
  'not-challenged': (scene: Scene) => {
    const proposal = { kind: 'settle', resolution: adopt(scene) } as const;
    refusedIn(scene, { matter: 'ordinary', proposal }, 'not-challenged');
  },
  'bases-must-ratify': (scene: Scene) => {
    const { fed, base } = scene;
    const number = { list: list(scene), number: 1 };
    const met = { ...number, state: 'met', report: 'Llegó' } as const;
    fed.must(base.origin, base.secretary, 'ReportDemand', met);
    fed.must(base.origin, memberOf(scene), 'ChallengeDemand', number);
    fed.refuses(base.origin, base.secretary, 'ReportDemand', met, 'bases-must-ratify');
  },
  'cannot-be-revoked': (scene: Scene) => {
    const measured = only(scene, {
      matter: 'measure',
      proposal: { kind: 'measure', what: 'Paro', place: 'Ceja', from: scene.fed.now },
    });
    const lift = { kind: 'lift', measure: indexOf(measured, 'MeasureDeclared'), how: 'end' } as const;
    const resolution = indexOf(only(scene, { matter: 'lifting', proposal: lift }), 'ResolutionAdopted');
    refusedIn(scene, { matter: 'lifting', proposal: { kind: 'revoke', resolution } }, 'cannot-be-revoked');
  },
  'not-a-certifier': refusedDecision(5, 'not-a-certifier'),
  'condition-day-passed': refusedDecision(-1, 'condition-day-passed'),
  'already-certified': (scene: Scene) => {
    const { fed, base } = scene;
    certifiable(scene);
    const proposal = { kind: 'resolution', condition: conditionOn(scene, 9) } as const;
    const condition = indexOf(only(scene, { matter: 'ordinary', proposal }), 'ConditionSet');
    const found = { condition, happened: 'yes', evidence: sha256('acta') } as const;
    fed.must(base.origin, base.secretary, 'CertifyCondition', found);
    fed.refuses(base.origin, base.secretary, 'CertifyCondition', found, 'already-certified');
  },
  'already-so': (scene: Scene) => {
    const { fed, base } = scene;
    const input = { list: list(scene), number: 1, state: 'open', report: 'Nada' } as const;
    fed.refuses(base.origin, base.secretary, 'ReportDemand', input, 'already-so');
  },
  'wider-than-essential': (scene: Scene) => exempted(scene, 'Todo el tránsito', {}, 'wider-than-essential'),
  'exemption-over': (scene: Scene) => exempted(scene, 'water', { until: scene.fed.now }, 'exemption-over'),
  'place-missing': (scene: Scene) => calledAs(scene, {}, 'place-missing'),
  'area-not-published': (scene: Scene) => calledAs(scene, { place: 'Ceja', area: 'Distrito 1' }, 'area-not-published'),
  'area-missing': (scene: Scene) => {
    publishing(scene, 'coarsened');
    calledAs(scene, { place: 'Ceja', area: 'La Ceja de El Alto', publish: true }, 'area-missing');
  },
  'publication-not-confirmed': (scene: Scene) => {
    publishing(scene, 'public');
    calledAs(scene, { place: 'Ceja' }, 'publication-not-confirmed');
  },
  'nothing-reported': (scene: Scene) => {
    const { fed, upper, base } = scene;
    fed.refuses(upper.origin, seatOf(scene, base), 'ChallengeDemand', { list: 1, number: 1 }, 'not-found');
    const number = { list: list(scene), number: 1 };
    fed.refuses(base.origin, memberOf(scene), 'ChallengeDemand', number, 'nothing-reported');
  },
  'not-a-base': () => {
    const { fed, upper, below } = consulted();
    const { origin } = below[0] as Base;
    const book = fed.book(origin);
    // A body between that answers: what it says of itself is that it is no base.
    const { body } = book.state;
    if (body !== null) book.state = { ...book.state, body: { ...body, kind: 'delegate' } };
    const consultation = Number(tableEntries(fed.book(upper.origin).state.consultations)[0]?.[0]);
    fed.refuses(upper.origin, anyone, 'ReceiveAnswer', { consultation, below: origin }, 'not-a-base');
  },
  'changes-nothing': () => {
    const { fed, upper, below, bases } = consulted();
    const consultation = Number(tableEntries(fed.book(upper.origin).state.consultations)[0]?.[0]);
    fed.pass({ days: 20 });
    fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
    const seat = seatOf({ fed, upper, bases }, bases[1] as Base);
    const input = { consultation, below: below[0]?.origin ?? '', reason: 'Duda' };
    fed.refuses(upper.origin, seat, 'ChallengeConsultation', input, 'changes-nothing');
  },
};

/** A consultation through the tiers that three bases have answered with yes. */
function consulted(): Tiered {
  const world = tiered();
  const { consultation } = askAll(world);
  for (const number of [0, 1, 2]) answerBelow(world, number, consultation, 'yes');
  return world;
}
