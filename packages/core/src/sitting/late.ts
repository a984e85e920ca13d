import { outcomeUnder, votesAlone } from '@cabildo/count';
import { authority } from '../authority.ts';
import { sitsByDelegates, standingRefusal } from '../body/standing.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { InputFor } from '../catalogue/commands.ts';
import {
  answeredOnPaper,
  answerIrregularities,
  answerOnPaperRefusal,
  answersOnPaper,
  questionNeed,
} from '../consultation/on-paper.ts';
import { accept, type Context, type Draft } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { isSuspended } from '../resolution/ratification.ts';
import type { BodyState } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { matterRule, quorumForMatter, quorumNeeded, statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { acclaimedIrregularities, acclaimedOutcome } from './acclaimed-on-paper.ts';
import { pastClosing } from './closing.ts';
import { frozenRoll, rollNeed } from './convene.ts';
import { type NoticeItem, namesText } from './notice.ts';

type Late = InputFor<'EnterLateSitting'>;
type LateDecision = ActData<'SittingEnteredLate'>['decisions'][number];

/**
 * A sitting held on paper, entered with its own date. What the rules would have let it decide is in force from the
 * entry; the rest is written down with its irregularities named and has no effect (DESIGN section 2, principle 2).
 */
export const enterLateSitting: Handler<'EnterLateSitting'> = {
  needs: ({ state, at }, { decisions }) => [
    rollNeed(state, at),
    ...decisions.map(({ text }) => textNeed(text)),
    ...decisions.flatMap(({ answers }) => (answers === undefined ? [] : [questionNeed(answers)])),
  ],
  decide(context, input) {
    const { state, at } = context;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    if (input.heldAt > at) return refuse('late-entry-in-future', 'minutes', { needed: at, present: input.heldAt });
    const roll = frozenRoll(context).size;
    const needed = quorumNeeded(rules.calls[input.call], roll);
    const present = input.present ?? 0;
    const { heldAt, place, kind, call, paper } = input;
    const decisions = input.decisions.map((decision) => judged(context, rules, input, decision, roll));
    const [refused] = decisions.flatMap((decision) => answerOnPaperRefusal(context, decision) ?? []);
    if (refused !== undefined) return refused;
    const entered: Draft<'SittingEnteredLate'> = {
      act: 'SittingEnteredLate',
      by: authority(context, 'minutes'),
      data: {
        heldAt,
        place,
        ...(kind === undefined ? {} : { kind }),
        call,
        quorum: { needed, present, met: present >= needed },
        decisions,
        review: actsAfter(state, heldAt),
        ...(paper === undefined ? {} : { paper }),
      },
    };
    return accept([entered, ...answeredOnPaper(context, { decisions, heldAt }, { present, roll })]);
  },
};

function judged(
  context: Context,
  rules: Statute,
  input: Late,
  decision: Late['decisions'][number],
  roll: number,
): LateDecision {
  const { matter, title, text, yes, no, abstain, acclaimed, answers } = decision;
  const textHash = findingFor(context.evidence, textNeed(text)).found?.hash ?? '';
  const usual = { rule: { num: 1, den: 2, strict: true, of: 'cast' as const } };
  const bases = { present: input.present ?? 0, roll };
  // On paper nobody can tell the delegations apart: a majority of them is not shown.
  const outcome =
    acclaimed === undefined
      ? outcomeUnder(matterRule(rules, matter) ?? usual, votesAlone({ yes, no, abstain }), bases)
      : acclaimedOutcome(acclaimed);
  const irregularities = [
    ...irregularitiesOf(context.state, rules, input, { ...decision, textHash }, roll),
    ...answerIrregularities(context, { answers, heldAt: input.heldAt }),
  ];
  const how = acclaimed === undefined ? {} : { acclaimed };
  const question = answers === undefined ? {} : { answers };
  const decided = { matter, title, textHash, yes, no, abstain, ...how, outcome, irregularities, ...question };
  return { ...decided, effect: effectOnPaper(context.state, rules, decided) };
}

/** A question from above is answered either way; everything else has to carry. */
export function effectOnPaper(
  state: BodyState,
  rules: Statute,
  decided: Omit<LateDecision, 'effect'>,
): LateDecision['effect'] {
  const { answers, outcome, irregularities, matter } = decided;
  if (answers !== undefined) return answersOnPaper(decided) ? 'answer' : 'none';
  if (outcome !== 'carried' || irregularities.length > 0) return 'none';
  return isSuspended(state, rules, matter) ? 'suspended' : 'in-force';
}

function irregularitiesOf(
  state: BodyState,
  rules: Statute,
  input: Late,
  decision: Pick<LateDecision, 'matter' | 'textHash' | 'yes' | 'no' | 'abstain' | 'acclaimed'>,
  roll: number,
): LateDecision['irregularities'] {
  const { matter, textHash, yes, no, abstain, acclaimed } = decision;
  const found: LateDecision['irregularities'][number][] = [];
  // Written down, without effect: a body that is dissolved, or unproven past its last day, decides nothing on paper either.
  if (standingRefusal(state, input.heldAt) !== null) found.push('body-ended');
  // Other rules held that day, or none yet: by those of today nobody can say what it could decide.
  if (isBeforeStatute(state, input.heldAt)) found.push('before-the-statute');
  // Called by its name it has no effect; refused, it would be entered under another one.
  if (matterRule(rules, matter) === undefined) found.push('matter-not-in-statute');
  // On paper nobody has checked the credentials against the bases' books (invariant 3).
  if (sitsByDelegates(state)) found.push('credentials-not-shown');
  const people = input.present ?? roll;
  if (people > roll || yes + no + abstain > people) found.push('more-hands-than-people');
  if (input.present === undefined) found.push('quorum-not-shown');
  else if (input.present < quorumForMatter(rules, matter, input.call, roll)) found.push('quorum-not-met');
  const unannounced = noticeIrregularity(input.notice, matter, textHash);
  if (unannounced !== null) found.push(unannounced);
  const kinds = matterRule(rules, matter)?.sittings;
  if (kinds !== undefined && (input.kind === undefined || !kinds.includes(input.kind)))
    found.push('sitting-not-competent');
  const began = { startsAt: input.heldAt, resumed: null };
  if (matter !== 'ordinary' && pastClosing(rules, began, input.heldAt)) found.push('after-closing-hour');
  if (acclaimed !== undefined) found.push(...acclaimedIrregularities(rules, matter, acclaimed));
  return found;
}

function noticeIrregularity(
  notice: readonly NoticeItem[],
  matter: Matter,
  textHash: string,
): 'not-in-notice' | 'text-not-in-notice' | null {
  if (matter === 'ordinary') return null;
  const items = notice.filter((item) => item.matter === matter);
  if (items.length === 0) return 'not-in-notice';
  const fits = items.some((item) => item.textHash === textHash || (item.textHash === undefined && !namesText(matter)));
  return fits ? null : 'text-not-in-notice';
}

/** A book that goes on from another has its statute from there: since when, that one says. */
export function isBeforeStatute({ body, statute, statutes, predecessor }: BodyState, heldAt: Time): boolean {
  const since = tableGet(statutes, statute?.act ?? -1)?.at;
  if (since === undefined || (predecessor !== null && since === body?.foundedAt)) return false;
  return heldAt < since;
}

const maxReview = 64;

/** Decisions of this book taken after that date: to be reviewed, never silently changed. The latest if there are many. */
function actsAfter(state: BodyState, heldAt: Time): readonly number[] {
  const resolutions = tableEntries(state.resolutions)
    .filter(([, resolution]) => resolution.adoptedAt > heldAt)
    .map(([key]) => Math.trunc(Number(key)));
  const elections = tableEntries(state.votes)
    .filter(([, vote]) => vote.closed !== null && vote.closed.at > heldAt)
    .map(([, vote]) => vote.closed?.act ?? 0);
  return [...new Set([...resolutions, ...elections])].sort((a, b) => a - b).slice(-maxReview);
}

const textNeed = (text: string): NeedOf<'sha256'> => ({ fact: 'sha256', text });
