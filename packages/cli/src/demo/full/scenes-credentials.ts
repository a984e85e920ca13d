import { post } from '../client.ts';
import { dataOf } from '../read.ts';
import type { Stage } from '../stage.ts';
import { closeAbove, openAbove } from './assembly.ts';
import { type Base, callFounding, foundBase, sitFounding } from './base.ts';
import { conveneCouncil, foundCouncil, rollCall, type Session } from './council.ts';
import { belowOf, type District, type World } from './federation.ts';
import type { BasePlan } from './plan.ts';
import { witness } from './proving.ts';
import { stopped } from './scenes.ts';
import { assemblyStatute } from './statutes.ts';

const days = { phantom: 77, opens: 80, again: 83 } as const;

/** Who sits above is known: delegates of nobody, packed credentials, juntas of paper, a second congress. */
export async function credentialScenes(stage: Stage, world: World): Promise<void> {
  stage.voice.chapter({ es: 'Quién se sienta arriba, y de parte de quién', en: 'Who sits above, and for whom' });
  const district = world.districts[0] as District;
  const phantom = await phantomJunta(stage, district);
  await packedCredentials(stage, district, phantom);
  await phantomSits(stage, district, phantom);
  await twoCongresses(stage, world);
}

/** Four friends in a kitchen, and one neighbour who says that it exists. */
async function phantomJunta(stage: Stage, { council, juntas }: District): Promise<Base> {
  const friend = juntas[0] as Base;
  const plan: BasePlan = {
    ...friend.plan,
    name: 'junta-de-papel',
    title: 'Junta Vecinal de Papel',
    people: friend.plan.people.slice(0, 9),
    founds: 'first',
    foundedOn: days.phantom,
  };
  stage.calendar.goTo(days.phantom - 8, 9);
  const phantom = await foundBase(stage, plan);
  const minutes = await sitFounding(stage, phantom, await callFounding(stage, phantom), council);
  await witness(stage, friend, phantom);
  const input = { minutes, witnesses: [friend.origin] };
  stopped(
    stage,
    {
      es: 'La junta de papel: diez amigos, y una sola vecina que la vio fundarse',
      en: 'The junta of paper: ten friends, and a single neighbour who saw it founded',
    },
    'too-few-witnesses',
    await phantom.presidency.ask(phantom.name, 'ProveFounding', input, 'prove-phantom'),
  );
  return phantom;
}

const admittingText = (title: string): string => `Se admite a ${title}.`;

const sessionOn = (day: number, title: string): Session => ({
  id: `distrito-dia-${day}`,
  kind: 'extraordinary',
  convenedOn: day - 2,
  day,
  matters: [{ matter: 'affiliation', text: admittingText(title) }],
});

/** The desk is the presidency's own, and it is for the friend all the same that the rule says no. */
async function packedCredentials(stage: Stage, { council }: District, phantom: Base): Promise<void> {
  const { name, presidency } = council;
  const plan = sessionOn(days.opens, phantom.title);
  const sitting = await conveneCouncil(stage, council, presidency, plan);
  const open = await openAbove(stage, council, plan, sitting, presidency);
  const accrediting = (below: string, seat: number, key: string) =>
    presidency.ask(name, 'AccreditSeat', { sitting, below, seat }, `packed-${key}`);
  const first = council.below[0]?.origin ?? '';
  stopped(
    stage,
    {
      es: 'Un delegado con una carta sellada, de una junta que nadie conoce',
      en: 'A delegate with a stamped letter, of a junta that nobody knows',
    },
    'not-affiliated',
    await accrediting('el-alto.example/junta-fantasma', 1, 'letter'),
  );
  stopped(
    stage,
    { es: 'Un tercer delegado de una junta con dos asientos', en: 'A third delegate of a junta with two seats' },
    'entitlement-exceeded',
    await accrediting(first, 3, 'third'),
  );
  stopped(
    stage,
    { es: 'El mismo delegado entra otra vez', en: 'The same delegate comes in again' },
    'already-accredited',
    await accrediting(first, 1, 'twice'),
  );
  const { origin: below, key, title } = phantom;
  const proposal = { kind: 'admit', below, key, title, entitlement: 2 };
  const question = { matter: 'affiliation', title: 'Admisión', text: admittingText(title), proposal };
  await rollCall(council, open.chair, sitting, 'admit-phantom', question, open.here);
  stopped(
    stage,
    {
      es: 'Una junta admitida en medio de la sesión, y sus delegados a la puerta',
      en: 'A junta admitted in the middle of the sitting, with its delegates at the door',
    },
    'waiting-time',
    await accrediting(below, 1, 'packed'),
  );
  await closeAbove(council, open, plan.id);
}

async function phantomSits(stage: Stage, { council }: District, phantom: Base): Promise<void> {
  const { name, presidency } = council;
  const plan = sessionOn(days.again, phantom.title);
  const sitting = await conveneCouncil(stage, council, presidency, plan);
  stage.calendar.goTo(plan.day, 15, 1);
  const input = { sitting, below: belowOf(phantom).origin, seat: 1 };
  stopped(
    stage,
    {
      es: 'La junta de papel, ya admitida, manda a su delegado',
      en: 'The junta of paper, admitted by now, sends its delegate',
    },
    'body-unproven',
    await presidency.ask(name, 'AccreditSeat', input, 'accredit-phantom'),
  );
  const off = { sitting, reason: 'La junta no está probada.' };
  await presidency.must(name, 'CallOffSitting', off, 'phantom/off');
}

/** Both books stand; nothing of one counts in the other. */
async function twoCongresses(stage: Stage, { assembly, organisations }: World): Promise<void> {
  const { base, operatorToken } = stage.nodeOf(assembly.name);
  const founder = { name: 'otra comisión', key: stage.people.deviceKeyOf('otra comisión') };
  const statute = assemblyStatute();
  const input = {
    name: assembly.name,
    title: 'ASAMBLEA POPULAR',
    kind: 'delegate',
    founder,
    statute,
    provisionalDays: 60,
  };
  const again = await post(`${base}/api/bodies`, input, operatorToken, 'found-again');
  const refused = again.content as { readonly code: string; readonly sentences: { es: string; en: string } };
  if (again.status < 400) throw new Error('one name has two books');
  stage.voice.refused(
    {
      es: 'Otra comisión funda una asamblea del mismo nombre',
      en: 'Another commission founds an assembly of the same name',
    },
    refused.sentences,
  );
  const other = await foundCouncil(stage, 'asamblea-autentica', 'Asamblea Popular Auténtica', statute);
  const { origin: below, key, title } = organisations[0] as Base;
  const claim = { below, key, title, entitlement: 4, class: 'central' };
  stopped(
    stage,
    {
      es: 'Con otro nombre, se atribuye a las delegaciones',
      en: 'Under another name, it claims the delegations as its own',
    },
    'affiliation-not-requested',
    await other.convener.ask(other.name, 'AdmitAffiliate', claim, 'claim'),
  );
  const founded = await dataOf<{ readonly title: string }>(stage, other.name, 0);
  stage.voice.step({
    es: `Los dos libros quedan en pie: «${assembly.title}» y «${founded.title}». Nada de uno cuenta en el otro.`,
    en: `Both books stand: “${assembly.title}” and “${founded.title}”. Nothing of one counts in the other.`,
  });
}
