import { type ActReceipt, actOf } from '../client.ts';
import { assemble, chairOf, decideByHands, type Named, open } from '../hall.ts';
import { dataOf } from '../read.ts';
import { cited, type Person, type Stage } from '../stage.ts';
import { type Base, conveneBase, eveningOf, type Meeting, openBase, rollOf } from './base.ts';
import { indexOf, neighbourOf, stopped, tableIn } from './scenes.ts';
import { officesToFill } from './statutes.ts';

const full = (base: Base): number => Math.ceil(rollOf(base) * 0.8);

const meetingOn = (base: Base, id: string, day: number, matters: readonly Named[]): Meeting => ({
  id,
  day,
  call: 'first',
  present: full(base),
  matters,
});

const signed = { matter: 'pact', text: 'Se firma.' } as const;

const pact = (sitting: number): object => ({
  sitting,
  matter: 'pact',
  title: 'Acuerdo con la empresa',
  text: signed.text,
  proposal: { kind: 'pact', with: 'la empresa' },
});

/** Under other business, on second call, after the closing hour: three evenings, three times no. */
export async function ambushAtMidnight(stage: Stage, base: Base, day: number): Promise<void> {
  const { name, presidency, title } = base;
  stage.voice.chapter({ es: 'La emboscada de medianoche', en: 'The ambush at midnight' });
  const unannounced = meetingOn(base, 'emboscada-1', day, ['ordinary']);
  const first = await conveneBase(stage, base, unannounced);
  await openBase(stage, base, unannounced, first);
  stopped(
    stage,
    { es: `${title}: un pacto en «otros asuntos»`, en: `${title}: a pact under “other business”` },
    'not-in-notice',
    await presidency.ask(name, 'TableMotion', pact(first), 'emboscada-1/table'),
  );
  await presidency.must(name, 'CloseSitting', { sitting: first }, 'emboscada-1/end');

  const few: Meeting = {
    ...meetingOn(base, 'emboscada-2', day + 9, ['ordinary', signed]),
    call: 'second',
    present: Math.ceil(rollOf(base) / 3),
  };
  const second = await conveneBase(stage, base, few);
  await openBase(stage, base, few, second);
  const motion = await tableIn(base, presidency, 'emboscada-2', pact(second));
  stopped(
    stage,
    {
      es: `El pacto en segunda convocatoria, con ${few.present} de ${rollOf(base)}`,
      en: `The pact on second call, with ${few.present} of ${rollOf(base)}`,
    },
    'quorum-for-matter',
    await presidency.ask(name, 'OpenVote', { motion, method: 'hands' }, 'emboscada-2/vote'),
  );
  await presidency.must(name, 'CloseSitting', { sitting: second }, 'emboscada-2/end');

  const announced = meetingOn(base, 'emboscada-3', day + 18, ['ordinary', signed]);
  const third = await conveneBase(stage, base, announced);
  await openBase(stage, base, announced, third);
  const late = await tableIn(base, presidency, 'emboscada-3', pact(third));
  stage.calendar.goTo(day + 18, 23, 30);
  stopped(
    stage,
    { es: 'El pacto a las once y media de la noche', en: 'The pact at half past eleven at night' },
    'after-closing-hour',
    await presidency.ask(name, 'OpenVote', { motion: late, method: 'hands' }, 'emboscada-3/vote'),
  );
  await presidency.must(name, 'CloseSitting', { sitting: third }, 'emboscada-3/end');
}

/** One of two tellers wants no result; and in the same evening a term that wants to last. */
export async function tellerWhoBlocks(stage: Stage, base: Base, day: number): Promise<void> {
  const { name, presidency, tellers, title } = base;
  stage.voice.chapter({
    es: 'El escrutador que traba, y el mandato que se alarga',
    en: 'The teller who blocks, and the term that extends itself',
  });
  const meeting = meetingOn(base, 'escrutador', day, ['ordinary', 'election']);
  const sitting = await conveneBase(stage, base, meeting);
  await openBase(stage, base, meeting, sitting);
  const text = 'La olla común atiende también los domingos.';
  const motion = await tableIn(base, presidency, 'escrutador', {
    sitting,
    matter: 'ordinary',
    title: 'Olla común',
    text,
    proposal: { kind: 'resolution' },
  });
  const vote = indexOf(
    await presidency.must(name, 'OpenVote', { motion, method: 'hands' }, 'escrutador/vote'),
    'VoteOpened',
  );
  const most = full(base) - 3;
  const counting = (round: number, yes: number, no: number) => ({ vote, block: 'sala', round, yes, no, abstain: 0 });
  const [honest, blocker] = tellers;
  await honest.must(name, 'CountBlock', counting(1, most, 2), 'escrutador/1-honest');
  await blocker.must(name, 'CountBlock', counting(1, 2, most), 'escrutador/1-blocker');
  stopped(
    stage,
    { es: `${title}: el mismo escrutador quiere recontar`, en: `${title}: the same teller wants to do the recount` },
    'recount-by-others',
    await blocker.ask(name, 'CountBlock', counting(2, 3, most), 'escrutador/2-blocker'),
  );
  const others: readonly [Person, Person] = [await neighbourOf(stage, base, 9), await neighbourOf(stage, base, 10)];
  const appointed = { sitting, tellers: others.map(({ holder }) => holder) };
  await presidency.must(name, 'AppointTellers', appointed, 'escrutador/others');
  await others[0].must(name, 'CountBlock', counting(2, most, 2), 'escrutador/2-one');
  await others[1].must(name, 'CountBlock', counting(2, most - 1, 3), 'escrutador/2-other');
  const closed = await presidency.must(name, 'CloseVote', { vote }, 'escrutador/close');
  const { outcome } = await dataOf<{ readonly outcome: string }>(stage, name, indexOf(closed, 'VoteClosed'));
  if (outcome !== 'carried') throw new Error(`the blocked vote is ${outcome}`);
  stage.voice.step({
    es: `El recuento tampoco coincide: ${most} a 2 y ${most - 1} a 3. Las dos cifras quedan en el libro, y con cualquiera de ellas está aprobada ${cited(actOf(closed, 'BlockCounted'))}.`,
    en: `The recount differs too: ${most} to 2 and ${most - 1} to 3. Both numbers stand in the book, and by either of them it has carried ${cited(actOf(closed, 'BlockCounted'))}.`,
  });
  await termThatExtendsItself(stage, base, sitting, day);
  await presidency.must(name, 'CloseSitting', { sitting }, 'escrutador/end');
}

