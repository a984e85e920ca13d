// Offices and seats that change hands before their time: recalled, resigned, filled anew.
import assert from 'node:assert/strict';
import { plusMonths, tableEntries } from '../../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  decideByHands,
  evening,
  hallOf,
  indexOf,
  keyOf,
  open,
  openVote,
  seal,
  slate,
  table,
} from './assembly.ts';
import { sha256 } from './book.ts';
import { anyone, asMember, type Federation } from './federation.ts';
import { callOut, federationOf, seatActor, sitUpper, type World } from './upper.ts';

export function playOffices(): World {
  const world = federationOf();
  dividedMandate(world);
  emptySeat(world);
  recallAndResign(world);
  return world;
}

/** The second base's second delegate has died: the base says so, and whoever has heard of it shows it above. */
function emptySeat(world: World): void {
  const { fed, upper, bases } = world;
  const base = bases[1] as Base;
  declareEmpty(fed, base, { seat: 2, reason: 'died' });
  fed.must(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 2 });
}

/** The base declares a seat of its last election empty, and seals it. */
export function declareEmpty(
  fed: Federation,
  base: Base,
  { seat, reason }: { readonly seat: number; readonly reason: 'died' | 'moved' | 'absent' },
): number {
  const election = Number(tableEntries(fed.book(base.origin).state.elections).at(-1)?.[0]);
  const [done] = evening(fed, base, [{ matter: 'recall', proposal: { kind: 'vacate-seat', election, seat, reason } }]);
  assert.ok(done);
  const index = indexOf(done, 'SeatVacated');
  seal(fed, base, index);
  return index;
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

/** A motion of the assembly above on which the first base divides its mandate, 70 to 30, sealed. */
export function divided(world: World): { readonly sitting: number; readonly motion: number; readonly base: Base } {
  const { fed, upper, bases } = world;
  const base = bases[0] as Base;
  const sitting = sitUpper(world);
  const motion = table(fed, { origin: upper.origin, chair: upper.presidium }, sitting, agua);
  const on = { book: upper.origin, index: motion };
  const division = { yes: 70, no: 30, abstain: 0 };
  const proposal = {
    kind: 'mandate',
    on,
    textHash: sha256(agua.text),
    instruction: 'split',
    divided: division,
  } as const;
  const [done] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'MandateDivided'));
  return { sitting, motion, base };
}

const agua = { matter: 'ordinary', title: 'Agua', text: 'Agua para todos' } as const;

/** Every seat answers, those of the first base on either side; then the vote is closed. */
export function answerDivided({ fed, upper }: World, motion: number, choices: readonly ('yes' | 'no')[]) {
  const vote = openVote(fed, { origin: upper.origin, chair: upper.presidium }, motion, 'roll-call');
  const below = upper.bases[0]?.origin ?? '';
  choices.forEach((choice, number) => {
    callOut(fed, upper.origin, upper.presidium, vote, `${below}#${number + 1}`, choice);
  });
  return { vote, close: () => fed.must(upper.origin, upper.presidium, 'CloseVote', { vote }) };
}

function dividedMandate(world: World): void {
  const { sitting, motion } = divided(world);
  answerDivided(world, motion, ['yes', 'no']).close();
  const { fed, upper } = world;
  const delegate = seatActor(fed, upper.origin, `${upper.bases[2]?.origin}#2`);
  fed.must(upper.origin, delegate, 'VacateSeat', { reason: 'left' });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
}
