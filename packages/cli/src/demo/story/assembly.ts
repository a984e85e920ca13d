import { actOf, type Done, type Reply } from '../client.ts';
import { type Announced, noticeOf, seal } from '../hall.ts';
import { type Assembly, originOf, type Person, type Stage, signIn } from '../stage.ts';
import { cardCode, found, type Upper } from './founding.ts';
import { entitlement } from './plan.ts';

/** The assembly above, as the story plays it: its delegates by the name of their seat. */
export interface Popular extends Upper {
  readonly convener: Person;
  /** `<junta>#<seat>` → who holds it and has signed in. */
  readonly delegates: Map<string, Person>;
}

/** Seats that hold the offices of the assembly. */
export const presidencySeat = { junta: 'junta-16-de-julio', seat: 1 } as const;
export const secretarySeat = { junta: 'junta-ballivian', seat: 2 } as const;

export const devices = { presidency: 'asamblea/presidencia', secretary: 'asamblea/actas' } as const;

const founder = 'comisión convocante';

export async function foundAssembly(stage: Stage, name: string, title: string, statute: object): Promise<Popular> {
  stage.calendar.goTo(0, 9);
  const founded = await found(
    stage,
    {
      name,
      title,
      kind: 'delegate',
      founder: { name: founder, key: stage.people.deviceKeyOf(founder) },
      statute,
      provisionalDays: 90,
    },
    name,
  );
  const convener = await signIn(stage, name, 'convener', founded.member, founded.card.code);
  return { name, origin: originOf(stage, name), key: founded.key, convener, delegates: new Map() };
}

export async function admitAll(stage: Stage, popular: Popular, juntas: readonly Assembly[]): Promise<void> {
  stage.calendar.goTo(6, 10);
  for (const { name, origin, key, title } of juntas) {
    await stage.carry(name, popular.name);
    const input = { below: origin, key, title, entitlement };
    await popular.convener.must(popular.name, 'AdmitAffiliate', input, `admit/${name}`);
  }
}

export interface Session {
  readonly id: string;
  readonly kind: 'founding' | 'ordinary' | 'extraordinary';
  readonly convenedOn: number;
  readonly day: number;
  readonly hour: number;
  readonly matters: readonly Announced[];
}

export async function conveneAssembly(stage: Stage, popular: Popular, chair: Person, plan: Session): Promise<number> {
  const { calendar } = stage;
  calendar.goTo(plan.convenedOn, 9);
  const startsAt = calendar.time(plan.day, plan.hour);
  const { kind, matters, id } = plan;
  const input = { kind, place: 'Colegio Los Andes', startsAt, notice: noticeOf(matters) };
  const convened = await chair.must(popular.name, 'ConveneSitting', input, `${id}/convene`);
  calendar.goTo(plan.day, plan.hour, 1);
  return actOf(convened, 'SittingConvened').index;
}

export interface Accreditation {
  readonly junta: Assembly;
  readonly seat: number;
  readonly reply: Reply;
}

/** The desk checks every credential against the junta's own book; who is admitted gets a card for the seat. */
export async function accredit(
  stage: Stage,
  popular: Popular,
  desk: Person,
  sitting: number,
  juntas: readonly { readonly junta: Assembly; readonly seats: number }[],
): Promise<readonly Accreditation[]> {
  const results: Accreditation[] = [];
  for (const { junta, seats } of juntas) {
    await stage.carry(junta.name, popular.name);
    for (let seat = 1; seat <= seats; seat++) {
      const input = { sitting, below: junta.origin, seat };
      const reply = await desk.ask(popular.name, 'AccreditSeat', input, `accredit/${sitting}/${junta.name}-${seat}`);
      results.push({ junta, seat, reply });
      // A new card would void the phone that the delegate has signed in with.
      if (reply.ok && !popular.delegates.has(`${junta.name}#${seat}`))
        await giveSeatCard(stage, popular, desk, junta, seat, `${sitting}`);
    }
  }
  return results;
}

/** A card for whoever holds the seat now: the delegate, or after a recall the alternate. */
export async function giveSeatCard(
  stage: Stage,
  popular: Popular,
  desk: Person,
  junta: Assembly,
  seat: number,
  occasion: string,
): Promise<Person> {
  const input = { below: junta.origin, seat };
  const card: Done = await desk.must(
    popular.name,
    'IssueSeatCard',
    input,
    `seat-card/${occasion}/${junta.name}-${seat}`,
  );
  const key = `${junta.name}#${seat}`;
  const name = `${key}/${occasion}`;
  const person = await signIn(stage, popular.name, name, `${junta.origin}#${seat}`, cardCode(card));
  popular.delegates.set(key, person);
  return person;
}

export type Choice = 'yes' | 'no' | 'abstain';

export async function openDeviceVote(
  popular: Popular,
  chair: Person,
  id: string,
  motion: {
    readonly sitting: number;
    readonly matter: string;
    readonly title: string;
    readonly text: string;
    readonly proposal: object;
    readonly from?: number;
  },
): Promise<{ readonly motion: number; readonly vote: number }> {
  const tabled = await chair.must(popular.name, 'TableMotion', motion, `${id}/table`);
  const index = actOf(tabled, 'MotionTabled').index;
  const opened = await chair.must(popular.name, 'OpenVote', { motion: index, method: 'devices' }, `${id}/vote`);
  return { motion: index, vote: actOf(opened, 'VoteOpened').index };
}

/** Each seat votes by its own phone. */
export async function castAll(
  popular: Popular,
  vote: number,
  choose: (seat: string) => Choice | null,
): Promise<ReadonlyMap<string, Reply>> {
  const replies = new Map<string, Reply>();
  await Promise.all(
    [...popular.delegates].map(async ([seat, person]) => {
      const choice = choose(seat);
      if (choice === null) return;
      replies.set(seat, await person.ask(popular.name, 'CastVote', { vote, choice }, `cast/${vote}/${person.name}`));
    }),
  );
  return replies;
}

export async function electPresidium(
  stage: Stage,
  popular: Popular,
  juntas: readonly Assembly[],
  sitting: number,
): Promise<void> {
  const seatName = ({ junta, seat }: { junta: string; seat: number }): string =>
    `${juntas.find(({ name }) => name === junta)?.origin ?? ''}#${seat}`;
  const { vote } = await openDeviceVote(popular, popular.convener, 'assembly/officers', {
    sitting,
    matter: 'election',
    title: 'Presidencia y secretaría de la Asamblea',
    text: 'Por un año, revocables.',
    proposal: {
      kind: 'elect-officers',
      from: stage.calendar.time(25, 9),
      until: stage.calendar.time(25 + 330, 9),
      officers: [
        { office: 'presidencia', holder: seatName(presidencySeat), key: stage.people.deviceKeyOf(devices.presidency) },
        {
          office: 'secretaria-de-actas',
          holder: seatName(secretarySeat),
          key: stage.people.deviceKeyOf(devices.secretary),
        },
      ],
    },
  });
  await castAll(popular, vote, () => 'yes');
  const closed = await popular.convener.must(popular.name, 'CloseVote', { vote }, 'assembly/officers/close');
  await seal(stage, popular.name, actOf(closed, 'OfficersElected'), [{ person: popular.convener, device: founder }]);
}

export function seated(popular: Popular, { junta, seat }: { readonly junta: string; readonly seat: number }): Person {
  const person = popular.delegates.get(`${junta}#${seat}`);
  if (person === undefined) throw new Error(`nobody is seated for ${junta}#${seat}`);
  return person;
}
