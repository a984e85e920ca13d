import { actOf } from '../client.ts';
import { chairOf, decideByHands } from '../hall.ts';
import { cited, type Person, type Stage } from '../stage.ts';
import { textHashOf } from '../story/chapter-mandate.ts';
import { closeAbove, delegateOf, type Open, sitAbove } from './assembly.ts';
import { type Base, conveneBase, type Meeting, openBase, rollOf, sealBase } from './base.ts';
import { consultAll } from './consultation.ts';
import { callOut, callTheRoll, openRoll, rollCall, type SeatBelow, type Session, tableAbove } from './council.ts';
import type { World } from './federation.ts';
import { indexOf, stopped } from './scenes.ts';

const days = { congress: 234, mandates: 242, bases: 256 } as const;

const water = {
  title: 'Contrato del agua',
  before: 'El paro sigue hasta que se anule el contrato del agua.',
  after: 'El paro sigue hasta que se revise el contrato del agua.',
} as const;

const gas = {
  title: 'Gas primero a los hospitales',
  text: 'La primera cisterna va a hospitales y ollas comunes.',
} as const;

const mandateText = 'Nuestra delegación vota SÍ.';

const blockade = 'Desde mañana.';

/** What binds delegates, what a sitting may decide, and what a square cannot. */
export async function assemblyScenes(stage: Stage, world: World): Promise<void> {
  await congressByConversion(stage, world);
  stage.voice.chapter({ es: 'El mandato obliga', en: 'The mandate binds' });
  const { assembly } = world;
  const base = world.organisations.find(({ name }) => name === 'cob') as Base;
  const meeting: Meeting = {
    id: 'mandatos',
    day: days.mandates,
    call: 'first',
    present: Math.ceil(rollOf(base) * 0.8),
    matters: [{ matter: 'mandate', text: mandateText }],
  };
  const hall = await conveneBase(stage, base, meeting);
  const session: Session = {
    id: 'asamblea-mandatos',
    kind: 'ordinary',
    convenedOn: days.mandates - 5,
    day: days.mandates,
    hour: 15,
    matters: ['ordinary', { matter: 'measure', text: blockade }],
  };
  const open = await sitAbove(stage, assembly, session);
  const motions = {
    gas: await put(world, open, 'gas', gas.title, gas.text),
    water: await put(world, open, 'agua', water.title, water.before),
  };
  await openBase(stage, base, meeting, hall);
  for (const motion of [motions.gas, motions.water]) await mandate(stage, world, base, hall, motion);
  await base.presidency.must(base.name, 'CloseSitting', { sitting: hall }, 'mandatos/end');
  await againstMandate(stage, world, open, base, motions.gas);
  await dodgedByAmendment(stage, world, open, base, motions.water);
  const truce = await truceInWords(stage, world, open);
  await closeAbove(assembly, open, session.id);
  await squareOfEightyThousand(stage, world);
  await consultAll(stage, world, {
    id: 'tregua',
    resolution: truce.resolution,
    title: 'Tregua',
    text: truce.text,
    day: days.bases,
    // A few of them are enough: what a majority of all does not ratify is not in force.
    answer: ({ plan }) => (plan.answers !== 'silent' && plan.mood < 0.1 ? 'no' : null),
  });
}

const put = ({ assembly }: World, { chair, sitting }: Open, id: string, title: string, text: string): Promise<number> =>
  tableAbove(assembly, chair, sitting, id, { matter: 'ordinary', title, text, proposal: { kind: 'resolution' } });

async function mandate(stage: Stage, { assembly }: World, base: Base, sitting: number, motion: number): Promise<void> {
  const textHash = await textHashOf(stage, assembly.name, motion);
  const done = await decideByHands(chairOf(base), sitting, `mandatos/${motion}`, {
    matter: 'mandate',
    title: 'Mandato',
    text: mandateText,
    proposal: { kind: 'mandate', on: { book: assembly.origin, index: motion }, textHash, instruction: 'yes' },
    hands: { yes: Math.ceil(rollOf(base) * 0.7), no: 1, abstain: 0 },
  });
  await sealBase(stage, base, actOf(done, 'MandateGiven'));
}

const seatOf = ({ assembly }: World, base: Base): SeatBelow => {
  const body = assembly.below.find(({ name }) => name === base.name);
  if (body === undefined) throw new Error(`${base.name} has no seat`);
  return { body, seat: 1 };
};

