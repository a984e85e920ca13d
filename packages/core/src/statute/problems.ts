import { type Refused, refuse } from '../refusal.ts';
import { type BodyKind, contradictions } from './contradictions.ts';
import { electionProblems } from './elections.ts';
import { type Matter, matters, type Statute } from './fields.ts';
import type { StatuteProblem } from './problem.ts';
import { quorumNeeded } from './quorum.ts';
import { secretProblems } from './secret.ts';
import { speakingProblems } from './speaking.ts';
import { supplyProblems } from './supply.ts';

/**
 * Why these rules could not be kept: a fraction nobody can reach, an assembly that nobody could convene. Empty if sound.
 * Some can be told only for a body of a known kind.
 */
export function statuteProblems(statute: Statute, kind: BodyKind | null = null): readonly StatuteProblem[] {
  const found = [
    ...officeProblems(statute),
    ...ruleProblems(statute),
    ...methodProblems(statute),
    ...fractionProblems(statute),
    ...ratificationProblems(statute),
    ...boundProblems(statute),
    ...electionProblems(statute),
    ...speakingProblems(statute, kind),
    ...secretProblems(statute, kind),
    ...supplyProblems(statute),
    ...contradictions(statute, kind),
  ];
  // Whatever else is wrong with an article that reaches nobody is said first.
  const wrong = found.map(({ article }) => article.split('.')[0]);
  return [...found, ...reachingNobody(statute, kind).filter(({ article }) => !wrong.includes(article.split('.')[0]))];
}

/** In a base members sit, for themselves: nobody elects delegates to it, and nobody below can be asked what they mandate. */
function reachingNobody(statute: Statute, kind: BodyKind | null): readonly StatuteProblem[] {
  if (kind !== 'base') return [];
  const { mandates, jointSeats = [] } = statute;
  const articles = [
    ...(['entitlement', 'seats'] as const).filter((article) => statute[article] !== undefined),
    ...(jointSeats.length > 0 ? ['jointSeats'] : []),
    ...(mandates.answers === undefined ? [] : ['mandates.answers']),
  ];
  return articles.map((article) => ({ problem: 'nobody-below', article }));
}

/**
 * What whoever writes a statute is told, and nobody is refused for: quorums that are sound and do not suit the hall. Without a roll
 * that is known, of one of a hundred.
 */
export function adviceOn({ calls, rules }: Statute, roll: number | null): readonly StatuteProblem[] {
  const quorums = [
    ['calls.first', calls.first],
    ['calls.second', calls.second],
    ...rules.flatMap(({ matter, quorum }) => (quorum === undefined ? [] : [[`rules.${matter}`, quorum] as const])),
  ] as const;
  const beyond = quorums.flatMap(([article, { min = 0 }]) =>
    roll !== null && min > roll ? [{ problem: 'more-than-this-roll', article, present: min } as const] : [],
  );
  const { num, den } = calls.second;
  const alone = quorumNeeded(calls.second, roll ?? 100) < 2 && roll !== 1;
  return alone ? [...beyond, { problem: 'quorum-of-one', article: 'calls.second', present: `${num}/${den}` }] : beyond;
}

/** The first problem, as a refusal. */
export function contradiction(statute: Statute, kind: BodyKind | null): Refused | null {
  const [first] = statuteProblems(statute, kind);
  if (first === undefined) return null;
  const { problem, article, present } = first;
  return refuse('statute-contradiction', article, { needed: problem, ...(present === undefined ? {} : { present }) });
}

const doubles = (names: readonly string[]): readonly string[] =>
  names.filter((name, position) => names.indexOf(name) !== position);

function officeProblems({ offices, seals }: Statute): readonly StatuteProblem[] {
  const found: StatuteProblem[] = doubles(offices.map(({ office }) => office)).map((office) => ({
    problem: 'office-twice',
    article: 'offices',
    present: office,
  }));
  if (!offices.some(({ role }) => role === 'presidium'))
    found.push({ problem: 'presidium-missing', article: 'offices' });
  // An act of sealing has room for eight signatures.
  if (seals.signatures > Math.min(offices.length, 8))
    found.push({ problem: 'more-signatures-than-offices', article: 'seals', present: seals.signatures });
  return found;
}

const indispensable: readonly Matter[] = ['ordinary', 'election', 'recall', 'statute'];

