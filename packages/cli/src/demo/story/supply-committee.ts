import { actOf } from '../client.ts';
import { chairOf, convene, hold, noticeOf, seal, sealBoth } from '../hall.ts';
import { type Assembly, anyoneAt, originOf, type Person, type Stage, signIn } from '../stage.ts';
import { accredit, castAll, openDeviceVote, type Popular, seated } from './assembly.ts';
import { must, plainEvening } from './chapter-mandate.ts';
import { found } from './founding.ts';
import type { SupplySample } from './supply-sample.ts';

/** The committee with its officers; who answers for it are the juntas that formed it. */
export interface Committee extends Popular {
  readonly parents: readonly Assembly[];
  readonly presidency: Person;
  readonly secretary: Person;
}

const text = 'Comité de Abastecimiento: gas, oxígeno y comida. Informa cada mes a las juntas que lo formaron.';
const convenerKey = 'convocatoria del comité de abastecimiento';
const devices = { presidency: 'comite/presidencia', secretary: 'comite/actas' } as const;
const SEATS = 2;

/** Three juntas vote the same text and elect two delegates each; the committee’s own book begins on their proof. */
export async function formCommittee(
  stage: Stage,
  sample: SupplySample,
  { parents, statute }: { readonly parents: readonly Assembly[]; readonly statute: object },
): Promise<Popular> {
  const { name, title } = sample.committee;
  const called = [];
  for (const parent of parents) {
    const plan = plainEvening(
      `${parent.name}/supply`,
      75,
      Math.ceil(parent.roll.length * 0.7),
      [{ matter: 'affiliation', text }, 'election'],
      'first',
    );
    called.push({ parent, plan, sitting: await convene(stage, chairOf(parent), plan) });
  }
  for (const { parent, plan, sitting } of called) {
    const hands = { yes: plan.present - 1, no: 0, abstain: 1 };
    const [formed, elected] = await hold(stage, parent, plan, sitting, [
      { matter: 'affiliation', title, text, hands, proposal: formation(stage, sample, parents) },
      {
        matter: 'election',
        title: `Delegados al ${title}`,
        text: 'Revocables en cualquier momento.',
        hands,
        proposal: delegates(stage, sample, parent),
      },
    ]);
    await sealBoth(stage, parent, actOf(must(formed), 'CommitteeFormed'));
    await sealBoth(stage, parent, actOf(must(elected), 'DelegatesElected'));
  }
  stage.calendar.goTo(75, 21);
  const founder = { name: convenerKey, key: stage.people.deviceKeyOf(convenerKey) };
  const founded = await found(stage, { name, title, kind: 'committee', founder, statute, provisionalDays: 30 }, name);
  const convener = await signIn(stage, name, 'convener', founded.member, founded.card.code);
  for (const parent of parents) await stage.carry(parent.name, name);
  const shown = { parents: parents.map(({ origin }) => origin) };
  await anyoneAt(stage, name).must(name, 'ShowFormation', shown, 'supply/formation');
  return { name, origin: originOf(stage, name), key: founded.key, convener, delegates: new Map() };
}

const formation = (stage: Stage, { committee }: SupplySample, parents: readonly Assembly[]): object => ({
  kind: 'form-committee',
  committee: originOf(stage, committee.name),
  parents: parents.map(({ origin }) => ({ body: origin, seats: SEATS })),
  matters: ['ordinary'],
  powers: ['contar lo que hay', 'repartir por la regla votada', 'anotar entregas'],
  reportDays: 30,
  until: stage.calendar.time(75 + 180, 18),
});

/** Others than those who sit in the assembly. */
const delegates = (stage: Stage, { committee }: SupplySample, { roll }: Assembly): object => ({
  kind: 'elect-delegates',
  to: originOf(stage, committee.name),
  from: stage.calendar.time(75, 19),
  until: stage.calendar.time(75 + 180, 18),
  seats: Array.from({ length: SEATS }, (_, number) => ({
    seat: number + 1,
    holder: roll[9 + 2 * number],
    alternate: roll[10 + 2 * number],
  })),
});

/** Called with its notice; the clock stays where it is. */
export async function callCommittee(
  stage: Stage,
  committee: Popular,
  chair: Person,
  {
    id,
    kind,
    at,
    matters,
  }: { readonly id: string; readonly kind: string; readonly at: string; readonly matters: readonly string[] },
): Promise<number> {
  const notice = noticeOf(matters.map((matter) => ({ matter, title: matter })));
  const input = { kind, place: 'Sede de Villa Tunari', startsAt: at, notice };
  const convened = await chair.must(committee.name, 'ConveneSitting', input, `${id}/convene`);
  stage.calendar.reach(at);
  return actOf(convened, 'SittingConvened').index;
}

export const seatsOf = (parents: readonly Assembly[]) => parents.map((junta) => ({ junta, seats: SEATS }));

/** Its first sitting: credentials of the six delegates, and two of them in office, one from each of two juntas. */
export async function seatOfficers(stage: Stage, committee: Popular, parents: readonly Assembly[]): Promise<Committee> {
  const { calendar, people } = stage;
  calendar.goTo(76, 9);
  const { convener, name } = committee;
  const plan = { id: 'supply/founding', kind: 'founding', at: calendar.time(77, 10), matters: ['election'] };
  const sitting = await callCommittee(stage, committee, convener, plan);
  await accredit(stage, committee, convener, sitting, seatsOf(parents));
  await convener.must(name, 'OpenSitting', { sitting, call: 'first' }, 'supply/founding/open');
  const [first, second] = parents.map(({ name: junta }) => ({ junta, seat: 1 }));
  if (first === undefined || second === undefined) throw new Error('a joint committee has two parents');
  const seatName = ({ junta }: typeof first): string => `${parents.find((one) => one.name === junta)?.origin ?? ''}#1`;
  const { vote } = await openDeviceVote(committee, convener, 'supply/officers', {
    sitting,
    matter: 'election',
    title: 'Presidencia y secretaría del comité',
    text: 'Por seis meses, revocables.',
    proposal: {
      kind: 'elect-officers',
      from: calendar.time(77, 10),
      until: calendar.time(75 + 180, 9),
      officers: [
        { office: 'presidencia', holder: seatName(first), key: people.deviceKeyOf(devices.presidency) },
        { office: 'secretaria-de-actas', holder: seatName(second), key: people.deviceKeyOf(devices.secretary) },
      ],
    },
  });
  await castAll(committee, vote, () => 'yes');
  const closed = await convener.must(name, 'CloseVote', { vote }, 'supply/officers/close');
  await seal(stage, name, actOf(closed, 'OfficersElected'), [{ person: convener, device: convenerKey }]);
  const [presidency, secretary] = [seated(committee, first), seated(committee, second)];
  await presidency.must(name, 'CloseSitting', { sitting }, 'supply/founding/end');
  return { ...committee, parents, presidency, secretary };
}

export const sealByCommittee = (
  stage: Stage,
  { name, presidency, secretary }: Committee,
  act: Parameters<typeof seal>[2],
): Promise<void> =>
  seal(stage, name, act, [
    { person: presidency, device: devices.presidency },
    { person: secretary, device: devices.secretary },
  ]);
