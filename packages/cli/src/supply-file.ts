import { dirname, resolve } from 'node:path';
import { attempt, problemSentence } from '@cabildo/supply';
import { smallFile, smallText } from './small-file.ts';
import { Stop } from './stop.ts';

/** The roads of a whole country, drawn finely, are less. */
const MOST_BYTES = 64_000_000;

export const supplyBytes = (file: string): Buffer => smallFile(file, MOST_BYTES);

/** Opens what a file names beside itself. */
export const besideFile =
  (file: string) =>
  (name: string): string =>
    smallText(resolve(dirname(file), name), MOST_BYTES);

/** Reads a file and does something with it; what is wrong in it is said with its place. */
export function fromSupplyFile<T>(file: string, read: (text: string) => T): T {
  const text = smallText(file, MOST_BYTES);
  const outcome = attempt(() => read(text));
  if (outcome.ok) return outcome.value;
  const { es, en } = problemSentence(outcome.problem);
  throw new Stop(outcome.problem.code, { es: `${file}: ${es}.`, en: `${file}: ${en}.` });
}

/** Said where not one of the closures given lies anywhere near the roads. */
export function astrayNote(file: string, { id, place }: { readonly id: string; readonly place: readonly number[] }) {
  const where = `${file}: ${id} (${place.join(', ')})`;
  return {
    es: `cabildo: ${where}: ninguno de los cortes dados está cerca de los caminos. ¿Longitud y latitud al revés, u otro signo?`,
    en: `cabildo: ${where}: none of the closures given is anywhere near the roads. Longitude and latitude the wrong way round, or another sign?`,
  };
}
