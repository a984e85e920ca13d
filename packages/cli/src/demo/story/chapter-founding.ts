import { actOf } from '../client.ts';
import { seal, sealBoth } from '../hall.ts';
import { firstAct } from '../read.ts';
import type { Assembly, Stage } from '../stage.ts';
import {
  type Accreditation,
  accredit,
  admitAll,
  conveneAssembly,
  devices,
  electPresidium,
  foundAssembly,
  type Popular,
  presidencySeat,
  seated,
  secretarySeat,
} from './assembly.ts';
import { foundJunta, proveFounding } from './founding.ts';
import { juntasOf } from './plan.ts';

export interface Sample {
  readonly federation: Parameters<typeof juntasOf>[0] & {
    readonly assembly: { readonly name: string; readonly title: string };
  };
  readonly statutes: { readonly junta: object; readonly assembly: object };
}

export interface Cast {
  readonly popular: Popular;
  readonly juntas: readonly Assembly[];
  junta(name: string): Assembly;
}

export async function chapterFounding(stage: Stage, sample: Sample): Promise<Cast> {
  const { voice } = stage;
  voice.chapter({ es: 'Doce juntas se fundan', en: 'Twelve neighbourhood councils are founded' });
  const { name, title } = sample.federation.assembly;
  const popular = await foundAssembly(stage, name, title, sample.statutes.assembly);
  const plans = juntasOf(sample.federation);
  const juntas: Assembly[] = [];
  for (const plan of plans) juntas.push(await foundJunta(stage, plan, popular, sample.statutes.junta));
  for (const [place, junta] of juntas.entries()) {
    const neighbours = [1, 2].map((step) => juntas[(place + step) % juntas.length]).filter((one) => one !== undefined);
    await proveFounding(stage, junta, neighbours);
  }
  const people = plans.reduce((sum, plan) => sum + plan.people.length + 1, 0);
  voice.step({
    es: `${juntas.length} juntas, ${people} vecinas y vecinos en el padrón. Cada una eligió en su primera sesión directiva y delegados; dos dirigentes sellaron la elección con la llave de su propio teléfono.`,
    en: `${juntas.length} councils, ${people} neighbours on the rolls. Each elected officers and delegates in its first sitting; two officers sealed the election with the key on their own phone.`,
  });
  voice.step({
    es: 'Cada fundación tiene acta sellada y dos juntas vecinas que la atestiguan: ya no son provisionales.',
    en: 'Each founding has sealed minutes and two neighbouring councils as witnesses: they are no longer provisional.',
  });
  await admitAll(stage, popular, juntas);
  const find = (wanted: string): Assembly => {
    const found = juntas.find((junta) => junta.name === wanted);
    if (found === undefined) throw new Error(`no junta ${wanted} in the sample`);
    return found;
  };
  return { popular, juntas, junta: find };
}

/** The assembly's first sitting: the commission of credentials at work. */
export async function chapterCredentials(stage: Stage, cast: Cast): Promise<void> {
  const { popular, juntas } = cast;
  const { voice } = stage;
  voice.chapter({ es: 'La comisión de poderes', en: 'The commission of credentials' });
  const sitting = await conveneAssembly(stage, popular, popular.convener, {
    id: 'assembly/founding',
    kind: 'founding',
    convenedOn: 20,
    day: 25,
    hour: 9,
    matters: [{ matter: 'election', title: 'Presidencia y secretaría' }],
  });
  const claims = juntas.map((junta) => ({ junta, seats: junta.name === 'junta-la-paz' ? 3 : 2 }));
  const results = await accredit(stage, popular, popular.convener, sitting, claims);
  tellAccreditation(stage, results);
  await popular.convener.must(popular.name, 'OpenSitting', { sitting, call: 'first' }, 'assembly/founding/open');
  await electPresidium(stage, popular, juntas, sitting);
  const presidency = seated(popular, presidencySeat);
  await presidency.must(popular.name, 'CloseSitting', { sitting }, 'assembly/founding/end');
  await proveAssembly(stage, cast, sitting);
  voice.step({
    es: 'La Asamblea eligió de entre sus delegados presidencia y secretaría; los poderes de la comisión convocante terminaron ahí.',
    en: 'The assembly elected presidency and secretary from among its delegates; the conveners’ powers ended there.',
  });
  await sealLateElection(stage, cast);
}

/** The assembly's own founding: minutes sealed by its officers, two juntas as witnesses. */
async function proveAssembly(stage: Stage, { popular, juntas }: Cast, sitting: number): Promise<void> {
  const [presidency, secretary] = [seated(popular, presidencySeat), seated(popular, secretarySeat)];
  const text = 'Acta de fundación de la Asamblea Popular del Distrito 6.';
  const approved = await secretary.must(popular.name, 'ApproveMinutes', { sitting, text }, 'assembly/founding/minutes');
  await seal(stage, popular.name, actOf(approved, 'MinutesApproved'), [
    { person: presidency, device: devices.presidency },
    { person: secretary, device: devices.secretary },
  ]);
  await proveFounding(stage, { name: popular.name, origin: popular.origin, presidency }, juntas.slice(0, 2));
}

function tellAccreditation({ voice }: Stage, results: readonly Accreditation[]): void {
  const admitted = results.filter(({ reply }) => reply.ok).length;
  voice.step({
    es: `${admitted} credenciales de ${results.length} aceptadas: cada una lleva al acta sellada de la junta que eligió.`,
    en: `${admitted} of ${results.length} credentials accepted: each leads to the sealed act of the council that elected.`,
  });
  for (const { junta, seat, reply } of results) {
    if (reply.ok) continue;
    voice.refused(
      { es: `${junta.title}, asiento ${seat}: no aceptado`, en: `${junta.title}, seat ${seat}: not accepted` },
      reply.sentences,
    );
  }
}

/** Río Seco brings the missing signature afterwards; its delegates are admitted at the next sitting. */
async function sealLateElection(stage: Stage, { junta }: Cast): Promise<void> {
  const riverside = junta('junta-rio-seco');
  const election = await firstAct(stage, riverside.name, 'DelegatesElected');
  await sealBothMissing(stage, riverside, election);
}

async function sealBothMissing(stage: Stage, assembly: Assembly, act: Parameters<typeof sealBoth>[2]): Promise<void> {
  stage.calendar.goTo(26, 19);
  await sealBoth(stage, assembly, act);
  stage.voice.step({
    es: `${assembly.title} pone la segunda firma que faltaba; en la próxima sesión sus delegados entran.`,
    en: `${assembly.title} adds the second signature that was missing; at the next sitting its delegates are admitted.`,
  });
}