async function againstMandate(stage: Stage, world: World, open: Open, base: Base, motion: number): Promise<void> {
  const { assembly } = world;
  const vote = await openRoll(assembly, open.chair, motion, 'gas');
  stopped(
    stage,
    {
      es: `${base.title}: su delegado dice NO, con mandato de decir SÍ`,
      en: `${base.title}: its delegate says NO, with a mandate to say YES`,
    },
    'against-mandate',
    await callOut(assembly, open.chair, vote, 'gas', seatOf(world, base), 'no'),
  );
  for (const seat of open.here) await callOut(assembly, open.chair, vote, 'gas', seat, 'yes');
  const closed = await open.chair.must(assembly.name, 'CloseVote', { vote }, 'gas/close');
  stage.voice.step({
    es: `Vota SÍ, como mandó su base. «${gas.title}»: aprobada ${cited(actOf(closed, 'ResolutionAdopted'))}.`,
    en: `It says YES, as its base has told it. “${gas.title}”: carried ${cited(actOf(closed, 'ResolutionAdopted'))}.`,
  });
}

async function dodgedByAmendment(stage: Stage, world: World, open: Open, base: Base, motion: number): Promise<void> {
  const { assembly } = world;
  const { chair, sitting, here } = open;
  const proposal = { kind: 'amend-motion', motion, order: 1, substantive: false };
  const style = { matter: 'ordinary', title: 'Corrección de estilo', text: water.after, proposal };
  const amendment = await tableAbove(assembly, chair, sitting, 'enmienda', style);
  const delegate = await delegateOf(stage, assembly, 'magisterio-la-paz');
  const claimed = await delegate.must(assembly.name, 'ClaimSubstantive', { motion: amendment }, 'enmienda/claim');
  stage.voice.step({
    es: `Una «corrección de estilo» pone «revise» donde decía «anule». Basta que un delegado lo diga: cambia el fondo ${cited(actOf(claimed, 'SubstanceClaimed'))}.`,
    en: `A “correction of style” puts “reviewed” where “annulled” was. One delegate’s word is enough: it changes the substance ${cited(actOf(claimed, 'SubstanceClaimed'))}.`,
  });
  await callTheRoll(assembly, chair, amendment, 'enmienda', here);
  const vote = await openRoll(assembly, chair, motion, 'agua');
  stopped(
    stage,
    { es: `${base.title} dice SÍ al texto enmendado`, en: `${base.title} says YES to the amended text` },
    'come-back-and-ask',
    await callOut(assembly, chair, vote, 'agua', seatOf(world, base), 'yes'),
  );
  for (const seat of here) if (seat.body.name !== base.name) await callOut(assembly, chair, vote, 'agua', seat, 'no');
  await chair.must(assembly.name, 'CloseVote', { vote }, 'agua/close');
}

interface Truce {
  readonly resolution: number;
  readonly text: string;
}

/** A measure is lifted as lifting or not at all; words that lift it are suspended when anybody says that they do. */
async function truceInWords(stage: Stage, { assembly }: World, { chair, sitting, here }: Open): Promise<Truce> {
  const { voice, calendar } = stage;
  voice.chapter({ es: 'El pacto que se llama tregua', en: 'The pact that is called a truce' });
  const what = { kind: 'measure', what: 'Bloqueo', place: 'Río Seco', from: calendar.time(days.mandates + 1, 0) };
  const measure = { matter: 'measure', title: 'Bloqueo', text: blockade, proposal: what };
  const declared = await rollCall(assembly, chair, sitting, 'bloqueo', measure, here);
  const lift = { kind: 'lift', measure: indexOf(declared, 'MeasureDeclared'), how: 'suspend' };
  const text = 'Tregua: los puntos de bloqueo se retiran mientras se dialoga.';
  stopped(
    stage,
    { es: 'Suspender el bloqueo como asunto ordinario', en: 'Suspending the blockade as ordinary business' },
    'proposal-does-not-fit-matter',
    await chair.ask(
      assembly.name,
      'TableMotion',
      { sitting, matter: 'ordinary', title: 'Tregua', text, proposal: lift },
      'tregua/lift',
    ),
  );
  const words = { matter: 'ordinary', title: 'Tregua', text, proposal: { kind: 'resolution' } };
  const adopted = await rollCall(assembly, chair, sitting, 'tregua', words, here);
  const resolution = indexOf(adopted, 'ResolutionAdopted');
  const delegate = await delegateOf(stage, assembly, 'magisterio-la-paz');
  const claim = { resolution, claimedMatter: 'lifting' };
  const challenged = await delegate.must(assembly.name, 'ChallengeClassification', claim, 'tregua/challenge');
  voice.step({
    es: `La tregua se aprueba en puras palabras. Un delegado dice que levanta el bloqueo ${cited(actOf(challenged, 'ClassificationChallenged'))}: queda en suspenso, y deciden las bases.`,
    en: `The truce is carried in mere words. A delegate says that it lifts the blockade ${cited(actOf(challenged, 'ClassificationChallenged'))}: it is suspended, and the bases decide.`,
  });
  return { resolution, text };
}

