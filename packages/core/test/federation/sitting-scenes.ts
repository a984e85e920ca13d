// Refusals of the rules of sittings, each with what leads to it.
import type { InputFor, Matter } from '../../src/index.ts';
import { plusDays, plusHours } from '../../src/index.ts';
import {
  announcing,
  type Base,
  bare,
  convene,
  evening,
  foundBase,
  hallOf,
  indexOf,
  nameOf,
  open,
  seal,
  statuteWith,
} from './assembly.ts';
import { sha256 } from './book.ts';
import { anyone, asMember, Federation } from './federation.ts';
import { federationOf, sitUpper, type World } from './upper.ts';

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

/** A base whose sittings elect their own presidium, and in which some matters are for some kinds of sitting. */
export function presided(
  kinds: Readonly<Partial<Record<Matter, readonly InputFor<'ConveneSitting'>['kind'][]>>> = {},
): { readonly fed: Federation; readonly base: Base } {
  const plain = statuteWith();
  const rules = plain.rules.map((rule) => {
    const sittings = kinds[rule.matter];
    return sittings === undefined ? rule : { ...rule, sittings };
  });
  const fed = new Federation();
  const offices = ['presidencia de debates', 'actas'];
  const base = foundBase(fed, 'villa-presidida', 10, statuteWith({ rules, presidium: { offices } }));
  fed.pass({ days: 31 });
  return { fed, base };
}

/** Demanded by matters, convened, and nobody has named the text in time. */
function demandedBare() {
  const { fed, bases } = demanding();
  const base = bases[0] as Base;
  demand(fed, base, ['accounts']);
  return { fed, base, sitting: convene(fed, hallOf(base), { notice: bare('accounts') }) };
}

/** A sitting with everybody there. */
export function inHall(
  fed: Federation,
  base: Base,
  kind: InputFor<'ConveneSitting'>['kind'] = 'ordinary',
  notice: InputFor<'ConveneSitting'>['notice'] = [],
): number {
  const sitting = convene(fed, hallOf(base), { kind, notice });
  open(fed, hallOf(base), sitting, base.members.length);
  return sitting;
}

type Codes =
  | 'demand-not-in-statute'
  | 'already-demanded'
  | 'too-few-demand'
  | 'consent-needed'
  | 'nothing-overdue'
  | 'sitting-was-demanded'
  | 'sitting-not-competent'
  | 'presidium-first'
  | 'in-recess'
  | 'recess-too-long'
  | 'not-in-recess'
  | 'quorum-challenged'
  | 'quorum-already-challenged'
  | 'not-the-agenda'
  | 'item-already-taken'
  | 'text-not-in-notice'
  | 'text-to-be-named'
  | 'text-too-late'
  | 'text-not-wanted';

export const sittingScenes: Readonly<Record<Codes, (scene: Scene) => void>> = {
  'demand-not-in-statute': () => {
    const fed = new Federation();
    const base = foundBase(fed, 'villa-de-arriba', 8, statuteWith({ convening: { above: true, days: 10 } }));
    const input = { matters: ['accounts' as const] };
    fed.refuses(base.origin, neighbour(base, 5), 'DemandSitting', input, 'demand-not-in-statute');
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
  'sitting-not-competent': () => {
    const { fed, base } = presided({ pact: ['congress'] });
    const sitting = inHall(fed, base, 'enlarged', announcing('pact'));
    const input = {
      sitting,
      matter: 'pact',
      title: 'Pacto',
      text: 'Pacto',
      proposal: { kind: 'pact', with: 'x' },
    } as const;
    fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'sitting-not-competent');
  },
  'presidium-first': () => {
    const { fed, base } = presided();
    const input = { sitting: inHall(fed, base), matter: 'ordinary', title: 'Agua', text: 'Agua' } as const;
    const motion = { ...input, proposal: { kind: 'resolution' } } as const;
    fed.refuses(base.origin, base.presidium, 'TableMotion', motion, 'presidium-first');
  },
  'in-recess': ({ fed, base, origin }) => {
    const sitting = inHall(fed, base);
    const until = plusHours(fed.now, 2);
    fed.must(origin, base.presidium, 'RecessSitting', { sitting, until });
    fed.refuses(origin, neighbour(base, 5), 'ChallengeQuorum', { sitting }, 'in-recess');
  },
  'recess-too-long': ({ fed, base, origin }) => {
    const long = { sitting: inHall(fed, base), until: plusDays(fed.now, 31) };
    fed.refuses(origin, base.presidium, 'RecessSitting', long, 'recess-too-long');
  },
  'not-in-recess': ({ fed, base, origin }) => {
    fed.refuses(origin, base.presidium, 'ResumeSitting', { sitting: inHall(fed, base) }, 'not-in-recess');
  },
  'quorum-challenged': ({ fed, base, origin }) => {
    const sitting = inHall(fed, base);
    fed.must(origin, neighbour(base, 5), 'ChallengeQuorum', { sitting });
    fed.refuses(origin, base.presidium, 'ChangeAgenda', { sitting, order: [] }, 'quorum-challenged');
  },
  'quorum-already-challenged': (scene) => {
    const { fed, upper } = scene;
    const sitting = sitUpper(scene);
    const tellers = [upper.presidium, upper.secretary];
    fed.must(upper.origin, upper.secretary, 'ChallengeQuorum', { sitting });
    fed.must(upper.origin, upper.presidium, 'AppointTellers', { sitting, tellers: tellers.map(nameOf) });
    for (const teller of tellers) fed.must(upper.origin, teller, 'CountPresence', { sitting, round: 1, present: 6 });
    fed.refuses(upper.origin, upper.secretary, 'ChallengeQuorum', { sitting }, 'quorum-already-challenged');
  },
  'not-the-agenda': ({ fed, base, origin }) => {
    const sitting = inHall(fed, base, 'ordinary', announcing('pact', 'accounts'));
    fed.refuses(origin, base.presidium, 'ChangeAgenda', { sitting, order: [0, 0] }, 'not-the-agenda');
  },
  'item-already-taken': ({ fed, base, origin }) => {
    const sitting = inHall(fed, base, 'ordinary', announcing('pact', 'accounts'));
    fed.must(origin, base.presidium, 'TakeItem', { sitting, item: 1 });
    fed.refuses(origin, base.presidium, 'TakeItem', { sitting, item: 1 }, 'item-already-taken');
  },
  'text-not-in-notice': () => {
    const { fed, base, sitting } = demandedBare();
    open(fed, hallOf(base), sitting, base.members.length);
    const motion = { sitting, matter: 'accounts', title: 'Cuentas', text: 'Cuentas' } as const;
    const input = { ...motion, proposal: { kind: 'resolution' } } as const;
    fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'text-not-in-notice');
  },
  'text-to-be-named': ({ fed, base, origin }) => {
    fed.refuses(origin, base.presidium, 'ConveneSitting', calling(fed, bare('pact')), 'text-to-be-named');
  },
  'text-too-late': () => {
    const { fed, base, sitting } = demandedBare();
    const input = { sitting, item: 0, textHash: sha256('Cuentas') };
    fed.refuses(base.origin, base.presidium, 'NameNoticeText', input, 'text-too-late');
  },
  'text-not-wanted': ({ fed, base, origin }) => {
    const sitting = convene(fed, hallOf(base), { notice: announcing('pact') });
    const input = { sitting, item: 0, textHash: sha256('Otro pacto') };
    fed.refuses(origin, base.presidium, 'NameNoticeText', input, 'text-not-wanted');
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
