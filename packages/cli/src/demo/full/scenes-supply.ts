import type { Stage } from '../stage.ts';
import { carryOut, formAndDecide } from '../story/chapter-supply.ts';
import { readSupplySample } from '../story/supply-sample.ts';
import { readSample } from '../story.ts';
import type { Base } from './base.ts';
import { citySample } from './city-supply.ts';
import type { World } from './federation.ts';

/** The committee's days in the small story, moved to between the scenes of the Assembly and its last pact. */
const LATER = 205;
const PARENTS = 3;

/** A committee of juntas of the largest districts shares out gas, oxygen and meals among all fourteen, on the roads that are known. */
export async function citySupply(stage: Stage, world: World): Promise<void> {
  const { voice, calendar } = stage;
  voice.chapter({ es: 'El abastecimiento de la ciudad', en: 'The city’s supply' });
  const sample = await citySample(await readSupplySample());
  if (sample === null) {
    voice.step({
      es: 'Se salta: ../shared/data/supply no está aquí, con los distritos, los caminos y los cortes que se conocen.',
      en: 'Skipped: ../shared/data/supply is not here, with the districts, roads and closures that are known.',
    });
    return;
  }
  const time: typeof calendar.time = (day, hour, minute) => calendar.time(day + LATER, hour, minute);
  const goTo: typeof calendar.goTo = (day, hour, minute) => calendar.goTo(day + LATER, hour, minute);
  const later = { ...stage, calendar: { ...calendar, time, goTo } };
  const { statutes } = await readSample();
  const decided = await formAndDecide(later, sample, {
    parents: parentsIn(world),
    assemblyStatute: statutes.assembly,
  });
  await carryOut(later, decided);
}

/** One of each of the largest districts, of those that founded with enough people; where one district is played, its last ones. */
function parentsIn({ districts }: World): readonly Base[] {
  const founded = districts
    .map(({ juntas }) => juntas.filter(({ plan }) => plan.founds === 'first'))
    .toSorted((a, b) => b.length - a.length);
  const [largest = []] = founded;
  const each = founded.slice(0, PARENTS).flatMap((juntas) => juntas.slice(-1));
  return each.length === PARENTS ? each : largest.slice(1 - PARENTS);
}
