import { type ActReceipt, actOf } from '../client.ts';
import {
  assemble,
  type Chair,
  chairOf,
  convene,
  decideByHands,
  type Evening,
  type Hands,
  type Item,
  type Named,
  open,
  seal,
  titled,
} from '../hall.ts';
import { type Assembly, originOf, type Person, type Stage, signIn } from '../stage.ts';
import { cardCode, found, type Upper } from '../story/founding.ts';
import { electDelegates } from './delegates.ts';
import type { BasePlan } from './plan.ts';
import { officesToFill, womenOn } from './statutes.ts';

/** A base of the full story: who is in it, and by whom it is run. */
export interface Base extends Assembly {
  readonly plan: BasePlan;
  readonly convener: Person;
  readonly founderDevice: string;
}

/** Everybody who belongs there: those who were enrolled, and the founder. */
export const rollOf = ({ roll }: Base): number => roll.length + 1;

/** As many of its officers sign as its statute wants. */
export const sealBase = (stage: Stage, base: Base, act: ActReceipt): Promise<void> =>
  seal(
    stage,
    base.name,
    act,
    [
      { person: base.presidency, device: base.devices.presidency },
      { person: base.secretary, device: base.devices.secretary },
    ].slice(0, base.plan.statute.seals.signatures),
  );

const provisionalDays = 60;

/** Its founder enrols the people and hands out the cards of those who are to have an office. */
export async function foundBase(stage: Stage, plan: BasePlan): Promise<Base> {
  const { name, title, statute } = plan;
  const founderDevice = `fundación de ${name}`;
  const founder = { name: founderDevice, key: stage.people.deviceKeyOf(founderDevice) };
  const founded = await found(stage, { name, title, kind: 'base', founder, statute, provisionalDays }, name);
  const convener = await signIn(stage, name, 'convener', founded.member, founded.card.code);
  const enrolled = await Promise.all(
    plan.people.map((person, number) => convener.must(name, 'EnrolMember', { name: person }, `enrol-${number}`)),
  );
  const roll = enrolled.map(({ answer }) => String(answer.member));
  const withCard = async (role: string, number: number): Promise<Person> => {
    const member = roll[number] ?? '';
    const card = await convener.must(name, 'IssueCard', { member }, `card-${role}`);
    return signIn(stage, name, role, member, cardCode(card));
  };
  const [presidency, secretary, one, other] = await Promise.all([
    withCard('presidency', 0),
    withCard('secretary', 1),
    withCard('teller-1', 2),
    withCard('teller-2', 3),
  ]);
  const devices = { presidency: `${name}/presidencia`, secretary: `${name}/actas` };
  const [origin, key] = [originOf(stage, name), founded.key];
  const who = { presidency, secretary, tellers: [one, other] as const, devices };
  return { name, title, origin, key, roll, plan, convener, founderDevice, ...who };
}

export interface Meeting extends Pick<Evening, 'id' | 'day' | 'call' | 'present'> {
  readonly kind?: Evening['kind'];
  readonly matters: readonly Named[];
  readonly hour?: number;
}

/** As the hall of the small story takes it, called as early as the strictest statute wants. */
export const eveningOf = (meeting: Meeting): Evening => ({
  kind: 'ordinary',
  hour: 17,
  convenedOn: meeting.day - noticeDays,
  place: 'Sede social',
  ...meeting,
  matters: titled(meeting.matters, titles),
});

const noticeDays = 8;

const titles: Readonly<Record<string, string>> = {
  ordinary: 'Asuntos de la asamblea',
  election: 'Elección de directiva y delegados',
  affiliation: 'Afiliación',
  mandate: 'Mandato a los delegados',
  recall: 'Revocatoria',
  consultation: 'Consulta a las bases',
  pact: 'Acuerdo con terceros',
};

export const conveneBase = (stage: Stage, base: Base, meeting: Meeting): Promise<number> =>
  convene(stage, chairOf(base), eveningOf(meeting));

/** Counts the hall and opens; where the statute has each sitting elect who presides, that comes first. */
export async function openBase(stage: Stage, base: Base, meeting: Meeting, sitting: number): Promise<void> {
  const evening = eveningOf(meeting);
  const chair = chairOf(base);
  await assemble(stage, chair, evening, sitting);
  await open(stage, chair, evening, sitting);
  const [offices, people] = [base.plan.statute.presidium?.offices ?? [], [base.presidency, base.secretary]];
  if (offices.length === 0) return;
  const holders = offices.map((office, number) => ({ office, holder: people[number]?.holder ?? '' }));
  await decideByHands(chair, sitting, `${meeting.id}/mesa`, {
    matter: 'ordinary',
    title: 'Mesa de la sesión',
    text: 'Preside esta sesión.',
    proposal: { kind: 'elect-presidium', holders },
    hands: { yes: meeting.present, no: 0, abstain: 0 },
  });
}

/** One evening with one item; what the closing vote has written. */
export async function sitOn(stage: Stage, base: Base, meeting: Meeting, sitting: number, item: Item) {
  await openBase(stage, base, meeting, sitting);
  const done = await decideByHands(chairOf(base), sitting, `${meeting.id}/item`, item);
  await base.presidency.must(base.name, 'CloseSitting', { sitting }, `${meeting.id}/end`);
  return done;
}

