import { readFileSync } from 'node:fs';
import type { CountResult } from '@cabildo/count';
import { Stop } from './stop.ts';

type Original = Pick<CountResult, 'method' | 'options' | 'seats' | 'elected'>;

/** The result of an election as `count --json` wrote it: the rule by which its vacancies are filled. */
export function readOriginal(file: string): Original {
  const document = parsed(file);
  const { method, options, seats, elected } = document;
  const isText = (value: unknown): value is string => typeof value === 'string';
  const isWhole =
    isText(method) &&
    typeof seats === 'number' &&
    typeof options === 'object' &&
    options !== null &&
    Object.values(options).every(isText) &&
    Array.isArray(elected) &&
    elected.every((one) => isText(one?.id));
  if (isWhole) return document as Original;
  throw new Stop('bad-original', {
    es: `${file} no es un resultado de «cabildo count --json».`,
    en: `${file} is no result of “cabildo count --json”.`,
  });
}

function parsed(file: string): Partial<Record<keyof Original, unknown>> {
  const text = readFileSync(file, 'utf8');
  try {
    return Object(JSON.parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new Stop('bad-original', { es: `${file} no es JSON: ${why}`, en: `${file} is no JSON: ${why}` });
  }
}