function ruleProblems({ rules }: Statute): readonly StatuteProblem[] {
  const named = rules.map(({ matter }) => matter);
  const missing = indispensable.filter((matter) => !named.includes(matter));
  return [
    ...doubles(named).map((present) => ({ problem: 'matter-twice', article: 'rules', present }) as const),
    ...missing.map((present) => ({ problem: 'matter-missing', article: 'rules', present }) as const),
    ...rules
      .filter(({ methods }) => methods.length === 0)
      .map(({ matter }) => ({ problem: 'no-method', article: `rules.${matter}` }) as const),
  ];
}

const uncounted = ['acclamation', 'consensus'];
const byDelegation = ['roll-call', 'delegation-cards', 'devices'];

/** A count must always be possible, and what is counted must be there to count. */
function methodProblems({ rules, weights }: Statute): readonly StatuteProblem[] {
  return rules.flatMap(({ matter, methods, rule, and }): StatuteProblem[] => {
    const article = `rules.${matter}`;
    const of = [rule.of, and?.of];
    const found: StatuteProblem[] = [];
    if (matter !== 'ordinary' && methods.some((method) => uncounted.includes(method)))
      found.push({ problem: 'only-ordinary-without-a-count', article, present: matter });
    // One who asks for a count gets it.
    if (methods.length > 0 && methods.every((method) => uncounted.includes(method)))
      found.push({ problem: 'no-method', article });
    if (of.includes('bodies') && !methods.some((method) => byDelegation.includes(method)))
      found.push({ problem: 'bodies-not-told-apart', article, present: methods.join(' | ') });
    // Of those who sent nobody nobody has asked how many they are.
    if (weights === 'members' && of.includes('roll') && methods.includes('delegation-cards'))
      found.push({ problem: 'roll-not-weighed', article, present: 'members' });
    return found;
  });
}

interface Fraction {
  readonly num: number;
  readonly den: number;
  readonly strict: boolean;
}

function fractionProblems({ rules, calls, ratification }: Statute): readonly StatuteProblem[] {
  const fractions: readonly (readonly [string, Fraction])[] = [
    ['calls.first', calls.first],
    ['calls.second', calls.second],
    ['ratification', ratification],
    ...rules.flatMap(({ matter, rule, and }) =>
      [rule, ...(and === undefined ? [] : [and])].map((one) => [`rules.${matter}`, one] as const),
    ),
  ];
  return fractions
    .filter(([, { num, den, strict }]) => num > den || (strict && num === den))
    .map(([article, { num, den, strict }]) => ({
      problem: 'never-reached',
      article,
      present: `${strict ? '> ' : ''}${num}/${den}`,
    }));
}

/** Elections, recalls, mandates and answers are each body's own: nothing above or below can suspend them. */
const own: readonly Matter[] = ['election', 'recall', 'mandate', 'consultation'];

const ratificationProblems = ({ ratification }: Statute): readonly StatuteProblem[] =>
  matters
    .filter((matter) => own.includes(matter) && ratification.matters.includes(matter))
    .map((present) => ({ problem: 'not-for-the-bases', article: 'ratification', present }));

function boundProblems({
  closing,
  terms,
  notice,
  ratification,
  recall,
  roll,
  tellers,
}: Statute): readonly StatuteProblem[] {
  const bounds: readonly (readonly [article: string, present: number, most: number])[] = [
    ['terms.officersMonths', terms.officersMonths, 600],
    ['terms.delegatesMonths', terms.delegatesMonths, 600],
    ['notice.hours', notice.hours, 8_784],
    ['notice.daysAhead', notice.daysAhead ?? 0, 3_660],
    ['ratification', ratification.days, 3_660],
    // Who could be recalled only when the term is over could not be recalled at all.
    ['recall.monthsBefore', recall.monthsBefore, Math.min(terms.officersMonths, terms.delegatesMonths) - 1],
    ['roll.waitingDays', roll.waitingDays, 3_660],
    ['tellers', tellers.recounts, 9],
  ];
  const found: StatuteProblem[] = bounds
    .filter(([, present, most]) => present > most)
    .map(([article, present]) => ({ problem: 'longer-than-any-use', article, present }));
  if (closing.hour === 0) found.push({ problem: 'closed-all-day', article: 'closing', present: 0 });
  return found;
}
