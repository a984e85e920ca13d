import { many } from '../amounts.ts';
import type { Stage } from '../stage.ts';
import type { Upper } from '../story/founding.ts';
import {
  asksToBelong,
  type Base,
  callFounding,
  conveneBase,
  foundBase,
  joiningOn,
  rollOf,
  sendLater,
  sitFounding,
} from './base.ts';
import {
  admitAll,
  type Below,
  type Council,
  closeFirst,
  conveneCouncil,
  foundCouncil,
  type Seated,
  type Session,
  sendUp,
  sitFirst,
} from './council.ts';
import { forEachOf } from './crowd.ts';
import { enterFromPaper } from './paper.ts';
import { type BasePlan, type FullPlan, foundingDay } from './plan.ts';
import { proveBy } from './proving.ts';
import type { FullSample } from './sample.ts';
import { assemblyStatute, federationStatute, seatsByClass, seatsInFederation, statuteOf } from './statutes.ts';

export interface District {
  readonly council: Seated;
  readonly juntas: readonly Base[];
}

/** Everybody on the stage, once all tiers are founded. */
export interface World {
  readonly districts: readonly District[];
  readonly organisations: readonly Base[];
  readonly federation: Seated;
  readonly assembly: Seated;
}

export const juntasOf = ({ districts }: World): readonly Base[] => districts.flatMap(({ juntas }) => juntas);

/** The days on which the tiers meet first: each after the one below it. */
const days = { joining: 45, districts: 52, federation: 58, assembly: 66 } as const;

/** From the bases up: nothing is founded above before those below it are proven. */
export async function foundEverything(stage: Stage, sample: FullSample, plan: FullPlan): Promise<World> {
  const councils = await foundCouncils(stage, sample, plan);
  const { juntas, organisations } = await foundAllBases(stage, plan, councils);
  const districts = await sitDistricts(stage, councils, juntas);
  const federation = await sitFederation(stage, councils, districts);
  const assembly = await sitAssembly(stage, councils.assembly, federation, organisations);
  return { districts, organisations, federation, assembly };
}

interface Councils {
  readonly districts: readonly Council[];
  readonly federation: Council;
  readonly assembly: Council;
}

async function foundCouncils(stage: Stage, sample: FullSample, plan: FullPlan): Promise<Councils> {
  stage.voice.chapter({ es: 'Las bases se fundan', en: 'The bases are founded' });
  stage.calendar.goTo(0, 9);
  const { federation, assembly } = sample;
  return {
    districts: await forEachOf(plan.districts, ({ name, title }) =>
      foundCouncil(stage, name, title, statuteOf('federation')),
    ),
    federation: await foundCouncil(stage, federation.name, federation.title, federationStatute()),
    assembly: await foundCouncil(stage, assembly.name, assembly.title, assemblyStatute()),
  };
}

/** Those of each district, and the organisations that belong to the Assembly itself. */
interface Bases {
  readonly juntas: readonly (readonly Base[])[];
  readonly organisations: readonly Base[];
}

