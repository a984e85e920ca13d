import { readFileSync, statSync } from 'node:fs';
import { attempt, problemSentence } from '@cabildo/supply';
import { Stop } from './stop.ts';

/** Reads a file and does something with it; what is wrong in it is said with its place. */
export function fromSupplyFile<T>(file: string, read: (text: string) => T): T {
  if (statSync(file).isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR', path: file });
  const text = readFileSync(file, 'utf8');
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
