import type { Stage } from '../stage.ts';
import { rollOf } from './base.ts';
import { everyBase, type Measured } from './consultation.ts';
import { foundEverything, type World } from './federation.ts';
import { pactBehindBacks, pactRatified } from './pacts.ts';
import { type FullSize, planOf } from './plan.ts';
import type { FullSample } from './sample.ts';

/** From its first day to now. */
export const fullStoryDays = 250;

export interface FullTold {
  /** On all rolls. */
  readonly people: number;
  readonly consultations: readonly Measured[];
}

/** Everything, as different people over HTTP. A story that was cut off is played again over what is there, which changes nothing. */
export async function playFullStory(stage: Stage, sample: FullSample, size: FullSize): Promise<FullTold> {
  const world: World = await foundEverything(stage, sample, planOf(sample, size));
  const consultations = [await pactBehindBacks(stage, world, 'magisterio-la-paz'), await pactRatified(stage, world)];
  const people = everyBase(world).reduce((sum, base) => sum + rollOf(base), 0);
  return { people, consultations };
}
