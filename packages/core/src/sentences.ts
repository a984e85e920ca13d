import type { Refusal } from './refusal.ts';
import { accountsPhrases } from './sentences/accounts.ts';
import { bodyPhrases } from './sentences/bodies.ts';
import { doorPhrases } from './sentences/door.ts';
import { electionPhrases } from './sentences/elections.ts';
import { federationPhrases } from './sentences/federation.ts';
import { floorPhrases } from './sentences/floor.ts';
import { motionPhrases } from './sentences/motion.ts';
import { peoplePhrases } from './sentences/people.ts';
import type { Phrases } from './sentences/phrase.ts';
import { queuePhrases } from './sentences/queue.ts';
import { seatPhrases } from './sentences/seats.ts';
import { secretPhrases } from './sentences/secret.ts';
import { sittingPhrases } from './sentences/sitting.ts';
import { supplyPhrases } from './sentences/supply.ts';
import { votePhrases } from './sentences/vote.ts';
import { articleInWords, inWords, type Language } from './sentences/words.ts';

export { articleInWords, type Language } from './sentences/words.ts';

const phrases: Phrases = {
  ...peoplePhrases,
  ...sittingPhrases,
  ...floorPhrases,
  ...doorPhrases,
  ...votePhrases,
  ...secretPhrases,
  ...electionPhrases,
  ...federationPhrases,
  ...motionPhrases,
  ...bodyPhrases,
  ...seatPhrases,
  ...supplyPhrases,
  ...queuePhrases,
  ...accountsPhrases,
};

/**
 * A refusal as one neighbour would say it to another, with the article of the statute that says no. Times are
 * shown with the hall's offset from UTC where the caller knows it.
 */
export function sentence(refusal: Refusal, language: Language, offsetMinutes = 0): string {
  const { code, article, needed, present } = refusal;
  const said = (value: number | string | undefined) =>
    value === undefined ? '' : inWords(value, language, offsetMinutes);
  const phrase = phrases[code][language === 'es' ? 0 : 1];
  const named = articleInWords(article, language);
  const rule = language === 'es' ? `Artículo «${named}».` : `Article “${named}”.`;
  return `${phrase({ needed: said(needed), present: said(present) })} ${rule}`;
}
