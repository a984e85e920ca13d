import { actOf } from '../client.ts';
import { seal } from '../hall.ts';
import { type Assembly, anyoneAt, cited, type Stage } from '../stage.ts';
import { accredit, castAll, devices, openDeviceVote, presidencySeat, seated, secretarySeat } from './assembly.ts';
import type { Cast } from './chapter-founding.ts';
import {
  type Committee,
  callCommittee,
  formCommittee,
  sealByCommittee,
  seatOfficers,
  seatsOf,
} from './supply-committee.ts';
import { countPassages, issuePasses } from './supply-passes.ts';
import { type Planned, planSupply } from './supply-plan.ts';
import { fillRegisters, type Registers } from './supply-registers.ts';
import { readSupplySample, type SupplySample } from './supply-sample.ts';
import { makeTrips, offerSpare } from './supply-trips.ts';

const SPARE = 150;

/** A committee of three juntas shares out gas, oxygen and meals: counted, voted, brought, and open to everybody. */
export async function chapterSupply(
  stage: Stage,
  cast: Cast,
  { assemblyStatute, closures }: { readonly assemblyStatute: object; readonly closures: readonly number[] },
): Promise<Committee> {
  stage.voice.chapter({ es: 'Gas, oxígeno y comida', en: 'Gas, oxygen and food' });
  const sample = await readSupplySample();
  const parents = sample.parents.map(cast.junta);
  const decided = await formAndDecide(stage, sample, { parents, assemblyStatute });
  const { committee, registers } = decided;
  const issued = await issuePasses(stage, cast.popular, closures);
  await carryOut(stage, decided);
  await countPassages(stage, cast.popular, issued);
  await passOn(stage, cast, committee, registers);
  return committee;
}

interface Decided {
  readonly committee: Committee;
  readonly registers: Registers;
  readonly plan: number;
  readonly planned: Planned;
}

/** From the vote of the juntas that form it to the plan that it has adopted. */
export async function formAndDecide(
  stage: Stage,
  sample: SupplySample,
  { parents, assemblyStatute }: { readonly parents: readonly Assembly[]; readonly assemblyStatute: object },
): Promise<Decided> {
  const { title } = sample.committee;
  const formed = await formCommittee(stage, sample, { parents, statute: statuteOf(sample, assemblyStatute) });
  const committee = await seatOfficers(stage, formed, parents);
  stage.voice.step({
    es: `${parents.length} juntas votaron el mismo texto y formaron el ${title}; sus ${committee.delegates.size} delegados eligieron presidencia y secretaría.`,
    en: `${parents.length} councils voted the same text and formed the ${title}; its ${committee.delegates.size} delegates elected presidency and secretary.`,
  });
  const registers = await fillRegisters(stage, committee, sample);
  return { committee, registers, ...(await decide(stage, committee, sample, registers)) };
}

export async function carryOut(stage: Stage, decided: Decided): Promise<void> {
  await makeTrips({ stage, ...decided });
  stage.voice.step({
    es: 'Salieron tres viajes. De una entrega faltaron 3 garrafas, otra la firmó un solo teléfono y queda provisoria, una pasó de camión a camión.',
    en: 'Three trips went out. One delivery was 3 cylinders short, another was signed on one phone alone and is provisional, one went from lorry to lorry.',
  });
}

/** As the assembly’s, with what a committee needs. Depots are published to a kilometre, oxygen in steps. */
const statuteOf = ({ committee }: SupplySample, assembly: object): object => {
  const { rules, ...rest } = assembly as { readonly rules: readonly { readonly matter: string }[] };
  const accounts = { ...rules[0], matter: 'accounts' };
  return {
    ...rest,
    title: `Estatuto del ${committee.title}`,
    notice: { hours: 24 },
    rules: [...rules.filter(({ matter }) => matter !== 'accounts'), accounts],
    supply: { allocation: 'vote', counters: 2, allocationDays: 14, handDays: 30 },
    publicity: { votes: 'roll-call', sensitive: 'coarsened' },
  };
};

