import { createHash } from 'node:crypto';
import { utf8Encode } from '@cabildo/book';
import { type ActReceipt, actOf, type Done, post } from '../client.ts';
import { type Chair, decideByHands, type Evening, gather, type Hands, open, seal } from '../hall.ts';
import { firstAct } from '../read.ts';
import { type Assembly, originOf, type Person, type Stage, signIn } from '../stage.ts';
import { delegatesOf, type Junta } from './plan.ts';

const offices = { presidency: 'presidencia', secretary: 'secretaria-de-actas' } as const;

export interface Upper {
  readonly name: string;
  readonly origin: string;
  readonly key: string;
}

interface Founded {
  readonly member: string;
  readonly card: { readonly code: string };
  readonly origin: string;
  readonly key: string;
}

export async function found(stage: Stage, input: object, name: string): Promise<Founded> {
  const { base, operatorToken } = stage.nodeOf(name);
  const reply = await post(`${base}/api/bodies`, input, operatorToken, `found/${name}`);
  if (reply.status !== 201) throw new Error(`${name} could not be founded: ${JSON.stringify(reply.content)}`);
  return reply.content as Founded;
}

/**
 * A junta from nothing to sealed elections: its founder enrols the neighbours and convenes; the first sitting elects
 * officers with their device keys, asks to belong to the assembly and elects delegates.
 */
export async function foundJunta(stage: Stage, junta: Junta, upper: Upper, statute: object): Promise<Assembly> {
  const { name, title } = junta;
  stage.calendar.goTo(1, 8);
  const founder = `fundadora de ${title}`;
  const founded = await found(
    stage,
    {
      name,
      title,
      kind: 'base',
      founder: { name: founder, key: stage.people.deviceKeyOf(founder) },
      statute,
      provisionalDays: 60,
    },
    name,
  );
  const convener = await signIn(stage, name, 'convener', founded.member, founded.card.code);
  const roll = await enrol(stage, convener, junta);
  const assembly = await seatOfficers(stage, convener, junta, founded, roll);
  const chair: Chair = { body: name, presidium: convener, tellers: assembly.tellers };
  const plan: Evening = {
    id: `${name}/founding`,
    kind: 'founding',
    day: 2,
    hour: junta.hour,
    convenedOn: 1,
    place: 'Sede social',
    present: junta.atFounding,
    call: 'first',
    matters: [
      { matter: 'election', title: 'Elección de la directiva y de delegados' },
      { matter: 'affiliation', title: 'Afiliación a la Asamblea Popular', text: asking },
    ],
  };
  const sitting = await gather(stage, chair, plan);
  await open(stage, chair, plan, sitting);
  const acts = await foundingVotes(stage, chair, assembly, junta, upper, sitting);
  await finishFounding(stage, assembly, junta, sitting, acts);
  return assembly;
}

async function enrol(stage: Stage, convener: Person, junta: Junta): Promise<readonly string[]> {
  stage.calendar.goTo(1, 8, 30);
  const enrolled = await Promise.all(
    junta.people.map((person, number) =>
      convener.must(junta.name, 'EnrolMember', { name: person }, `${junta.name}/enrol-${number}`),
    ),
  );
  return enrolled.map(({ answer }) => String(answer.member));
}

async function seatOfficers(
  stage: Stage,
  convener: Person,
  junta: Junta,
  founded: Founded,
  roll: readonly string[],
): Promise<Assembly> {
  const withCard = async (role: string, number: number): Promise<Person> => {
    const member = roll[number] ?? '';
    const card = await convener.must(junta.name, 'IssueCard', { member }, `${junta.name}/card-${role}`);
    return signIn(stage, junta.name, role, member, cardCode(card));
  };
  const presidency = await withCard('presidency', 0);
  const secretary = await withCard('secretary', 1);
  const tellers = [await withCard('teller-1', 2), await withCard('teller-2', 3)] as const;
  const devices = { presidency: `${junta.name}/presidencia`, secretary: `${junta.name}/actas` };
  const { name, title } = junta;
  return {
    name,
    title,
    origin: originOf(stage, name),
    key: founded.key,
    roll,
    presidency,
    secretary,
    tellers,
    devices,
  };
}

const asking = 'La junta pide pertenecer a la Asamblea Popular del Distrito 6.';

export const cardCode = (done: Done): string => (done.answer.card as { readonly code: string }).code;

interface FoundingActs {
  readonly request: ActReceipt;
  readonly delegates: ActReceipt;
}

