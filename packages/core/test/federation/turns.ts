// A community whose water warden goes round by turn.
import type { Statute } from '../../src/index.ts';
import { type Base, indexOf, keyOf, seal, statuteWith } from './assembly.ts';
import { asMember, type Done, type Federation } from './federation.ts';
import { federationOf } from './upper.ts';

export const warden = 'juez de aguas';

export interface Community {
  readonly fed: Federation;
  readonly base: Base;
  readonly order: readonly string[];
}

type Round = NonNullable<Statute['rotation']>[number]['among'];

export const turningStatute = (among: Round = 'members'): Statute =>
  statuteWith({
    offices: [
      { office: 'presidencia', role: 'presidium' },
      { office: 'actas', role: 'secretary' },
      { office: warden, role: 'teller' },
    ],
    rotation: [{ office: warden, among }],
  });

export function community(among?: Round): Community {
  const { fed, bases } = federationOf({ statute: turningStatute(among) });
  const base = bases[0] as Base;
  return { fed, base, order: [...fed.book(base.origin).vault.members.keys()] };
}

export const keyOfWarden = ({ base }: Community, member: string): string => keyOf(base.origin, `${warden} ${member}`);

export function take(place: Community, member: string): Done {
  const asked = { office: warden, key: keyOfWarden(place, member) };
  return place.fed.must(place.base.origin, asMember(member), 'TakeTurn', asked);
}

/** Whoever may take it now; those who have an office already decline when it comes to them. */
export function nextOf({ fed, base, order }: Community): string {
  for (const _again of order)
    for (const member of order) {
      const asked = { office: warden, key: keyOf(base.origin, `${warden} ${member}`) };
      const decision = fed.fork().do(base.origin, asMember(member), 'TakeTurn', asked);
      if (decision.ok) return member;
      if (decision.refusal.code === 'holder-twice')
        fed.must(base.origin, asMember(member), 'DeclineTurn', { office: warden });
    }
  throw new Error('it is nobody’s turn');
}

export function playTurns(): Community {
  const place = community();
  const { fed, base } = place;
  const first = nextOf(place);
  fed.must(base.origin, asMember(first), 'DeclineTurn', { office: warden });
  const done = take(place, nextOf(place));
  seal(fed, base, indexOf(done, 'OfficeTurnTaken'));
  return place;
}
