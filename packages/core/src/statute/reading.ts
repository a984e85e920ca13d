import { articleInWords, type Language } from '../sentences/words.ts';
import { type Statute, statuteFields } from './fields.ts';
import { accountsArticles } from './reading/accounts.ts';
import { electionArticles } from './reading/elections.ts';
import { federationArticles } from './reading/federation.ts';
import { peopleArticles, seatArticles } from './reading/people.ts';
import { capital, quoted, type Reading } from './reading/say.ts';
import { secretArticles } from './reading/secret.ts';
import { decidingArticles, recordArticles, sittingArticles } from './reading/sittings.ts';
import { supplyArticles } from './reading/supply.ts';
import { text } from './reading/text.ts';
import { smallAssociation } from './templates/small-association.ts';

const title: Reading = (statute) => [
  text(`Estas son las reglas: ${quoted(statute.title).es}.`, `These are the rules: ${quoted(statute.title).en}.`),
];

type Article = keyof Statute;

/** One for each article, in the order in which a statute is read: who, when, how, and what goes to the bases. */
const readings: Readonly<Record<Article, Reading>> = {
  title,
  ...peopleArticles,
  ...sittingArticles,
  ...decidingArticles,
  ...secretArticles,
  ...electionArticles,
  ...federationArticles,
  ...seatArticles,
  ...supplyArticles,
  ...accountsArticles,
  ...recordArticles,
};

/** The articles in that order. */
export const statuteArticles = Object.keys(readings) as readonly Article[];

/** What it means to leave the article out; null of one that every statute has. */
export function absence(article: Article, language: Language): readonly string[] | null {
  if (!statuteFields[article].optional) return null;
  const without = Object.fromEntries(
    Object.entries(smallest).filter(([name]) => name !== article),
  ) as unknown as Statute;
  return readings[article](without).map((sentence) => capital(sentence[language]));
}

const smallest = smallAssociation((_es, en) => en);

/** One article in words. */
export interface Section {
  readonly article: Article;
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The whole statute as people would read it to each other; what is left out is read as what its absence means. */
export const readStatute = (statute: Statute, language: Language): readonly Section[] =>
  statuteArticles.map((article) => ({
    article,
    title: capital(articleInWords(article, language)),
    sentences: readings[article](statute).map((sentence) => capital(sentence[language])),
  }));
