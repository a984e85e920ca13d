// Assemblies that sit because they were made to, and what a sitting does with itself.
import { plusHours } from '../../src/index.ts';
import {
  announcing,
  type Base,
  bare,
  convene,
  decideByHands,
  evening,
  hallOf,
  indexOf,
  open,
  statuteWith,
} from './assembly.ts';
import { sha256 } from './book.ts';
import type { Federation } from './federation.ts';
import { anyone } from './federation.ts';
import { ask, demand, demanding, neighbour } from './sitting-scenes.ts';
import type { World } from './upper.ts';

export function playSittings(): World {
  const world = demanding();
  demandedSittings(world);
  aLongEvening(world);
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
  const notice = bare('accounts');
  fed.must(origin, presidium, 'ConveneSitting', { kind: 'ordinary', place: 'Sede', startsAt, notice });
  const sitting = Math.max(...fed.book(origin).state.activeSittings);
  fed.must(origin, presidium, 'NameNoticeText', { sitting, item: 0, textHash: sha256('Cuentas del año') });
  fed.must(origin, presidium, 'CallOffSitting', { sitting, reason: 'La sede se inundó.' });
}

/** Everything that a sitting does with itself, in one base. */
function aLongEvening({ fed, bases }: World): void {
  const base = bases[2] as Base;
  const { origin, presidium, secretary } = base;
  const statute = { ...statuteWith(), presidium: { offices: ['mesa', 'relatoría'] } };
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute } }]);
  const before = convene(fed, hallOf(base));
  open(fed, hallOf(base), before, base.members.length);
  fed.must(origin, presidium, 'CloseSitting', { sitting: before });
  const approved = fed.must(origin, secretary, 'ApproveMinutes', { sitting: before, text: 'Acta' });
  const sitting = convene(fed, hallOf(base), { notice: announcing('accounts', 'pact') });
  open(fed, hallOf(base), sitting, base.members.length);
  const holders = ['mesa', 'relatoría'].map((office, number) => ({ office, holder: base.members[4 + number] ?? '' }));
  const yes = base.members.length;
  const elected = { matter: 'ordinary', text: 'Mesa', proposal: { kind: 'elect-presidium', holders }, yes } as const;
  decideByHands(fed, hallOf(base), sitting, elected);
  const chair = neighbour(base, 4);
  const hall = { ...hallOf(base), chair };
  fed.must(origin, chair, 'ChangeAgenda', { sitting, order: [1, 0] });
  fed.must(origin, chair, 'TakeItem', { sitting, item: 1 });
  fed.must(origin, neighbour(base, 6), 'ChallengeQuorum', { sitting });
  countAgain(fed, base, sitting, 2);
  const minutes = indexOf(approved, 'MinutesApproved');
  const corrected = {
    matter: 'ordinary',
    text: 'Acta corregida',
    proposal: { kind: 'correct-minutes', minutes },
    yes,
  } as const;
  const done = decideByHands(fed, hall, sitting, corrected);
  const act = indexOf(done, 'VoteClosed');
  fed.must(origin, neighbour(base, 6), 'RecordObjection', { sitting, act, asksForCount: false, text: 'Sin debate' });
  fed.must(origin, neighbour(base, 5), 'RecordThreat', { act, text: 'Hubo amenazas en la puerta' });
  fed.must(origin, chair, 'RecessSitting', { sitting, until: plusHours(fed.now, 1) });
  fed.pass({ hours: 1 });
  countAgain(fed, base, sitting, 3);
  fed.must(origin, chair, 'ResumeSitting', { sitting });
  const recalled = { kind: 'recall-presidium', office: 'mesa' } as const;
  decideByHands(fed, hall, sitting, { matter: 'ordinary', text: 'Fuera la mesa', proposal: recalled, yes });
}

function countAgain(fed: Federation, { origin, members, tellers }: Base, sitting: number, round: number): void {
  for (const teller of tellers) fed.must(origin, teller, 'CountPresence', { sitting, round, present: members.length });
}
