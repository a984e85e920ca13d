// Assemblies that sit because they were made to, and what a sitting does with itself.
import { plusHours } from '../../src/index.ts';
import { announcing, type Base, convene } from './assembly.ts';
import type { Federation } from './federation.ts';
import { anyone } from './federation.ts';
import { ask, demand, demanding, neighbour } from './sitting-scenes.ts';
import type { World } from './upper.ts';

export function playSittings(): World {
  const world = demanding();
  demandedSittings(world);
  return world;
}

function demandedSittings({ fed, upper, bases }: World): void {
  const [first, second] = bases as readonly [Base, Base];
  for (const base of [first, second]) ask(fed, base, upper.origin, ['accounts']);
  fed.must(upper.origin, anyone, 'ShowBasesDemand', { matters: ['accounts'] });
  demand(fed, first, ['accounts']);
  callOff(fed, first);
  fed.pass({ days: 10 });
  const chair = neighbour(first, 5);
  convene(fed, { origin: first.origin, chair, tellers: first.tellers }, { notice: announcing('accounts') });
}

function callOff(fed: Federation, { origin, presidium }: Base): void {
  const startsAt = plusHours(fed.now, 72);
  const notice = announcing('accounts');
  fed.must(origin, presidium, 'ConveneSitting', { kind: 'ordinary', place: 'Sede', startsAt, notice });
  const sitting = Math.max(...fed.book(origin).state.activeSittings);
  fed.must(origin, presidium, 'CallOffSitting', { sitting, reason: 'La sede se inundó.' });
}
