import { ruleRefusal } from '@cabildo/count';
import { type ContestRule, countsVacancyBy } from '../election/fields.ts';
import type { Statute } from './fields.ts';
import type { StatuteProblem } from './problem.ts';

type Found = readonly StatuteProblem[];

const article = 'elections';

/** Elections that nobody could hold as they are written, or that would be counted against their own sense. */
export function electionProblems(statute: Statute): Found {
  const { elections } = statute;
  if (elections === undefined) return [];
  const { contests } = elections;
  return [
    ...(contests.length === 0 ? [{ problem: 'no-contest', article } as const] : []),
    ...contests.flatMap(methodProblems),
    ...officesProblems(statute, contests),
    ...waysProblems(statute),
  ];
}

const seatsOf = ({ offices }: ContestRule): number => offices?.length ?? 1;

/** Those that can be held to a number of women (docs/counting.md). */
const withConstraints: readonly ContestRule['method'][] = [
  'plurality',
  'approval',
  'borda',
  'block',
  'limited',
  'scottish-stv',
  'meek-stv',
];

function methodProblems(contest: ContestRule): Found {
  const { method, options = [], vacancy } = contest;
  const found: StatuteProblem[] = [];
  const given = Object.fromEntries(options.map(({ option, value }) => [option, value]));
  const refused = ruleRefusal({ method, seats: seatsOf(contest), options: given });
  if (refused?.code === 'one-seat-only') found.push({ problem: 'one-seat-method', article, present: method });
  else if (refused !== null || given.second === 'vote' || given.vacancy !== undefined)
    found.push({ problem: 'option-unknown', article, present: options.map(({ option }) => option).join(', ') });
  if (new Set(options.map(({ option }) => option)).size < options.length)
    found.push({ problem: 'named-twice', article, present: 'options' });
  const filled = ruleRefusal({ method, options: { vacancy: countsVacancyBy[vacancy] } });
  if (vacancy !== 'election' && filled !== null) {
    const problem = vacancy === 'next' ? 'next-after-transfers' : 'no-bundle-to-count-back';
    found.push({ problem, article, present: method });
  }
  return found;
}

function officesProblems({ offices, rotation = [] }: Statute, contests: readonly ContestRule[]): Found {
  const counted = contests.flatMap((contest) => contest.offices ?? []);
  const delegates = contests.filter((contest) => contest.offices === undefined);
  const turning = rotation.map(({ office }) => office);
  const known = offices.map(({ office }) => office);
  // A new election replaces all officers, so it is of all that do not go by turn.
  const left = counted.length === 0 ? [] : known.filter((one) => !counted.includes(one) && !turning.includes(one));
  const twice = counted.filter((one, position) => counted.indexOf(one) !== position);
  return [
    ...counted
      .filter((one) => !known.includes(one))
      .map((present) => ({ problem: 'office-unknown', article, present }) as const),
    ...counted
      .filter((one) => turning.includes(one))
      .map((present) => ({ problem: 'elected-and-by-turn', article, present }) as const),
    ...left.map((present) => ({ problem: 'office-in-no-contest', article, present }) as const),
    ...twice.map((present) => ({ problem: 'named-twice', article, present }) as const),
    ...(delegates.length > 1 ? [{ problem: 'named-twice', article, present: 'delegates' } as const] : []),
    ...contests
      .filter((contest) => contest.offices?.length === 0)
      .map(() => ({ problem: 'no-contest', article }) as const),
  ];
}

/** Papers go into an urn; and so many women are elected as the contests of several places make sure of. */
function waysProblems({ rules, parity, elections }: Statute): Found {
  const found: StatuteProblem[] = [];
  const election = rules.find(({ matter }) => matter === 'election');
  if (election !== undefined && !election.methods.includes('urn'))
    found.push({ problem: 'no-urn', article, present: election.methods.join(' | ') });
  const contests = elections?.contests ?? [];
  const share = parity?.women;
  if (share === undefined || share.num > share.den) return found;
  const least = (places: number): number => Math.ceil((places * share.num) / share.den);
  const ofOffices = contests.flatMap(({ offices }) => (offices === undefined ? [] : [offices.length]));
  const all = ofOffices.reduce((sum, places) => sum + places, 0);
  const sure = ofOffices.filter((places) => places > 1).reduce((sum, places) => sum + least(places), 0);
  const several = contests.filter(({ offices }) => offices === undefined || offices.length > 1);
  const unsure = several.find(({ method }) => !withConstraints.includes(method));
  if (unsure !== undefined) found.push({ problem: 'parity-not-counted', article, present: unsure.method });
  else if (all > 1 && sure < least(all)) found.push({ problem: 'parity-not-counted', article, present: all });
  return found;
}
