import { type ActReceipt, actOf } from '../client.ts';
import type { Person, Stage } from '../stage.ts';
import {
  accreditAll,
  conveneCouncil,
  rollCall,
  type SeatBelow,
  type Seated,
  type Session,
  seatCard,
} from './council.ts';

/** A sitting of a council that is open, with who presides over it and which seats are in it. */
export interface Open {
  readonly sitting: number;
  readonly chair: Person;
  readonly here: readonly SeatBelow[];
}

/** Called by its officers, or by whoever else may; accredited, opened, and with the presidium that its statute wants first. */
export async function sitAbove(stage: Stage, council: Seated, plan: Session, by = council.presidency): Promise<Open> {
  const sitting = await conveneCouncil(stage, council, by, plan);
  return openAbove(stage, council, plan, sitting, by);
}

export async function openAbove(
  stage: Stage,
  council: Seated,
  plan: Session,
  sitting: number,
  chair: Person,
): Promise<Open> {
  stage.calendar.goTo(plan.day, plan.hour ?? 15, 1);
  const accredited = await accreditAll(council, chair, sitting, council.below);
  const here = accredited.filter(({ reply }) => reply.ok);
  await chair.must(council.name, 'OpenSitting', { sitting, call: 'first' }, `${plan.id}/open`);
  const offices = council.statute.presidium?.offices ?? [];
  if (offices.length === 0) return { sitting, chair, here };
  // Whoever called presides, and the secretary writes, once the hall has said so.
  const people = [chair, chair.holder === council.secretary.holder ? council.presidency : council.secretary];
  const holders = offices.map((office, place) => ({ office, holder: people[place]?.holder ?? '' }));
  const question = {
    matter: 'ordinary',
    title: 'Mesa de la sesión',
    text: 'Preside esta sesión.',
    proposal: { kind: 'elect-presidium', holders },
  };
  await rollCall(council, chair, sitting, `${plan.id}/mesa`, question, here);
  return { sitting, chair, here };
}

export const closeAbove = (council: Seated, { sitting, chair }: Open, id: string) =>
  chair.must(council.name, 'CloseSitting', { sitting }, `${id}/end`);

/** A delegate who speaks in the story: the first seat of that body, by its own phone. */
export async function delegateOf(stage: Stage, council: Seated, body: string, seat = 1): Promise<Person> {
  const below = council.below.find(({ name }) => name === body);
  if (below === undefined) throw new Error(`${body} has no seat in ${council.name}`);
  return seatCard(stage, council, council.presidency, { body: below, seat });
}

export interface Pact {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The delegates agree to it; it is suspended all the same. */
export async function adoptPact(council: Seated, { sitting, chair, here }: Open, pact: Pact): Promise<ActReceipt> {
  const { id, title, text } = pact;
  const question = { matter: 'pact', title, text, proposal: { kind: 'pact', with: 'el ministerio' } };
  const done = await rollCall(council, chair, sitting, id, question, here, (_seat, place) =>
    place % 5 === 4 ? 'no' : 'yes',
  );
  return actOf(done, 'ResolutionAdopted');
}
