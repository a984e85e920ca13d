import type { CountResult, Sums } from '@cabildo/count';
import { authority } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { Context, Draft } from '../decision.ts';
import type { Found } from '../sitting/find.ts';
import { statuteOf } from '../statute/quorum.ts';
import { type Contest, candidatesIn, publicFrom } from './contests.ts';
import type { Typed } from './entries.ts';
import { countsVacancyBy } from './fields.ts';
import { countOf } from './papers.ts';

type Counted = ActData<'ElectionCounted'>;

export interface ContestCount {
  readonly contest: Contest;
  readonly act: Draft<'ElectionCounted'>;
  readonly outcome: 'elected' | 'lots-required' | 'undetermined' | 'nobody';
}

interface Counting {
  readonly vote: number;
  readonly motion: number;
  readonly contest: Contest;
  readonly typed: Typed;
  /** What was opened of a secret box beside them. */
  readonly box: Sums | null;
  readonly lots: readonly number[];
  readonly publicFrom: number;
}

/** Counts what the tellers typed; where they differ, only what both counts give is a result (DESIGN section 6, Tellers). */
export function countContest(context: Context, counting: Counting): Found<ContestCount> {
  const { contest, typed, lots, box } = counting;
  const { method, places } = contest;
  const rule = { method, options: ruleOptions(context, counting), seats: places.length, lots, box };
  const results: CountResult[] = [];
  for (const { file } of typed.entries) {
    const counted = countOf(file, rule);
    if (!counted.ok) return counted;
    results.push(counted.value);
  }
  const [first, second] = results as [CountResult, CountResult?];
  const differ = second !== undefined && outcomeOf(first) !== outcomeOf(second);
  const elected = differ || first.lotsRequired !== null ? [] : first.elected;
  const complete = elected.length === contest.places.length;
  const outcome = differ
    ? 'undetermined'
    : first.lotsRequired !== null
      ? 'lots-required'
      : complete
        ? 'elected'
        : 'nobody';
  return { ok: true, value: { contest, outcome, act: counted(context, counting, first, { differ, elected }) } };
}

/** What the statute says, with the rule for vacancies, which is fixed now, and parity where it binds. */
function ruleOptions({ state }: Context, { contest, motion }: Counting): Readonly<Record<string, string>> {
  const { options, vacancy, women, number } = contest;
  const filling = vacancy === 'election' ? {} : { vacancy: countsVacancyBy[vacancy] };
  if (women === 0) return { ...filling, ...options };
  const named = candidatesIn(state, motion, number).flatMap((one, at) => (one.woman ? [at + 1] : []));
  return { ...filling, 'group.women': named.join(), 'min.women': `${women}`, ...options };
}

const outcomeOf = ({ elected, lotsRequired }: CountResult): string =>
  JSON.stringify([elected.map(({ id }) => id), lotsRequired?.tied ?? null]);

function counted(
  context: Context,
  { vote, motion, contest, typed, box, lots, publicFrom: from }: Counting,
  result: CountResult,
  { differ, elected }: { readonly differ: boolean; readonly elected: CountResult['elected'] },
): Draft<'ElectionCounted'> {
  const candidates = candidatesIn(context.state, motion, contest.number);
  const [{ spoilt }] = typed.entries;
  const { lotsRequired } = result;
  const files = typed.entries.map(({ file }) => file);
  const cast = Math.min(...typed.entries.map((entry) => entry.papers - entry.spoilt));
  const slot = cast < from ? 'scrutiny' : 'ballots';
  return {
    act: 'ElectionCounted',
    by: authority(context, 'elections'),
    data: {
      vote,
      contest: contest.number,
      method: contest.method,
      options: optionsOf(result),
      vacancy: contest.vacancy,
      seats: contest.places.length,
      places: contest.places.map((place) => ('office' in place ? place.office : `${place.seat}`)),
      papers: { ...papersOf(result), spoilt },
      ...(box === null ? {} : { box: box.ballots }),
      round: typed.round,
      agreed: typed.agreed,
      publicFrom: from,
      lots,
      elected: elected.map(({ id, stage }) => ({
        number: Number(id),
        holder: candidates[Number(id) - 1]?.holder ?? '',
        stage,
      })),
      ...(lotsRequired === null || differ ? {} : { lotsRequired: asked(lotsRequired) }),
    },
    // Where there was no urn the sums in the book are all there is.
    ...(typed.onPaper ? { disclose: { [slot]: files } } : {}),
    attach: { result: { mediaType: 'application/json', content: JSON.stringify(result) } },
  };
}

export const papersOf = ({ ballots: { valid, blank, invalid } }: CountResult) => ({
  valid: Number(valid),
  blank: Number(blank),
  invalid: Number(invalid),
});

/** Every option with its value, given or by default, so that a recount needs nothing else. Lots have a place of their own. */
export const optionsOf = ({ options }: CountResult): Counted['options'] =>
  Object.entries(options).flatMap(([option, value]) => (option === 'lots' || value === '' ? [] : [{ option, value }]));

const asked = ({ stage, purpose, tied, draw }: NonNullable<CountResult['lotsRequired']>) => ({
  stage,
  purpose,
  tied: tied.map(Number),
  draw,
});

export const leastForPublic = ({ state }: Pick<Context, 'state'>): number => publicFrom(statuteOf(state) ?? {});
