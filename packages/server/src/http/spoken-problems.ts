import { inOtherWords } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import type { Language } from '../app/languages/language.ts';
import type { Languages } from '../app/languages/languages.ts';
import { spokenAt } from '../app/languages/sources.ts';
import { speakingOf } from '../app/languages/speaking.ts';
import type { Node } from '../app/node.ts';
import { languageOf } from '../pages/language.ts';
import type { ProblemBody } from './problem.ts';

/** A refusal is said in Spanish and English always, and also in the language that was added and is asked for. */
export function speakProblems(app: FastifyInstance, node: Node): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !String(reply.getHeader('content-type')).startsWith('application/problem+json'))
      return payload;
    try {
      const spoken = spokenProblem(node.languages, request.headers['accept-language'], payload);
      if (spoken !== payload) reply.header('content-length', Buffer.byteLength(spoken));
      return spoken;
    } catch {
      // Whatever is wrong with a translation, the refusal itself is told.
      return payload;
    }
  });
}

function spokenProblem(languages: Languages, accepted: string | undefined, payload: string): string {
  const added = languages.spoken().map(({ head }) => head.tag);
  const language = languages.at(languageOf(undefined, accepted, added));
  if (language === undefined) return payload;
  const problem = JSON.parse(payload) as ProblemBody;
  const said = saidIn(language, problem);
  if (said === problem.sentences.es) return payload;
  return JSON.stringify({ ...problem, sentences: { ...problem.sentences, [language.head.tag]: said } });
}

/** Of a refusal its own phrase, the article, and the words of the rules that are put into both. */
function saidIn(language: Language, { code, sentences: { es } }: ProblemBody): string {
  const spoken = spokenAt(language.said(false), ['refusals', 'problems', 'offices']);
  const words = Object.entries(spoken)
    .filter(([place]) => !place.startsWith('problems.'))
    .map(([, said]) => Object.fromEntries(Object.entries(said).filter(([source]) => !source.includes('{'))));
  const texts = Object.assign(
    {},
    ...words,
    spoken['refusals.sentence.0'],
    spoken[`refusals.${code}`],
    spoken[`problems.${code}`],
  );
  return inOtherWords(es, texts, speakingOf(language, spoken));
}
