// Refusals of the rules of sittings, each with what leads to it.
import type { InputFor, Matter } from '../../src/index.ts';
import { plusHours } from '../../src/index.ts';
import { announcing, type Base, convene, evening, hallOf, indexOf, seal, statuteWith } from './assembly.ts';
import { anyone, asMember, type Federation } from './federation.ts';
import { federationOf, type World } from './upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

/** A federation whose statutes let members, bases and the body above demand sittings. */
export const demanding = (): World =>
  federationOf({
    statute: statuteWith({ convening: { members: { num: 1, den: 3 }, above: true, days: 10 } }),
    upperStatute: statuteWith({
      convening: { members: { num: 1, den: 2 }, affiliates: { num: 1, den: 2 }, days: 10 },
    }),
  });

export const neighbour = ({ members }: Base, number: number) => asMember(members[number] ?? '');

/** So many neighbours who are no officers demand a sitting on these matters. */
export function demand(fed: Federation, base: Base, matters: readonly Matter[], supporters = 3) {
  const done = [4, 5, 6, 7, 2, 3]
    .slice(0, supporters)
    .map((number) => fed.must(base.origin, neighbour(base, number), 'DemandSitting', { matters: [...matters] }));
  return done.at(-1) as (typeof done)[number];
}

/** A body asks another one, by its own vote and sealed. */
export function ask(fed: Federation, base: Base, of: string, matters: readonly Matter[]): number {
  const [done] = evening(fed, base, [
    { matter: 'ordinary', proposal: { kind: 'ask-sitting', of, matters: [...matters] } },
  ]);
  if (done === undefined) throw new Error('it was decided');
  const act = indexOf(done, 'SittingAsked');
  seal(fed, base, act);
  return act;
}

export const calling = (
  fed: Federation,
  notice: InputFor<'ConveneSitting'>['notice'],
  kind: InputFor<'ConveneSitting'>['kind'] = 'extraordinary',
): InputFor<'ConveneSitting'> => ({ kind, place: 'Cancha', startsAt: plusHours(fed.now, 48), notice });

type Codes =
  | 'demand-not-in-statute'
  | 'already-demanded'
  | 'too-few-demand'
  | 'consent-needed'
  | 'nothing-overdue'
  | 'sitting-was-demanded';

export const sittingScenes: Readonly<Record<Codes, (scene: Scene) => void>> = {
  'demand-not-in-statute': ({ fed, origin, base }) => {
    fed.refuses(origin, neighbour(base, 5), 'DemandSitting', { matters: ['accounts'] }, 'demand-not-in-statute');
  },
  'already-demanded': () => {
    const { fed, bases } = demanding();
    const base = bases[0] as Base;
    demand(fed, base, ['accounts'], 1);
    const again = { matters: ['accounts'] } satisfies InputFor<'DemandSitting'>;
    fed.refuses(base.origin, neighbour(base, 4), 'DemandSitting', again, 'already-demanded');
  },
  'too-few-demand': () => {
    const { fed, upper, bases } = demanding();
    ask(fed, bases[0] as Base, upper.origin, ['accounts']);
    fed.refuses(upper.origin, anyone, 'ShowBasesDemand', { matters: ['accounts'] }, 'too-few-demand');
  },
  'consent-needed': () => {
    const { fed, upper, bases } = demanding();
    const input = { above: upper.origin, matters: ['accounts'] } satisfies InputFor<'ShowDemandFromAbove'>;
    fed.refuses((bases[0] as Base).origin, anyone, 'ShowDemandFromAbove', input, 'consent-needed');
  },
  'nothing-overdue': ({ fed, origin, base }) => {
    fed.refuses(origin, neighbour(base, 5), 'ConveneSitting', calling(fed, announcing('accounts')), 'nothing-overdue');
  },
  'sitting-was-demanded': () => {
    const { fed, bases } = demanding();
    const base = bases[0] as Base;
    demand(fed, base, ['accounts']);
    fed.pass({ days: 10 });
    const hall = { ...hallOf(base), chair: neighbour(base, 5) };
    const sitting = convene(fed, hall, { notice: announcing('accounts') });
    const input = { sitting, reason: 'Por fuerza mayor' };
    fed.refuses(base.origin, base.presidium, 'CallOffSitting', input, 'not-allowed');
    fed.refuses(base.origin, hall.chair, 'CallOffSitting', input, 'sitting-was-demanded');
  },
};
