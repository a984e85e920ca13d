import type { Question } from '@cabildo/ballot';
import type { Store } from '../../store/open-store.ts';
import { readPublicTexts } from '../../store/vault/disclosures.ts';
import type { Election } from './elections.ts';

/**
 * What an election among candidates asks, a question for each contest; undefined of any other motion. Candidates come and go until
 * the vote is open, so it is read from the book whenever an archive is set up, and not when the election is prepared.
 */
export function contestsAsked({
  inBook: { title, contests },
}: Pick<Election, 'inBook'>): readonly Question[] | undefined {
  if (contests.length === 0) return undefined;
  return contests.map(({ answers, blank, min, max, places }) => {
    const offices = places.flatMap((place) => ('office' in place ? [place.office] : []));
    const question = [title, ...(offices.length === 0 ? [] : [offices.join(', ')])].join(' · ');
    return { answers, blank, min, max, question };
  });
}

/** What is asked, or would be if it were set up now. */
export const questionsAsked = (election: Pick<Election, 'inBook' | 'prepared' | 'setUp'>): readonly Question[] =>
  election.setUp?.questions ?? contestsAsked(election) ?? [election.prepared.plan.question];

/**
 * Who those numbers are, of candidates who asked to be named; null of any other motion. A withdrawn name is gone here at once:
 * the archive, which is for ever, has numbers alone.
 */
export async function namesAsked(
  store: Store,
  election: Pick<Election, 'book' | 'inBook' | 'prepared' | 'setUp'>,
): Promise<readonly (readonly (string | null)[])[] | null> {
  const { candidates } = election.inBook;
  if (candidates.length === 0) return null;
  const names = await readPublicTexts(store, election.book.origin, candidates.flat(), 'name');
  return questionsAsked(election).map(({ answers }, at) =>
    answers.map((answer) => names.get(candidates[at]?.[Number(answer) - 1] ?? -1) ?? null),
  );
}
