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