async function termThatExtendsItself(stage: Stage, base: Base, sitting: number, day: number): Promise<void> {
  const [office = ''] = officesToFill(base.plan.statute);
  const extension = {
    sitting,
    matter: 'election',
    title: 'Prórroga',
    text: 'Por el momento que se vive, sigue la directiva.',
    proposal: { kind: 'extend-term', office, until: stage.calendar.time(day + 700, 0) },
  };
  stopped(
    stage,
    { es: `${base.title}: «Prórroga de la directiva»`, en: `${base.title}: “The officers stay on”` },
    'term-cannot-be-extended',
    await base.presidency.ask(base.name, 'TableMotion', extension, 'prorroga/table'),
  );
}

/** It stands beside the decision, and the junta sits on it again among itself. */
export async function decisionUnderThreat(stage: Stage, base: Base, day: number): Promise<void> {
  const { name, title } = base;
  stage.voice.chapter({ es: 'La decisión bajo amenaza', en: 'The decision taken under threat' });
  const meeting = meetingOn(base, 'amenaza', day, ['ordinary']);
  const sitting = await conveneBase(stage, base, meeting);
  await openBase(stage, base, meeting, sitting);
  const decided = await decideByHands(chairOf(base), sitting, 'amenaza/item', {
    matter: 'ordinary',
    title: 'Retirarse del paro',
    text: 'La junta no participa del paro.',
    proposal: { kind: 'resolution' },
    hands: { yes: full(base), no: 0, abstain: 0 },
  });
  await base.presidency.must(name, 'CloseSitting', { sitting }, 'amenaza/end');
  const act = indexOf(decided, 'ResolutionAdopted');
  const told = { act, text: 'Rodearon la sede con palos.' };
  const witness = await neighbourOf(stage, base, 12);
  const threat = await witness.must(name, 'RecordThreat', told, 'amenaza/record');
  const { due } = await dataOf<{ readonly due: string }>(stage, name, indexOf(threat, 'StatuteReviewOpened'));
  stage.voice.step({
    es: `${title} salió del paro «por unanimidad». Alguien de la junta cuenta después cómo fue ${cited(actOf(threat, 'ThreatRecorded'))}: queda junto a la decisión, y la junta debe volver a tratarla.`,
    en: `${title} left the strike “unanimously”. Somebody of the junta tells afterwards how it was ${cited(actOf(threat, 'ThreatRecorded'))}: it stands beside the decision, and the junta has to sit on it again.`,
  });
  stage.calendar.reach(due);
  const revoked = await sitOverTheirHeads(
    stage,
    base,
    { id: 'amenaza-2', matters: ['ordinary'], due },
    (chair, again) =>
      decideByHands({ ...chairOf(base), presidium: chair }, again, 'amenaza-2/item', {
        matter: 'ordinary',
        title: 'Revocar lo que se decidió bajo amenaza',
        text: 'La junta participa del paro.',
        proposal: { kind: 'revoke', resolution: act },
        hands: { yes: full(base) - 1, no: 0, abstain: 1 },
      }),
  );
  stage.voice.step({
    es: `La directiva dejó pasar el plazo; convoca una vecina, y la junta decide otra cosa ${cited(actOf(revoked, 'ResolutionRevoked'))}. El libro muestra las dos.`,
    en: `The officers let the day pass; a neighbour convenes, and the junta decides otherwise ${cited(actOf(revoked, 'ResolutionRevoked'))}. The book shows both.`,
  });
}