async function foundAllBases(stage: Stage, plan: FullPlan, { districts, assembly }: Councils): Promise<Bases> {
  const { voice } = stage;
  const juntas = plan.districts.flatMap(({ juntas: plans }, place) =>
    plans.map((one) => ({ plan: one, upper: districts[place] as Council })),
  );
  const organisations = plan.organisations.map((one) => ({ plan: one, upper: assembly }));
  const founded = await foundBases(stage, [...juntas, ...organisations]);
  const second = juntas.filter(({ plan: { founds } }) => founds === 'second').length;
  const neighbours = founded.slice(0, juntas.length).reduce((sum, base) => sum + rollOf(base), 0);
  voice.step({
    es: `${many(juntas.length, 'junta', 'juntas')} de ${many(districts.length, 'distrito', 'distritos')}, ${neighbours} vecinas y vecinos en el padrón. Cada una eligió directiva en su primera sesión, ${second} en segunda convocatoria; dos vecinas atestiguan cada fundación.`,
    en: `${many(juntas.length, 'council', 'councils')} of ${many(districts.length, 'district', 'districts')}, ${neighbours} neighbours on the rolls. Each elected its officers in its first sitting, ${second} on second call; two neighbours witness each founding.`,
  });
  const kinds = new Set(plan.organisations.map(({ statute }) => statute.title)).size;
  voice.step({
    es: `${many(organisations.length, 'organización', 'organizaciones')} con estatutos de ${many(kinds, 'clase', 'clases')}: sindicatos, comunidades, cooperativas, asociaciones.`,
    en: `${many(organisations.length, 'organisation', 'organisations')} with statutes of ${many(kinds, 'kind', 'kinds')}: unions, communities, co-operatives, associations.`,
  });
  const byName = new Map(founded.map((base) => [base.name, base]));
  const those = (plans: readonly BasePlan[]): readonly Base[] => plans.map(({ name }) => byName.get(name) as Base);
  return { juntas: plan.districts.map((one) => those(one.juntas)), organisations: those(plan.organisations) };
}

interface Begun {
  readonly plan: BasePlan;
  readonly upper: Upper;
}

/** All of them on the same days, many at once: no book waits for another. */
async function foundBases(stage: Stage, plans: readonly Begun[]): Promise<readonly Base[]> {
  stage.calendar.goTo(1, 8);
  const bases = await forEachOf(plans, ({ plan }) => foundBase(stage, plan));
  const sittings = await forEachOf(bases, (base) => callFounding(stage, base));
  const minutes = await forEachOf(bases, (base, place) =>
    sitFounding(stage, base, sittings[place] ?? 0, (plans[place] as Begun).upper),
  );
  stage.calendar.goTo(foundingDay + 2, 10);
  await forEachOf(bases, (base, place) => {
    const neighbours = [1, 2].map((step) => bases[(place + step) % bases.length] as Base);
    return proveBy(stage, base, minutes[place] ?? 0, neighbours);
  });
  return bases;
}

export const belowOf = ({ name, origin, key, title, plan }: Base): Below => ({
  name,
  origin,
  key,
  title,
  seats: plan.seats,
  ...(plan.class === undefined ? {} : { class: plan.class }),
});

interface Called {
  readonly council: Council;
  readonly below: readonly Below[];
  readonly sitting: number;
}

async function sitDistricts(
  stage: Stage,
  { districts, federation }: Councils,
  juntas: readonly (readonly Base[])[],
): Promise<readonly District[]> {
  const { voice, calendar } = stage;
  voice.chapter({ es: 'Los distritos acreditan', en: 'The districts accredit' });
  const late = districts.flatMap((upper, place) =>
    (juntas[place] ?? []).filter(({ plan }) => plan.founds === 'second').map((base) => ({ base, upper })),
  );
  const joining = await forEachOf(late, ({ base }) => conveneBase(stage, base, joiningOn(base, days.joining)));
  await forEachOf(late, ({ base, upper }, place) =>
    sendLater(stage, base, joiningOn(base, days.joining), joining[place] ?? 0, upper),
  );
  await enterFromPaper(stage, juntas.flat(), days.joining + 2);
  calendar.goTo(days.districts - 2, 10);
  const called = await forEachOf(districts, async (council, place) => {
    const below = (juntas[place] ?? []).map(belowOf);
    await admitAll(council, below);
    return { council, below, sitting: await conveneCouncil(stage, council, council.convener, districtSession) };
  });
  const seated = await forEachOf(called, (one) => sitDistrict(stage, one, federation));
  calendar.goTo(days.districts + 1, 10);
  await forEachOf(seated, ({ council, minutes }, place) => {
    const all = juntas[place] ?? [];
    return proveBy(stage, council, minutes, [all[0] as Base, (all[1] ?? juntas.flat().at(-1)) as Base]);
  });
  const seats = seated.reduce((sum, { council }) => sum + council.below.length * 2, 0);
  voice.step({
    es: `${many(seated.length, 'distrito', 'distritos')}: ${seats === 1 ? '1 credencial lleva' : `${seats} credenciales llevan cada una`} al acta sellada de la junta que eligió. Cada distrito eligió directiva y delegados a la federación.`,
    en: `${many(seated.length, 'district', 'districts')}: ${many(seats, 'credential', 'credentials')}, each leads to the sealed act of the council that elected. Each district elected its officers and delegates to the federation.`,
  });
  return seated.map(({ council }, place) => ({ council, juntas: juntas[place] ?? [] }));
}

