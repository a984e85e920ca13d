/** What a sample's election asks: Belenios's own template, or its list of questions alone. */
import { isAnswerable } from './election.ts';
import type { SampleTemplate } from './sample.ts';
import { questionShape } from './structures.ts';
import { list, maybe, quantity, readJson, record, text } from './wire.ts';

const templateShape = record({
  description: maybe(text),
  name: maybe(text),
  questions: list(questionShape),
  administrator: maybe(text),
  credential_authority: maybe(text),
  weights: maybe(list(quantity)),
});

export type ReadTemplate =
  | { readonly ok: true; readonly template: SampleTemplate }
  | { readonly ok: false; readonly path: string };

/** A yes-or-no would hide mistakes in the order of answers; four answers are what the figures are stated for. */
const oneOfFour: SampleTemplate['questions'] = [
  {
    answers: ['Ana', 'Beto', 'Cira', 'Dani'],
    min: 1,
    max: 1,
    question: '¿Quién será secretaria o secretario de actas?',
  },
];

/** Without a text, one question with four answers of which one is chosen. */
export function readTemplate(json?: string): ReadTemplate {
  if (json === undefined) return { ok: true, template: withNames({ questions: oneOfFour }) };
  const bare = readJson(json, list(questionShape));
  const read = bare.ok ? { ok: true as const, value: { questions: bare.value } } : readJson(json, templateShape);
  if (!read.ok) return read;
  const wrong = read.value.questions.findIndex((question) => !isAnswerable(question));
  if (wrong >= 0 || read.value.questions.length === 0) return { ok: false, path: `questions[${Math.max(0, wrong)}]` };
  const { weights } = read.value as Partial<SampleTemplate>;
  if (weights !== undefined && (weights.length === 0 || weights.includes(0n))) return { ok: false, path: 'weights' };
  return { ok: true, template: withNames(read.value) };
}

function withNames(given: Partial<SampleTemplate> & Pick<SampleTemplate, 'questions'>): SampleTemplate {
  return { name: 'Muestra', description: 'Elección de muestra, con llaves que no son secretas', ...given };
}
