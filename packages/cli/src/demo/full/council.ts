import type { Statute } from '@cabildo/core';
import { type ActReceipt, actOf, type Done, type Reply } from '../client.ts';
import { type Named, noticeOf, seal, titled } from '../hall.ts';
import { originOf, type Person, type Stage, signIn } from '../stage.ts';
import { cardCode, found, type Upper } from '../story/founding.ts';
import { asksToBelong } from './base.ts';
import { forEachOf } from './crowd.ts';
import { officesToFill, womenOn } from './statutes.ts';

/** A body whose seats other bodies fill: a district, the federation, the Assembly. */
export interface Council extends Upper {
  readonly title: string;
  readonly statute: Statute;
  readonly convener: Person;
  readonly founderDevice: string;
}

/** Once it has elected: who runs it, and whose keys seal. */
export interface Seated extends Council {
  readonly presidency: Person;
  readonly secretary: Person;
  readonly signers: readonly { readonly person: Person; readonly device: string }[];
  readonly below: readonly Below[];
}

/** A body below, with the seats that it has sent. */
export interface Below {
  readonly name: string;
  readonly origin: string;
  readonly key: string;
  readonly title: string;
  readonly seats: number;
  readonly class?: string;
}

export async function foundCouncil(stage: Stage, name: string, title: string, statute: Statute): Promise<Council> {
  const founderDevice = `convocatoria de ${name}`;
  const founder = { name: founderDevice, key: stage.people.deviceKeyOf(founderDevice) };
  const input = { name, title, kind: 'delegate', founder, statute, provisionalDays: 120 };
  const founded = await found(stage, input, name);
  const convener = await signIn(stage, name, 'convener', founded.member, founded.card.code);
  return { name, title, statute, origin: originOf(stage, name), key: founded.key, convener, founderDevice };
}

/** While nobody is elected its convener admits; afterwards only a vote does. */
export async function admitAll(council: Council, bodies: readonly Below[]): Promise<void> {
  await forEachOf(bodies, ({ name, origin: below, key, title, seats: entitlement, class: ofClass }) => {
    const input = { below, key, title, entitlement, ...(ofClass === undefined ? {} : { class: ofClass }) };
    return council.convener.must(council.name, 'AdmitAffiliate', input, `admit-${name}`);
  });
}

export interface Session {
  readonly id: string;
  readonly kind: 'founding' | 'ordinary' | 'extraordinary' | 'enlarged' | 'cabildo';
  readonly convenedOn: number;
  readonly day: number;
  readonly hour?: number;
  readonly matters: readonly Named[];
}

export async function conveneCouncil(stage: Stage, council: Council, chair: Person, plan: Session): Promise<number> {
  const { calendar } = stage;
  calendar.goTo(plan.convenedOn, 9);
  const startsAt = calendar.time(plan.day, plan.hour ?? 15);
  const notice = noticeOf(titled(plan.matters));
  const input = { kind: plan.kind, place: 'Coliseo', startsAt, notice };
  return actOf(await chair.must(council.name, 'ConveneSitting', input, `${plan.id}/convene`), 'SittingConvened').index;
}

const seatsOf = (bodies: readonly Below[]): readonly SeatBelow[] =>
  bodies.flatMap((body) => Array.from({ length: body.seats }, (_, number) => ({ body, seat: number + 1 })));

export interface SeatBelow {
  readonly body: Below;
  readonly seat: number;
}

const seatName = ({ body, seat }: SeatBelow): string => `${body.origin}#${seat}`;

export interface Accredited extends SeatBelow {
  readonly reply: Reply;
}

/** The commission of credentials: each seat is traced to the sealed act that elected it, in its own body's book. */
export async function accreditAll(
  council: Council,
  desk: Person,
  sitting: number,
  bodies: readonly Below[],
): Promise<readonly Accredited[]> {
  return forEachOf(seatsOf(bodies), async ({ body, seat }) => {
    const input = { sitting, below: body.origin, seat };
    const key = `accredit-${sitting}-${body.name}-${seat}`;
    return { body, seat, reply: await desk.ask(council.name, 'AccreditSeat', input, key) };
  });
}

/** A card for whoever holds the seat now; an older one of that seat is void. */
export async function seatCard(stage: Stage, council: Council, desk: Person, seat: SeatBelow): Promise<Person> {
  const input = { below: seat.body.origin, seat: seat.seat };
  const card = await desk.must(council.name, 'IssueSeatCard', input, `seat-card-${seatName(seat)}`);
  return signIn(stage, council.name, seatName(seat), seatName(seat), cardCode(card));
}

export type Choice = 'yes' | 'no' | 'abstain';

export interface Question {
  readonly matter: string;
  readonly title: string;
  readonly text: string;
  readonly proposal: object;
}

/** A motion is put, each seat is called by name and answers aloud. */
export async function rollCall(
  council: Council,
  chair: Person,
  sitting: number,
  id: string,
  question: Question,
  seats: readonly SeatBelow[],
  choose: (seat: SeatBelow, place: number) => Choice = () => 'yes',
): Promise<Done> {
  const motion = await tableAbove(council, chair, sitting, id, question);
  return callTheRoll(council, chair, motion, id, seats, choose);
}

export async function tableAbove(
  { name }: Council,
  chair: Person,
  sitting: number,
  id: string,
  question: Question,
): Promise<number> {
  const tabled = await chair.must(name, 'TableMotion', { sitting, ...question }, `${id}/table`);
  return actOf(tabled, 'MotionTabled').index;
}

