// What a resolution asks to be done: given to an office or a body, with a day, reported on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plusDays, plusMinutes, tableGet, taskStanding } from '../src/index.ts';
import { type Base, convene, decideByHands, hallOf, indexOf, open } from './federation/assembly.ts';
import { decideByRollCall, federationOf, seatActor, sitUpper } from './federation/upper.ts';

const settled = federationOf();

function resolved(hands = { yes: 8 }) {
  const fed = settled.fed.fork();
  const base = settled.bases[0] as Base;
  const hall = hallOf(base);
  const sitting = convene(fed, hall);
  open(fed, hall, sitting, base.members.length);
  const due = plusDays(fed.now, 5);
  const task = { to: { kind: 'office', office: 'actas' }, what: 'Llevar la carta', due } as const;
  const proposal = { kind: 'resolution', tasks: [task] } as const;
  const done = decideByHands(fed, hall, sitting, { matter: 'ordinary', proposal, ...hands });
  const taskAt = (index: number) => {
    const found = tableGet(fed.book(base.origin).state.tasks, index);
    assert.ok(found);
    return found;
  };
  return { fed, base, due, done, taskAt };
}

test('a resolution that carries gives out its tasks with the words that were voted; one that does not, none', () => {
  const { done, due, taskAt } = resolved();
  const { to, what, due: until } = taskAt(indexOf(done, 'TaskAssigned'));
  assert.deepEqual([to, what, until], [{ kind: 'office', office: 'actas' }, 'Llevar la carta', due]);
  assert.ok(resolved({ yes: 0 }).done.acts.every(({ act }) => act !== 'TaskAssigned'));
});

test('a task is overdue from the moment its day has passed, without anybody writing that', () => {
  const { fed, base, done, due, taskAt } = resolved();
  const task = indexOf(done, 'TaskAssigned');
  assert.equal(taskStanding(taskAt(task), due), 'open');
  assert.equal(taskStanding(taskAt(task), plusMinutes(due, 1)), 'overdue');
  fed.must(base.origin, base.secretary, 'ReportTask', { task, state: 'in-part', report: 'Falta una firma.' });
  assert.equal(taskStanding(taskAt(task), due), 'in-part');
  assert.equal(taskStanding(taskAt(task), plusMinutes(due, 1)), 'overdue');
  fed.must(base.origin, base.secretary, 'ReportTask', { task, state: 'not-done', report: 'No la recibieron.' });
  assert.equal(taskStanding(taskAt(task), plusMinutes(due, 1)), 'not-done');
  fed.must(base.origin, base.secretary, 'ReportTask', { task, state: 'done', report: 'Entregada.' });
  assert.equal(taskStanding(taskAt(task), plusMinutes(due, 1)), 'done');
});

test('only the office that has the task reports on it', () => {
  const { fed, base, done } = resolved();
  const input = { task: indexOf(done, 'TaskAssigned'), state: 'done', report: 'Hecho.' } as const;
  fed.refuses(base.origin, base.presidium, 'ReportTask', input, 'not-allowed');
  fed.refuses(base.origin, base.secretary, 'ReportTask', { ...input, task: 1 }, 'not-found');
});

test('the presidium gives what a resolution in force asks for to a body below, whose delegates report', () => {
  const world = { ...settled, fed: settled.fed.fork() };
  const { fed, upper, bases } = world;
  const [base, other] = bases as [Base, Base];
  const done = decideByRollCall(world, sitUpper(world), { matter: 'ordinary', text: 'Ollas comunes' });
  const resolution = indexOf(done, 'ResolutionAdopted');
  const given = { resolution, what: 'Prestar las ollas', due: plusDays(fed.now, 3) };
  const to = (body: string) => ({ ...given, to: { kind: 'body', body } as const });
  fed.refuses(upper.origin, upper.presidium, 'AssignTask', to('el-alto.example/nobody'), 'not-affiliated');
  const office = { kind: 'office', office: 'tesoro' } as const;
  fed.refuses(upper.origin, upper.presidium, 'AssignTask', { ...given, to: office }, 'office-not-in-statute');
  fed.refuses(upper.origin, upper.presidium, 'AssignTask', { ...to(base.origin), resolution: 0 }, 'not-found');
  const task = indexOf(fed.must(upper.origin, upper.presidium, 'AssignTask', to(base.origin)), 'TaskAssigned');
  const input = { task, state: 'done', report: 'Prestadas.' } as const;
  const seat = (of: Base) => seatActor(fed, upper.origin, `${of.origin}#2`);
  fed.refuses(upper.origin, seat(other), 'ReportTask', input, 'not-allowed');
  fed.must(upper.origin, seat(base), 'ReportTask', input);
});
