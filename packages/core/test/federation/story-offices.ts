// Offices and seats that change hands before their time: recalled, resigned, filled anew.
import assert from 'node:assert/strict';
import { plusMonths } from '../../src/index.ts';
import { announcing, type Base, convene, decideByHands, evening, hallOf, keyOf, open, slate } from './assembly.ts';
import { asMember } from './federation.ts';
import { federationOf, type World } from './upper.ts';

export function playOffices(): World {
  const world = federationOf();
  recallAndResign(world);
  return world;
}

/** The secretary is recalled, the presidency resigns; then anyone convenes the election, and presides. */
function recallAndResign({ fed, bases }: World): void {
  const base = bases[0] as Base;
  const { origin, members } = base;
  const [done] = evening(fed, base, [{ matter: 'recall', proposal: recalling('actas', members[1]) }]);
  assert.ok(done);
  fed.must(origin, base.presidium, 'ResignOffice', { office: 'presidencia' });
  electAnew({ fed }, base, [members[4] ?? '', members[5] ?? '']);
}

export const recalling = (office: string, holder = '') => ({ kind: 'recall-officer', office, holder }) as const;

/** An election that a member convenes and presides, after the officers' heads. */
export function electAnew({ fed }: Pick<World, 'fed'>, base: Base, elected: readonly [string, string]): Base {
  const hall = { ...hallOf(base), chair: asMember(base.members[6] ?? '') };
  const sitting = convene(fed, hall, { notice: announcing('election') });
  open(fed, hall, sitting, base.members.length);
  const proposal = slate(fed, base.origin, elected);
  decideByHands(fed, hall, sitting, { matter: 'election', proposal, yes: base.members.length });
  const [presidium, secretary] = [asMember(elected[0]), asMember(elected[1])];
  fed.must(base.origin, hall.chair, 'CloseSitting', { sitting });
  return { ...base, presidium, secretary };
}

/** The same list for a term that begins later. */
export function slateFrom(origin: string, [president, secretary]: readonly [string, string], from: string) {
  return {
    kind: 'elect-officers',
    officers: [
      { office: 'presidencia', holder: president, key: keyOf(origin, `presidencia ${president}`) },
      { office: 'actas', holder: secretary, key: keyOf(origin, `actas ${secretary}`) },
    ],
    from,
    until: plusMonths(from, 24),
  } as const;
}