/** Overdue: whoever belongs there convenes exactly that, and presides. */
async function sitOverTheirHeads<T>(
  stage: Stage,
  base: Base,
  { id, matters, due }: { readonly id: string; readonly matters: readonly string[]; readonly due: string },
  decide: (chair: Person, sitting: number) => Promise<T>,
): Promise<T> {
  const { name } = base;
  const chair = await neighbourOf(stage, base, 11);
  const startsAt = later(due, 3);
  const notice = matters.map((matter) => ({ matter, title: matter }));
  const input = { kind: 'extraordinary', place: 'Cancha', startsAt, notice };
  const sitting = indexOf(await chair.must(name, 'ConveneSitting', input, `${id}/convene`), 'SittingConvened');
  stage.calendar.reach(startsAt);
  const hall = { ...chairOf(base), presidium: chair };
  const meeting = eveningOf({ id, day: 0, call: 'first', present: full(base), matters });
  await assemble(stage, hall, meeting, sitting);
  stopped(
    stage,
    {
      es: 'La presidencia viene a abrir esa sesión, o a cerrarla',
      en: 'The presidency comes to open that sitting, or to keep it shut',
    },
    'not-allowed',
    await base.presidency.ask(name, 'OpenSitting', { sitting, call: 'first' }, `${id}/presidency`),
  );
  await open(stage, hall, meeting, sitting);
  const done = await decide(chair, sitting);
  await chair.must(name, 'CloseSitting', { sitting }, `${id}/end`);
  return done;
}

/** So many days after a time that an act has given, and at that hour; never from the clock, which a retold story finds elsewhere. */
const later = (time: string, days: number, hour = '21'): string =>
  `${new Date(Date.parse(time) + days * 86_400_000).toISOString().slice(0, 10)}T${hour}:00:00Z`;

/** Members demand, wait the days of the statute, convene by themselves, and elect others: the base as these run it. */
export async function leadersWhoNeverConvene(stage: Stage, base: Base, day: number): Promise<Base> {
  const { name, title } = base;
  const { voice, calendar, people } = stage;
  voice.chapter({ es: 'Los dirigentes que nunca convocan', en: 'The leaders who never convene' });
  calendar.goTo(day, 10);
  const matters = ['accounts', 'election'];
  const needed = Math.ceil(rollOf(base) / 5);
  const demanding: Person[] = [];
  let act: ActReceipt | undefined;
  for (let place = 0; place < needed; place++) {
    const neighbour = await neighbourOf(stage, base, behindOfficers + place);
    demanding.push(neighbour);
    const demanded = await neighbour.must(name, 'DemandSitting', { matters }, `demand-${place}`);
    act = demanded.acts.find(({ act: written }) => written === 'SittingDemanded') ?? act;
  }
  const [presidency, secretary] = demanding;
  if (act === undefined || presidency === undefined || secretary === undefined)
    throw new Error(`${needed} of ${name} were not enough`);
  const { due } = await dataOf<{ readonly due: string }>(stage, name, act.index);
  voice.step({
    es: `${title}: ${needed} de ${rollOf(base)} exigen sesión sobre cuentas y elección ${cited(act)}; el libro dice cuántos, no quiénes.`,
    en: `${title}: ${needed} of ${rollOf(base)} demand a sitting on accounts and election ${cited(act)}; the book has their number, and nobody’s name.`,
  });
  const early = {
    kind: 'extraordinary',
    place: 'Cancha',
    startsAt: calendar.time(day + 5, 17),
    notice: matters.map((matter) => ({ matter, title: matter })),
  };
  const chair = await neighbourOf(stage, base, 11);
  stopped(
    stage,
    {
      es: 'Una vecina quiere convocar antes de que se cumpla el plazo',
      en: 'A neighbour wants to convene before the day has come',
    },
    'nothing-overdue',
    await chair.ask(name, 'ConveneSitting', early, 'demand/early'),
  );
  calendar.reach(due);
  const devices = { presidency: `${name}/presidencia-2`, secretary: `${name}/actas-2` };
  const [chairs = '', writes = ''] = officesToFill(base.plan.statute);
  const elected = await sitOverTheirHeads(stage, base, { id: 'demanded', matters, due }, (presiding, sitting) =>
    decideByHands({ ...chairOf(base), presidium: presiding }, sitting, 'demanded/election', {
      matter: 'election',
      title: 'Nueva directiva',
      text: 'Convocarán.',
      hands: { yes: full(base) - 2, no: 2, abstain: 0 },
      proposal: {
        kind: 'elect-officers',
        from: later(due, 0, '00'),
        until: later(due, 300, '00'),
        officers: [
          { office: chairs, holder: presidency.holder, key: people.deviceKeyOf(devices.presidency) },
          { office: writes, holder: secretary.holder, key: people.deviceKeyOf(devices.secretary) },
        ],
      },
    }),
  );
  voice.step({
    es: `Pasado el plazo, convoca y preside una vecina; la sala elige otra directiva, y las llaves de la anterior ya no valen ${cited(actOf(elected, 'OfficersElected'))}.`,
    en: `When the day has passed a neighbour convenes and presides; the hall elects other officers, and the keys of the old ones are void ${cited(actOf(elected, 'OfficersElected'))}.`,
  });
  return { ...base, presidency, secretary, devices };
}

/** Where on the roll those are who have been given nothing to do. */
const behindOfficers = 5;