const districtSession: Session = {
  id: 'founding',
  kind: 'founding',
  convenedOn: days.districts - 2,
  day: days.districts,
  matters: ['election', asksToBelong],
};

async function sitDistrict(stage: Stage, { council, below, sitting }: Called, upper: Upper) {
  const { seated, here, refused } = await sitFirst(stage, council, below, districtSession, sitting);
  if (refused.length > 0) throw new Error(`${council.name} refused ${JSON.stringify(refused[0])}`);
  const sent = await sendUp(stage, seated, { sitting, day: days.districts, here }, upper, seatsInFederation);
  return { council: seated, minutes: await closeFirst(stage, seated, sitting, sent) };
}

async function sitFederation(
  stage: Stage,
  { federation, assembly }: Councils,
  districts: readonly District[],
): Promise<Seated> {
  stage.calendar.goTo(days.federation - 2, 10);
  const below = districts.map(({ council: { name, origin, key, title } }) => ({
    name,
    origin,
    key,
    title,
    seats: seatsInFederation,
  }));
  await admitAll(federation, below);
  const session: Session = { ...districtSession, convenedOn: days.federation - 2, day: days.federation };
  const sitting = await conveneCouncil(stage, federation, federation.convener, session);
  const { seated, here } = await sitFirst(stage, federation, below, session, sitting);
  const sent = await sendUp(
    stage,
    seated,
    { sitting, day: days.federation, here },
    assembly,
    seatsByClass.federación ?? 1,
  );
  const minutes = await closeFirst(stage, seated, sitting, sent);
  const [first] = districts;
  await proveBy(stage, seated, minutes, (first?.juntas ?? []).slice(0, 2));
  stage.voice.step({
    es: `${federation.title}: ${many(here.length, 'asiento', 'asientos')} de ${many(below.length, 'distrito', 'distritos')}.`,
    en: `${federation.title}: ${many(here.length, 'seat', 'seats')} of ${many(below.length, 'district', 'districts')}.`,
  });
  return seated;
}

async function sitAssembly(
  stage: Stage,
  assembly: Council,
  federation: Seated,
  organisations: readonly Base[],
): Promise<Seated> {
  stage.voice.chapter({ es: 'La Asamblea Popular', en: 'The Popular Assembly' });
  stage.calendar.goTo(days.assembly - 4, 10);
  const { name, origin, key, title } = federation;
  const seats = seatsByClass.federación ?? 1;
  const delegations = [...organisations.map(belowOf), { name, origin, key, title, seats, class: 'federación' }];
  await admitAll(assembly, delegations);
  const session: Session = { ...districtSession, convenedOn: days.assembly - 4, day: days.assembly };
  const sitting = await conveneCouncil(stage, assembly, assembly.convener, session);
  const { seated, refused } = await sitFirst(stage, assembly, delegations, session, sitting);
  const minutes = await closeFirst(stage, seated, sitting, []);
  await proveBy(stage, seated, minutes, organisations.slice(0, 2));
  const all = delegations.reduce((sum, one) => sum + one.seats, 0);
  stage.voice.step({
    es: `${many(delegations.length, 'delegación', 'delegaciones')}, ${all - refused.length} de ${all} asientos acreditados.`,
    en: `${many(delegations.length, 'delegation', 'delegations')}, ${all - refused.length} of ${all} seats accredited.`,
  });
  return seated;
}