/** The same of every base: to which body it asks to belong the proposal says. */
export const asksToBelong = { matter: 'affiliation', text: 'Pedimos pertenecer a la asamblea de arriba.' } as const;

const founding = (base: Base): Meeting => ({
  id: 'founding',
  kind: 'founding',
  day: base.plan.foundedOn,
  call: base.plan.founds,
  present: base.plan.founds === 'second' ? 10 : Math.ceil(rollOf(base) * 0.9),
  matters: ['election', asksToBelong],
});

/** Of the terms of those who are elected on that day. */
const lastDay = ({ plan }: Base): number => plan.foundedOn + 330;

/** Convened by its founder. */
export const callFounding = (stage: Stage, base: Base): Promise<number> =>
  convene(
    stage,
    { ...chairOf(base), presidium: base.convener },
    { ...eveningOf(founding(base)), convenedOn: base.plan.foundedOn - noticeDays },
  );

/**
 * The first sitting, and its minutes: officers with the keys of their own devices; and, where enough came, the request to
 * belong above and the delegates. A hall of the second call elects, and asks to belong another day: the statute wants more people for that.
 */
export async function sitFounding(stage: Stage, base: Base, sitting: number, upper: Upper): Promise<number> {
  const { name } = base;
  const meeting = founding(base);
  const evening = eveningOf(meeting);
  const founder: Chair = { ...chairOf(base), presidium: base.convener };
  await assemble(stage, founder, evening, sitting);
  if (meeting.call === 'second') {
    const early = await base.convener.ask(name, 'OpenSitting', { sitting, call: 'first' }, 'founding/first');
    if (early.ok) throw new Error(`${name} opened on first call with ${meeting.present}`);
  }
  await open(stage, founder, evening, sitting);
  const officers = await decideByHands(founder, sitting, 'founding/officers', officersOf(stage, base, meeting.present));
  await seal(stage, name, actOf(officers, 'OfficersElected'), [{ person: base.convener, device: base.founderDevice }]);
  const sent = meeting.call === 'first' ? await sendAbove(stage, base, sitting, meeting, upper) : null;
  await base.presidency.must(name, 'CloseSitting', { sitting }, 'founding/end');
  const text = `Acta de fundación. Presentes: ${meeting.present} de ${rollOf(base)}.`;
  const minutes = actOf(
    await base.secretary.must(name, 'ApproveMinutes', { sitting, text }, 'founding/minutes'),
    'MinutesApproved',
  );
  await sealBase(stage, base, minutes);
  if (sent !== null) await sealSent(stage, base, sent);
  return minutes.index;
}

interface Sent {
  readonly request: ActReceipt;
  readonly delegates: ActReceipt;
}

async function sealSent(stage: Stage, base: Base, { request, delegates }: Sent): Promise<void> {
  await sealBase(stage, base, request);
  await sealBase(stage, base, delegates);
}

async function sendAbove(stage: Stage, base: Base, sitting: number, meeting: Meeting, upper: Upper): Promise<Sent> {
  const chair = chairOf(base);
  const hands = nearlyAll(meeting.present);
  const request = await decideByHands(chair, sitting, `${meeting.id}/affiliation`, {
    ...asksToBelong,
    title: 'Afiliación',
    proposal: { kind: 'request-affiliation', to: upper.origin, toKey: upper.key },
    hands,
  });
  const delegates = await electDelegates(stage, chair, sitting, `${meeting.id}/delegates`, {
    plan: base.plan,
    upper,
    // Behind officers and tellers.
    people: base.roll.slice(4),
    voters: base.roll.slice(0, meeting.present),
    from: base.plan.foundedOn,
    until: lastDay(base),
    hands,
  });
  return { request: actOf(request, 'AffiliationRequested'), delegates: actOf(delegates, 'DelegatesElected') };
}

/** Those who founded on second call ask to belong as soon as the whole roll counts, on first call. */
export const joiningOn = (base: Base, day: number): Meeting => ({
  id: 'joining',
  day,
  call: 'first',
  present: Math.ceil(rollOf(base) * 0.7),
  matters: [asksToBelong, 'election'],
});

export async function sendLater(
  stage: Stage,
  base: Base,
  meeting: Meeting,
  sitting: number,
  upper: Upper,
): Promise<void> {
  await openBase(stage, base, meeting, sitting);
  const sent = await sendAbove(stage, base, sitting, meeting, upper);
  await base.presidency.must(base.name, 'CloseSitting', { sitting }, 'joining/end');
  await sealSent(stage, base, sent);
}

const nearlyAll = (present: number): Hands => ({ yes: present - 1, no: 0, abstain: 1 });

function officersOf(stage: Stage, base: Base, present: number): Item {
  const { plan, presidency, secretary, devices } = base;
  const [chair = '', writes = ''] = officesToFill(plan.statute);
  const officer = (office: string, { holder }: Person, device: string): object => ({
    office,
    holder,
    key: stage.people.deviceKeyOf(device),
  });
  return {
    matter: 'election',
    title: 'Directiva',
    text: 'Por el tiempo que dice el estatuto, revocable.',
    hands: nearlyAll(present),
    proposal: {
      kind: 'elect-officers',
      from: stage.calendar.time(plan.foundedOn, 0),
      until: stage.calendar.time(lastDay(base), 0),
      officers: [officer(chair, presidency, devices.presidency), officer(writes, secretary, devices.secretary)],
      ...womenOn(plan.statute, 2),
    },
  };
}
