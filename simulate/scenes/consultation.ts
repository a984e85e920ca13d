// A question goes down to the bases: most answer in time, some twice, some too late, some not at all; some answers are doubted.
import { announcing, type Base } from '../../packages/core/test/federation/assembly.ts';
import { sha256 } from '../../packages/core/test/federation/book.ts';
import { anyone, type Done } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { actOf, delegateOf, evening, type Playing, sealed, untilAccepted } from './sitting.ts';

const day = 24 * 60;

export function* consulted(sim: Simulation, district: District, resolution: number, text: string): Playing<void> {
  const { chance } = sim;
  const { origin, presidium } = district.upper;
  const issued = sim.must(origin, presidium, 'IssueConsultation', { resolution });
  const index = actOf(issued, 'ConsultationIssued');
  const question = { upper: origin, index, text };
  for (const base of district.bases)
    for (let times = chance.pick([0, 1, 1, 1, 2]); times > 0; times--)
      sim.play(answer(sim, base, question, district), (chance.pick([0, 13]) + chance.below(6)) * day);
  // Some close days late: what comes after the deadline still does not count.
  yield 20 * day + 10 + chance.below(4 * day);
  const close = () => sim.do(origin, presidium, 'CloseConsultation', { consultation: index });
  if (!(yield* untilAccepted(sim, close, 3)) || chance.happens(0.3)) return;
  const base = chance.pick(district.bases);
  const reason = 'La asamblea no tuvo convocatoria.';
  const delegate = delegateOf(sim, district.upper, chance.pick(district.upper.bases));
  for (const below of [base, ...district.bases].map((one) => one.origin)) {
    if (!sim.do(origin, delegate, 'ChallengeConsultation', { consultation: index, below, reason }).ok) continue;
    const again = district.bases.find((one) => one.origin === below);
    if (again !== undefined && chance.happens(0.7)) sim.play(answer(sim, again, question, district));
    yield (3 + chance.below(4)) * day;
    yield* untilAccepted(sim, close, 12);
    return;
  }
}

interface Question {
  readonly upper: string;
  readonly index: number;
  readonly text: string;
}

function* answer(sim: Simulation, base: Base, question: Question, { ways }: District): Playing<void> {
  const { upper, index } = question;
  const done = yield* sim.chance.happens(0.2) ? onPaper(sim, base, question) : inHall(sim, base, question);
  yield* sealed(sim, base, actOf(done, 'ConsultationAnswered'));
  if (sim.chance.happens(0.5)) return;
  const through = ways?.get(base)?.map(({ origin }) => origin);
  const input = { consultation: index, below: base.origin, ...(through === undefined ? {} : { through }) };
  yield* untilAccepted(sim, () => sim.do(upper, anyone, 'ReceiveAnswer', input), 4);
}

function* inHall(sim: Simulation, base: Base, { upper, index, text }: Question): Playing<Done | undefined> {
  const proposal = { kind: 'answer', consultation: { book: upper, index }, textHash: sha256(text) } as const;
  const [done] = yield* evening(sim, base, [{ matter: 'consultation', proposal }]);
  return done;
}

/** Held now and entered some days later: in time, too late, or after a sitting that has answered meanwhile. */
function* onPaper(sim: Simulation, base: Base, { upper, index, text }: Question): Playing<Done | undefined> {
  const heldAt = sim.now;
  yield (1 + sim.chance.below(9)) * day;
  const answers = { book: upper, index };
  const hands = { yes: sim.chance.below(4), no: sim.chance.below(4), abstain: 0 };
  const done = sim.do(base.origin, base.secretary, 'EnterLateSitting', {
    heldAt,
    place: 'Cancha',
    call: 'first',
    present: 4 + sim.chance.below(5),
    notice: announcing({ matter: 'consultation', text }),
    decisions: [{ matter: 'consultation', title: 'Consulta', text, ...hands, answers }],
  });
  return done.ok ? done.done : undefined;
}