async function foundingVotes(
  stage: Stage,
  chair: Chair,
  assembly: Assembly,
  junta: Junta,
  upper: Upper,
  sitting: number,
): Promise<FoundingActs> {
  const from = stage.calendar.time(2, junta.hour);
  const { people } = stage;
  const all: Hands = { yes: junta.atFounding - 1, no: 0, abstain: 1 };
  const id = `${junta.name}/founding`;
  const officers = await decideByHands(chair, sitting, `${id}/officers`, {
    matter: 'election',
    title: 'Directiva',
    text: 'Presidencia y secretaría de actas por dos años.',
    hands: all,
    proposal: {
      kind: 'elect-officers',
      from,
      until: stage.calendar.time(2 + 720, 18),
      officers: [
        {
          office: offices.presidency,
          holder: assembly.presidency.holder,
          key: people.deviceKeyOf(assembly.devices.presidency),
        },
        {
          office: offices.secretary,
          holder: assembly.secretary.holder,
          key: people.deviceKeyOf(assembly.devices.secretary),
        },
      ],
    },
  });
  // The founder hands over: the election of the officers is sealed with the key that it replaces.
  const founderDevice = `fundadora de ${junta.title}`;
  await seal(stage, junta.name, actOf(officers, 'OfficersElected'), [
    { person: chair.presidium, device: founderDevice },
  ]);
  // The founder's powers end with the election; from here the elected presidency runs the sitting.
  const elected: Chair = { ...chair, presidium: assembly.presidency };
  const request = await decideByHands(elected, sitting, `${id}/affiliation`, {
    matter: 'affiliation',
    title: 'Afiliación a la Asamblea Popular',
    text: asking,
    hands: all,
    proposal: { kind: 'request-affiliation', to: upper.origin, toKey: upper.key },
  });
  const delegates = await decideByHands(elected, sitting, `${id}/delegates`, {
    matter: 'election',
    title: 'Delegados a la Asamblea Popular',
    text: 'Delegados titulares y suplentes, revocables en cualquier momento.',
    hands: all,
    proposal: delegatesOf(stage, junta, assembly.roll, upper.origin),
  });
  if (junta.territory !== null) await drawTerritory(elected, sitting, junta, junta.territory, all);
  return { request: actOf(request, 'AffiliationRequested'), delegates: actOf(delegates, 'DelegatesElected') };
}

async function drawTerritory(chair: Chair, sitting: number, junta: Junta, map: string, hands: Hands): Promise<void> {
  const bytes = utf8Encode(map);
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  await decideByHands(chair, sitting, `${junta.name}/founding/territory`, {
    matter: 'ordinary',
    title: `Mapa del territorio de ${junta.title}`,
    text: 'La junta aprueba este mapa de su territorio.',
    hands,
    map,
    proposal: { kind: 'draw-territory', geojson: { sha256, bytes: bytes.length, mediaType: 'application/geo+json' } },
  });
}

async function finishFounding(
  stage: Stage,
  assembly: Assembly,
  junta: Junta,
  sitting: number,
  { request, delegates }: FoundingActs,
): Promise<void> {
  const { name, presidency, secretary, devices } = assembly;
  await presidency.must(name, 'CloseSitting', { sitting }, `${name}/founding/end`);
  const text = `Acta de fundación de ${assembly.title}. Presentes: ${junta.atFounding} de ${assembly.roll.length + 1}.`;
  const minutes = await secretary.must(name, 'ApproveMinutes', { sitting, text }, `${name}/founding/minutes`);
  const both = [
    { person: presidency, device: devices.presidency },
    { person: secretary, device: devices.secretary },
  ];
  await seal(stage, name, actOf(minutes, 'MinutesApproved'), both);
  await seal(stage, name, request, both);
  // One junta forgets the second signature: its delegates' election stays unsealed.
  await seal(stage, name, delegates, junta.variant === 'unsealed' ? both.slice(0, 1) : both);
}

/** Two neighbours say in their own books that they saw it founded; then the body is no longer provisional. */
export async function proveFounding(
  stage: Stage,
  assembly: Pick<Assembly, 'name' | 'origin' | 'presidency'>,
  neighbours: readonly Assembly[],
): Promise<void> {
  stage.calendar.goTo(4, 10);
  for (const neighbour of neighbours) {
    await stage.carry(assembly.name, neighbour.name);
    const witnessed = await neighbour.presidency.must(
      neighbour.name,
      'WitnessFounding',
      { neighbour: assembly.origin },
      `${neighbour.name}/witness-${assembly.name}`,
    );
    const both = [
      { person: neighbour.presidency, device: neighbour.devices.presidency },
      { person: neighbour.secretary, device: neighbour.devices.secretary },
    ];
    await seal(stage, neighbour.name, actOf(witnessed, 'FoundingWitnessed'), both);
    await stage.carry(neighbour.name, assembly.name);
  }
  const { index: minutes } = await firstAct(stage, assembly.name, 'MinutesApproved');
  const witnesses = neighbours.map(({ origin }) => origin);
  await assembly.presidency.must(assembly.name, 'ProveFounding', { minutes, witnesses }, `${assembly.name}/prove`);
}