export async function callTheRoll(
  council: Council,
  chair: Person,
  motion: number,
  id: string,
  seats: readonly SeatBelow[],
  choose: (seat: SeatBelow, place: number) => Choice = () => 'yes',
): Promise<Done> {
  const { name } = council;
  const vote = await openRoll(council, chair, motion, id);
  await forEachOf(seats, async (seat, place) => {
    const reply = await callOut(council, chair, vote, id, seat, choose(seat, place));
    if (!reply.ok) throw new Error(`${seatName(seat)} in vote ${vote} of ${name}: ${JSON.stringify(reply)}`);
  });
  return chair.must(name, 'CloseVote', { vote }, `${id}/close`);
}

export async function openRoll({ name }: Council, chair: Person, motion: number, id: string): Promise<number> {
  const opened = await chair.must(name, 'OpenVote', { motion, method: 'roll-call' }, `${id}/vote`);
  return actOf(opened, 'VoteOpened').index;
}

/** One seat is called and answers; a vote against a binding mandate is not taken. */
export const callOut = (
  { name }: Council,
  chair: Person,
  vote: number,
  id: string,
  { body, seat }: SeatBelow,
  choice: Choice,
): Promise<Reply> => {
  const key = `${id}/call-${body.name}-${seat}-${choice}`;
  return chair.ask(name, 'RecordRollCallVote', { vote, below: body.origin, seat, choice }, key);
};

/** A district with a single junta sends fewer than it may: the seats that are here are those that were accredited. */
interface First {
  readonly seated: Seated;
  readonly here: readonly SeatBelow[];
  readonly refused: readonly Accredited[];
}

/** Its first sitting: credentials, and from among the delegates the officers whose keys replace the founder's. */
export async function sitFirst(
  stage: Stage,
  council: Council,
  below: readonly Below[],
  plan: Session,
  sitting: number,
): Promise<First> {
  const { convener, name } = council;
  stage.calendar.goTo(plan.day, 15, 1);
  const accredited = await accreditAll(council, convener, sitting, below);
  await convener.must(name, 'OpenSitting', { sitting, call: 'first' }, `${plan.id}/open`);
  const here = accredited.filter(({ reply }) => reply.ok);
  const offices = officesToFill(council.statute);
  // One officer from each of as many bodies, so far as there are so many.
  const firsts = [...here.filter(({ seat }) => seat === 1), ...here.filter(({ seat }) => seat !== 1)];
  const people = await forEachOf(offices, async (office, place) => {
    const seat = firsts[place % firsts.length] as Accredited;
    return { office, seat, person: await seatCard(stage, council, convener, seat), device: `${name}/${office}` };
  });
  const question = {
    matter: 'election',
    title: 'Directiva',
    text: 'Por el tiempo que dice el estatuto, revocable.',
    proposal: {
      kind: 'elect-officers',
      from: stage.calendar.time(plan.day, 0),
      until: stage.calendar.time(plan.day + 330, 0),
      officers: people.map(({ office, seat, device }) => ({
        office,
        holder: seatName(seat),
        key: stage.people.deviceKeyOf(device),
      })),
      ...womenOn(council.statute, people.length),
    },
  };
  const done = await rollCall(council, convener, sitting, `${plan.id}/officers`, question, here);
  const elected = actOf(done, 'OfficersElected');
  await seal(stage, name, elected, [{ person: convener, device: council.founderDevice }]);
  const [presidency, secretary] = people.map(({ person }) => person) as [Person, Person];
  const signers = people.map(({ person, device }) => ({ person, device }));
  const seated = { ...council, presidency, secretary, signers, below };
  return { seated, here, refused: accredited.filter(({ reply }) => !reply.ok) };
}

/** It asks to belong above and sends delegates of its own seats. */
export async function sendUp(
  stage: Stage,
  council: Seated,
  { sitting, day, here }: { readonly sitting: number; readonly day: number; readonly here: readonly SeatBelow[] },
  upper: Upper,
  seats: number,
): Promise<readonly ActReceipt[]> {
  const request = await rollCall(
    council,
    council.presidency,
    sitting,
    'send/affiliation',
    {
      ...asksToBelong,
      title: 'Afiliación',
      proposal: { kind: 'request-affiliation', to: upper.origin, toKey: upper.key },
    },
    here,
  );
  const delegates = await rollCall(
    council,
    council.presidency,
    sitting,
    'send/delegates',
    {
      matter: 'election',
      title: 'Delegados',
      text: 'Revocables en cualquier momento.',
      proposal: {
        kind: 'elect-delegates',
        to: upper.origin,
        from: stage.calendar.time(day, 0),
        until: stage.calendar.time(day + 330, 0),
        seats: Array.from({ length: Math.min(seats, here.length) }, (_, number) => ({
          seat: number + 1,
          holder: seatName(here[number] as SeatBelow),
        })),
      },
    },
    here,
  );
  return [actOf(request, 'AffiliationRequested'), actOf(delegates, 'DelegatesElected')];
}

/** Closes the founding sitting, approves its minutes and seals everything that takes effect elsewhere. */
export async function closeFirst(
  stage: Stage,
  council: Seated,
  sitting: number,
  sent: readonly ActReceipt[],
): Promise<number> {
  const { name, presidency, secretary, signers } = council;
  await presidency.must(name, 'CloseSitting', { sitting }, 'founding/end');
  const text = `Acta de fundación de ${council.title}.`;
  const approved = await secretary.must(name, 'ApproveMinutes', { sitting, text }, 'founding/minutes');
  const minutes = actOf(approved, 'MinutesApproved');
  for (const act of [minutes, ...sent]) await seal(stage, name, act, signers);
  return minutes.index;
}
