// What halls do with motions: amend them, put them to the vote, send them up.
import { type InputFor, tableGet } from '../../src/index.ts';
import { type Base, countHands, evening, type Hall, indexOf, openVote, seal } from './assembly.ts';
import { anyone, type Done, type Federation } from './federation.ts';
import type { World } from './upper.ts';

type Chair = Pick<Hall, 'origin' | 'chair'>;

interface Change {
  readonly text: string;
  readonly order?: number;
  readonly substantive?: boolean;
}

/** The input that tables an amendment to a motion of that book. */
export function amending(fed: Federation, origin: string, motion: number, change: Change): InputFor<'TableMotion'> {
  const amended = tableGet(fed.book(origin).state.motions, motion);
  if (amended === undefined) throw new Error(`${origin} knows no motion ${motion}`);
  const { sitting, matter } = amended;
  const { text, order = 1, substantive = true } = change;
  return { sitting, matter, title: 'Enmienda', text, proposal: { kind: 'amend-motion', motion, order, substantive } };
}

export const amend = (fed: Federation, { origin, chair }: Chair, motion: number, change: Change): number =>
  indexOf(fed.must(origin, chair, 'TableMotion', amending(fed, origin, motion, change)), 'MotionTabled');

/** Opens the vote on a motion that is tabled already, counts hands and closes. */
export function handsOn(fed: Federation, hall: Hall, motion: number, hands: { yes?: number; no?: number }): Done {
  const vote = openVote(fed, hall, motion, 'hands');
  countHands(fed, hall, vote, hands);
  return fed.must(hall.origin, hall.chair, 'CloseVote', { vote });
}

/** A motion that the base has decided to send up and sealed. */
export function forward({ fed, upper }: World, base: Base, text: string): number {
  const proposal = { kind: 'forward', to: upper.origin } as const;
  const [done] = evening(fed, base, [{ matter: 'ordinary', title: text, text, proposal }]);
  if (done === undefined) throw new Error('it was decided');
  const index = indexOf(done, 'MotionForwarded');
  seal(fed, base, index);
  return index;
}

/** … and that the assembly above has received. */
export function sendUp(world: World, base: Base, text: string): number {
  const from = { book: base.origin, index: forward(world, base, text) };
  return indexOf(world.fed.must(world.upper.origin, anyone, 'ReceiveMotion', { from }), 'MotionReceived');
}