/** The rule first, then the plan that follows from it, with its reasons; the officers enter its parts. */
async function decide(
  stage: Stage,
  committee: Committee,
  sample: SupplySample,
  registers: Registers,
): Promise<{ readonly plan: number; readonly planned: Planned }> {
  const { presidency, name, parents } = committee;
  const at = stage.calendar.time(78, 12);
  const sitting = await callCommittee(stage, committee, presidency, {
    id: 'supply/plan',
    kind: 'ordinary',
    at,
    matters: ['ordinary'],
  });
  await accredit(stage, committee, presidency, sitting, seatsOf(parents));
  await presidency.must(name, 'OpenSitting', { sitting, call: 'first' }, 'supply/plan/open');
  const planned = planSupply(sample, registers.sites, registers.stock);
  const { problem, plan: hash, partHashes: parts } = planned;
  const voted = async (id: string, title: string, text: string, proposal: object, act: string): Promise<number> => {
    const { vote } = await openDeviceVote(committee, presidency, id, {
      sitting,
      matter: 'ordinary',
      title,
      text,
      proposal,
    });
    await castAll(committee, vote, () => 'yes');
    return actOf(await presidency.must(name, 'CloseVote', { vote }, `${id}/close`), act).index;
  };
  const text = 'Primero las postas; después a todos la misma parte de lo que necesitan.';
  const adopting = { kind: 'adopt-sharing-rule', rule: 'leximin', parameters: problem };
  const rule = await voted('supply/rule', 'Regla de reparto', text, adopting, 'SharingRuleAdopted');
  const proposal = { kind: 'adopt-plan', rule, problem, plan: hash, parts };
  const plan = await voted('supply/adopt', 'Plan de reparto de la semana', planned.reasons, proposal, 'PlanAdopted');
  for (const [part, lines] of planned.parts.entries())
    await presidency.must(name, 'EnterAllocation', { plan, part: part + 1, lines }, `supply/part-${part}`);
  await presidency.must(name, 'CloseSitting', { sitting }, 'supply/plan/end');
  stage.voice.step({
    es: `Regla votada y plan aprobado con sus razones: ${planned.parts.flat().length} renglones para ${registers.sites.length - 3} lugares.`,
    en: `Rule voted and plan adopted with its reasons: ${planned.parts.flat().length} lines for ${registers.sites.length - 3} places.`,
  });
  return { plan, planned };
}

/** A lot changes books: offered under seal, accepted under seal, and gone from the first once it has heard. */
async function passOn(stage: Stage, { popular }: Cast, committee: Committee, registers: Registers): Promise<void> {
  stage.calendar.goTo(79, 7);
  const offered = await offerSpare({ stage, committee, registers }, popular.origin, SPARE);
  await sealByCommittee(stage, committee, offered);
  await stage.carry(committee.name, popular.name);
  const [presidency, secretary] = [seated(popular, presidencySeat), seated(popular, secretarySeat)];
  const enter = async (command: string, input: object, key: string) =>
    presidency.must(popular.name, command, input, `supply/above/${key}`);
  const sample = await readSupplySample();
  const item = actOf(await enter('NameItem', sample.items.gas, 'item'), 'ItemNamed').index;
  const depot = { title: 'Reserva de la Asamblea', kind: 'depot', peopleServed: 0 };
  const site = actOf(await enter('RegisterSite', depot, 'site'), 'SiteRegistered').index;
  const offer = { book: committee.origin, index: offered.index };
  const accepted = actOf(await enter('AcceptLot', { offer, item, site }, 'accept'), 'LotAccepted');
  await seal(stage, popular.name, accepted, [
    { person: presidency, device: devices.presidency },
    { person: secretary, device: devices.secretary },
  ]);
  await stage.carry(popular.name, committee.name);
  const settled = await anyoneAt(stage, committee.name).must(
    committee.name,
    'SettleOffer',
    { offer: offered.index },
    'supply/settle',
  );
  stage.voice.step({
    es: `${SPARE} garrafas pasan al libro de la Asamblea: ofrecidas ${cited(offered)}, aceptadas ${cited(accepted)}, y ya no son del comité ${cited(actOf(settled, 'LotPassed'))}.`,
    en: `${SPARE} cylinders pass to the assembly’s book: offered ${cited(offered)}, accepted ${cited(accepted)}, and the committee’s no more ${cited(actOf(settled, 'LotPassed'))}.`,
  });
}
