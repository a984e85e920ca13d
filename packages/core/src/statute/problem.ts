import { statuteProblemWords } from '../sentences/statute-problems.ts';
import { articleInWords, inWords, type Language } from '../sentences/words.ts';

/** What is wrong with a statute, and in which article. */
export interface StatuteProblem {
  readonly problem: ProblemCode;
  readonly article: string;
  readonly present?: number | string;
}

type ProblemCode = keyof typeof statuteProblemWords;

/** A problem as one would say it: where, what is wrong, what would be right. */
export function problemInWords({ problem, article, present }: StatuteProblem, language: Language): string {
  const { wrong, right } = statuteProblemWords[problem];
  const where = articleInWords(article, language);
  const found = present === undefined ? '' : ` (${inWords(present, language)})`;
  return language === 'es'
    ? `Artículo «${where}»: ${wrong[0]}${found}. Sería correcto: ${right[0]}.`
    : `Article “${where}”: ${wrong[1]}${found}. Right would be: ${right[1]}.`;
}
