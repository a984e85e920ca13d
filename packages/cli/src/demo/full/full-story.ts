import type { Stage } from '../stage.ts';
import { type Base, rollOf } from './base.ts';
import { everyBase, type Measured } from './consultation.ts';
import { credentialsTravel } from './credentials.ts';
import { type District, foundEverything, type World } from './federation.ts';
import { pactBehindBacks, pactRatified } from './pacts.ts';
import { type FullSize, planOf } from './plan.ts';
import { recallDuringVote } from './recall.ts';
import type { FullSample } from './sample.ts';
import { assemblyScenes } from './scenes-assembly.ts';
import { credentialScenes } from './scenes-credentials.ts';
import { ambushAtMidnight, decisionUnderThreat, leadersWhoNeverConvene, tellerWhoBlocks } from './scenes-halls.ts';
import { attestedByOthers, electionAmongCandidates, recovered } from './scenes-offices.ts';
import { citySupply } from './scenes-supply.ts';

/** From its first day to now. */
export const fullStoryDays = 328;

export interface FullTold {
  /** On all rolls. */
  readonly people: number;
  readonly consultations: readonly Measured[];
}

/** In halls of the first district and of one union, one after the other on the same calendar. */
async function hallScenes(stage: Stage, world: World): Promise<World> {
  const juntas = world.districts[0]?.juntas ?? [];
  const junta = (place: number): Base => juntas[place % juntas.length] as Base;
  const union = world.organisations.find(({ name }) => name === 'transporte-la-paz') as Base;
  await recallDuringVote(stage, world.districts[0] as District, 154);
  await ambushAtMidnight(stage, union, 160);
  const others = await leadersWhoNeverConvene(stage, junta(1), 179);
  const recovering = await attestedByOthers(stage, others, [junta(2), junta(3)]);
  await tellerWhoBlocks(stage, junta(0), 196);
  const elected = await electionAmongCandidates(stage, junta(4), 200);
  await decisionUnderThreat(stage, junta(2), 214);
  await recovered(stage, junta(1), recovering);
  const now = [others, elected];
  const inOffice = (base: Base): Base => now.find(({ name }) => name === base.name) ?? base;
  const districts = world.districts.map((one) => ({ ...one, juntas: one.juntas.map(inOffice) }));
  return { ...world, districts };
}

/** Everything, as different people over HTTP. A story that was cut off is played again over what is there, which changes nothing. */
export async function playFullStory(stage: Stage, sample: FullSample, size: FullSize): Promise<FullTold> {
  const founded = await foundEverything(stage, sample, planOf(sample, size));
  await credentialsTravel(stage, founded);
  await credentialScenes(stage, founded);
  const behindBacks = await pactBehindBacks(stage, founded, 'magisterio-la-paz');
  const world = await hallScenes(stage, founded);
  await assemblyScenes(stage, world);
  await citySupply(stage, world);
  const consultations = [behindBacks, await pactRatified(stage, world)];
  const people = everyBase(world).reduce((sum, base) => sum + rollOf(base), 0);
  return { people, consultations };
}
