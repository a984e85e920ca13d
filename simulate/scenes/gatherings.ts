// A square full of people: a range, and what it acclaims is for the bases to decide.
import { announcing, indexOf, table } from '../../packages/core/test/federation/assembly.ts';
import { crowd } from '../../packages/core/test/federation/story-gatherings.ts';
import type { Simulation } from '../world.ts';
import { consulted } from './consultation.ts';
import type { District } from './founding.ts';
import { actOf, nextEvening, type Playing } from './sitting.ts';

export function* square(sim: Simulation, district: District): Playing<void> {
  const { origin, presidium, secretary } = district.upper;
  const { startsAt, wait } = nextEvening(sim);
  const notice = announcing('ordinary');
  const convened = sim.must(origin, presidium, 'ConveneSitting', { kind: 'cabildo', place: 'Plaza', startsAt, notice });
  const sitting = indexOf(convened, 'SittingConvened');
  yield wait;
  sim.must(origin, secretary, 'EstimateCrowd', { sitting, ...crowd });
  const text = `Que el gas no se venda ${sim.step}`;
  const motion = table(sim, { origin, chair: presidium }, sitting, { matter: 'ordinary', text });
  const method = 'acclamation';
  const done = sim.must(origin, presidium, 'RecordAcclamation', {
    motion,
    method,
    asked: 3,
    objections: 0,
    countAsked: false,
  });
  sim.do(origin, presidium, 'CloseSitting', { sitting });
  sim.play(consulted(sim, district, actOf(done, 'ResolutionAdopted'), text));
}
