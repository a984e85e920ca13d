import type { Election } from './election.ts';
import { Refused } from './refused.ts';

/** A candidate's place in the list: by id, or by a name that only one has. */
export function placeOf({ candidates }: Election, given: string): number {
  const byId = candidates.findIndex(({ id }) => id === given);
  if (byId >= 0) return byId;
  const byName = candidates.flatMap(({ name }, at) => (name === given ? [at] : []));
  if (byName.length === 1) return byName[0] as number;
  throw new Refused('unknown-candidate', {
    es: `No hay ninguna candidatura «${given}».`,
    en: `There is no candidate “${given}”.`,
  });
}
