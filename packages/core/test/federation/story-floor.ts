// Who speaks, in which order and how long: in a base with sectors, and in an assembly of delegates.
import type { Actor, InputFor, Statute } from '../../src/index.ts';
import { type Base, convene, foundBase, hallOf, open, statuteWith, table } from './assembly.ts';
import { asMember, Federation } from './federation.ts';
import { federationOf, seatActor, sitUpper, type World } from './upper.ts';

export const speaking = {
  order: 'first-speech-first',
  seconds: 180,
  group: { of: 'sector', seconds: 300 },
  sectors: ['mercado', 'talleres'],
  reply: { seconds: 60 },
} as const satisfies Statute['speaking'];

export interface Debate {
  readonly fed: Federation;
  readonly base: Base;
  readonly origin: string;
  readonly sitting: number;
  readonly motion: number;
}

/** An open sitting with a motion, in which the first members have checked in with their phones. */
export function debate(rules: Statute['speaking'] | null = speaking, here = 6): Debate {
  const fed = new Federation();
  const base = foundBase(
    fed,
    'villa-palabra',
    10,
    statuteWith({ challenge: { days: 20 }, ...(rules ? { speaking: rules } : {}) }),
  );
  fed.pass({ days: 31 });
  const sitting = convene(fed, hallOf(base));
  for (const member of base.members.slice(0, here))
    fed.must(base.origin, asMember(member), 'CheckIn', fed.atDoor(base.origin, sitting));
  open(fed, hallOf(base), sitting, base.members.length);
  const motion = table(fed, hallOf(base), sitting, { matter: 'ordinary' });
  return { fed, base, origin: base.origin, sitting, motion };
}

export const person = ({ base }: Pick<Debate, 'base'>, number: number): Actor => asMember(base.members[number] ?? '');

type Wish = Partial<InputFor<'AskForFloor'>>;

/** The place on the list. */
export function ask({ fed, origin, sitting, motion }: Debate, actor: Actor, wish: Wish = {}): number {
  const input = { sitting, motion, kind: 'speech', sector: 'mercado', ...wish } as const;
  return Number(fed.must(origin, actor, 'AskForFloor', input).answer.number);
}

export function speak(scene: Debate, number: number, minutes: number): void {
  const { fed, origin, base, sitting } = scene;
  fed.must(origin, base.presidium, 'GiveFloor', { sitting, number });
  fed.pass({ minutes });
  fed.must(origin, base.presidium, 'EndSpeech', { sitting, number });
}

export function playFloor(): { readonly fed: Federation } {
  const scene = debate();
  const { fed, origin, base, sitting, motion } = scene;
  const first = ask(scene, person(scene, 4));
  const second = ask(scene, person(scene, 5), { sector: 'talleres' });
  const third = ask(scene, base.presidium, { label: 'Fila 3, chaleco azul' });
  speak(scene, first, 2);
  speak(scene, second, 3);
  fed.must(origin, base.presidium, 'WithdrawFromFloor', { sitting, number: third });
  fed.must(origin, base.presidium, 'CloseDebate', { sitting, motion });
  fed.must(origin, base.presidium, 'CloseSitting', { sitting });
  delegatesSpeak();
  return scene;
}

/** Of delegates the body is timed, and what nobody closed ends with the sitting. */
export function delegatesSpeak(): World & { readonly sitting: number } {
  const upperStatute = statuteWith({ speaking: { order: 'as-asked', group: { of: 'body', seconds: 600 } } });
  const world = federationOf({ upperStatute });
  const { fed, upper, bases } = world;
  const sitting = sitUpper(world);
  const [number] = bases.map(({ origin: below }) =>
    fed.must(upper.origin, seatActor(fed, upper.origin, `${below}#1`), 'AskForFloor', { sitting, kind: 'speech' }),
  );
  const given = { sitting, number: Number(number?.answer.number) };
  fed.must(upper.origin, upper.presidium, 'GiveFloor', given);
  fed.pass({ minutes: 4 });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  return { ...world, sitting };
}