/** A range with its method; what it cheers is a proposal to the bases. */
async function squareOfEightyThousand(stage: Stage, { assembly }: World): Promise<void> {
  const { voice, calendar } = stage;
  const { name, presidency, secretary } = assembly;
  voice.chapter({ es: 'La plaza de los 80.000', en: 'The square of 80,000' });
  const startsAt = calendar.time(days.mandates + 4, 11);
  const input = { kind: 'cabildo', place: 'Plaza San Francisco', startsAt, notice: [] };
  const sitting = indexOf(await presidency.must(name, 'ConveneSitting', input, 'plaza/convene'), 'SittingConvened');
  calendar.reach(startsAt);
  const crowd = {
    sitting,
    atLeast: 80_000,
    atMost: 100_000,
    method: 'Cuatro personas por metro cuadrado, por cuadras',
  };
  const estimated = await secretary.must(name, 'EstimateCrowd', crowd, 'plaza/crowd');
  const motion = await plazaMotion(presidency, name, sitting);
  const cheered = { motion, method: 'acclamation', asked: 3, objections: 0, countAsked: false };
  const acclaimed = await presidency.must(name, 'RecordAcclamation', cheered, 'plaza/acclaim');
  voice.step({
    es: `Entre 80.000 y 100.000 personas, con el método escrito ${cited(actOf(estimated, 'CrowdEstimated'))}. Lo que aclaman queda en suspenso hasta que respondan las bases ${cited(actOf(acclaimed, 'ResolutionAdopted'))}.`,
    en: `Between 80,000 and 100,000 people, with the method written down ${cited(actOf(estimated, 'CrowdEstimated'))}. What they acclaim is suspended until the bases have answered ${cited(actOf(acclaimed, 'ResolutionAdopted'))}.`,
  });
  const pact = {
    sitting,
    matter: 'pact',
    title: 'Pacto',
    text: 'Que se firme.',
    proposal: { kind: 'pact', with: 'el gobierno' },
  };
  stopped(
    stage,
    {
      es: 'Desde el micrófono: que la plaza vote también un pacto',
      en: 'From the microphone: let the square vote a pact as well',
    },
    'crowd-acclaims-only',
    await presidency.ask(name, 'TableMotion', pact, 'plaza/pact'),
  );
  await presidency.must(name, 'CloseSitting', { sitting }, 'plaza/end');
}

async function plazaMotion(presidency: Person, name: string, sitting: number): Promise<number> {
  const text = 'Que el gas no se venda y que haya asamblea constituyente.';
  const motion = { sitting, matter: 'ordinary', title: 'El gas', text, proposal: { kind: 'resolution' } };
  return indexOf(await presidency.must(name, 'TableMotion', motion, 'plaza/table'), 'MotionTabled');
}

/** A sitting stays what it was convened as, whatever it resolves. */
async function congressByConversion(stage: Stage, { federation }: World): Promise<void> {
  const { name, title, statute } = federation;
  stage.voice.chapter({
    es: 'El ampliado que se dice congreso',
    en: 'The enlarged meeting that calls itself a congress',
  });
  const session: Session = {
    id: 'ampliado',
    kind: 'enlarged',
    convenedOn: days.congress - 3,
    day: days.congress,
    matters: ['ordinary', { matter: 'statute', text: 'La directiva dura cuatro años.' }],
  };
  const open = await sitAbove(stage, federation, session);
  const words = {
    matter: 'ordinary',
    title: 'Congreso',
    text: 'Este ampliado se instala en congreso.',
    proposal: { kind: 'resolution' },
  };
  await rollCall(federation, open.chair, open.sitting, 'ampliado/congreso', words, open.here);
  const terms = { ...statute.terms, officersMonths: 48 };
  const amended = {
    sitting: open.sitting,
    matter: 'statute',
    title: 'Nuevo estatuto',
    text: 'La directiva dura cuatro años.',
    proposal: { kind: 'amend-statute', statute: { ...statute, terms } },
  };
  stopped(
    stage,
    {
      es: `${title}: el ampliado, «instalado en congreso», cambia el estatuto`,
      en: `${title}: the enlarged meeting, “installed as a congress”, changes the statute`,
    },
    'sitting-not-competent',
    await open.chair.ask(name, 'TableMotion', amended, 'ampliado/table'),
  );
  await closeAbove(federation, open, session.id);
}
