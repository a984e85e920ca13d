import { articleInWords, type Language } from '../sentences/words.ts';
import { sentence } from '../sentences.ts';
import { capital, majority } from '../statute/reading/say.ts';
import { type Text, text } from '../statute/reading/text.ts';
import type { Majority, Trial } from './trial.ts';

/** What would have come of a vote, in a word or two. */
export const verdictNames: Readonly<Record<Trial['verdict'], Text>> = {
  carried: text('se aprobaría', 'would pass'),
  suspended: text('se aprobaría y esperaría a las bases', 'would pass and wait for the bases'),
  rejected: text('se rechazaría', 'would be rejected'),
  tied: text('habría empate', 'would be a tie'),
  undetermined: text('no se sabría: los dos conteos difieren', 'would not be known: the two counts differ'),
  'not-opened': text('la sesión no se abriría', 'the sitting would not be opened'),
  'not-voted': text('no se pondría a votación', 'would not be put to the vote'),
  'not-known': text('no se puede saber', 'cannot be known'),
};

/** A trial as one would tell it: the calls, what stands in the way, each majority with its figures, and by which article. */
export function trialInWords(trial: Trial, language: Language, offsetMinutes: number): readonly string[] {
  const { calls, notOpened, notVoted, majorities, verdict, article } = trial;
  const refusal = notOpened ?? notVoted;
  // The calls have said it with their figures.
  const refused = refusal === null || refusal.code === 'no-quorum' ? [] : [sentence(refusal, language, offsetMinutes)];
  const how = verdict === 'not-known' ? [unknown(article)[language]] : [];
  return [
    ...(['first', 'second'] as const).map((call) => callInWords(call, calls[call])[language]),
    ...refused,
    ...majorities.map((one) => majorityInWords(one)[language]),
    ...how,
    conclusion(trial, language),
  ];
}

const callNames: Readonly<Record<keyof Trial['calls'], Text>> = {
  first: text('Primera convocatoria', 'First call'),
  second: text('Segunda convocatoria', 'Second call'),
};

function callInWords(call: keyof Trial['calls'], { needed, present, met }: Trial['calls']['first']): Text {
  const { es, en } = callNames[call];
  return text(
    `${es}: hacen falta ${needed}, hay ${present}; ${met ? 'hay quórum' : 'no hay quórum'}.`,
    `${en}: ${needed} needed, ${present} there; ${met ? 'there is a quorum' : 'there is no quorum'}.`,
  );
}

function majorityInWords({ rule, yes, base, outcome }: Majority): Text {
  const { es, en } = majority(rule);
  const reached = outcome === 'carried';
  return text(
    `Por el sí, ${yes} de ${base}; se pide ${es}: ${reached ? 'alcanza' : 'no alcanza'}.`,
    `For yes, ${yes} of ${base}; what is asked for is ${en}: ${reached ? 'reached' : 'not reached'}.`,
  );
}

/** Why the book does not say what these rules would have made of it. */
const unknown = (article: string): Text =>
  article === 'elections'
    ? text(
        'Se eligió con papeletas: habría que contarlas otra vez con esta regla.',
        'It was an election on papers: they would have to be counted again by this rule.',
      )
    : article === 'weights'
      ? text(
          'Las tarjetas se contaron con otro peso, y el libro no dice el de ahora.',
          'The cards were counted by another weight, and the book does not tell this one.',
        )
      : text(
          'El libro no dice qué votó cada delegación, y esta regla cuenta delegaciones.',
          'The book does not tell what each delegation voted, and this rule counts delegations.',
        );

function conclusion({ verdict, article }: Trial, language: Language): string {
  const where = articleInWords(article, language);
  const said = capital(verdictNames[verdict][language]);
  return language === 'es' ? `${said}. Artículo «${where}».` : `${said}. Article “${where}”.`;
}
