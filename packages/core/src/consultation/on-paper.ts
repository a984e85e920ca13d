import type { ActData } from '../catalogue/acts.ts';
import type { InputFor } from '../catalogue/commands.ts';
import type { Context, Draft } from '../decision.ts';
import { actKey } from '../delegation/seat-key.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { doubleMembersAt } from './arithmetic.ts';
import { lastDayFor } from './asked.ts';

type Entered = ActData<'SittingEnteredLate'>;
type Decided = Entered['decisions'][number];
type Asked = NonNullable<InputFor<'EnterLateSitting'>['decisions'][number]['answers']>;

export const questionNeed = (asked: Asked): NeedOf<'consultation'> => ({ fact: 'consultation', ...asked });

/**
 * A late entry that answers must say to what, and have the question's own text: otherwise nobody can tell what was answered. It can
 * always be entered without `answers`, as a fact.
 */
export function answerOnPaperRefusal(
  { state, evidence }: Pick<Context, 'state' | 'evidence'>,
  { matter, answers, textHash }: Pick<Decided, 'matter' | 'answers' | 'textHash'>,
): Refused | null {
  if (answers === undefined) return null;
  if (matter !== 'consultation')
    return refuse('proposal-does-not-fit-matter', 'rules', { needed: 'consultation', present: matter });
  if (state.body?.proven === null)
    return refuse('answer-unproven', 'founding', { needed: 'BodyProven', present: state.origin });
  const asked = findingFor(evidence, questionNeed(answers)).found;
  if (asked === null)
    return refuse('evidence-missing', 'rules.consultation', { needed: actKey(answers.book, answers.index) });
  return asked.textHash === textHash
    ? null
    : refuse('text-changed', 'rules.consultation', { needed: asked.textHash, present: textHash });
}

interface Held {
  readonly answers: Asked | undefined;
  readonly heldAt: Time;
}

/** When it was held and when it is entered, beside the question and what this body has said since: the later sitting is the last word. */
export function answerIrregularities(
  { state, evidence, at }: Pick<Context, 'state' | 'evidence' | 'at'>,
  { answers, heldAt }: Held,
): readonly ('question-closed' | 'before-the-question' | 'answered-since')[] {
  if (answers === undefined) return [];
  const asked = findingFor(evidence, questionNeed(answers)).found;
  const since = tableGet(state.answers, actKey(answers.book, answers.index));
  return [
    ...(asked === null || asked.closed || at > lastDayFor(state, asked) ? (['question-closed'] as const) : []),
    ...(asked !== null && heldAt < asked.issuedAt ? (['before-the-question'] as const) : []),
    ...(since !== undefined && since.heldAt > heldAt ? (['answered-since'] as const) : []),
  ];
}

/** Yes or no; a tie is no answer, and what is irregular is written down without being one. */
export const answersOnPaper = ({ answers, outcome, irregularities }: Omit<Decided, 'effect'>): boolean =>
  answers !== undefined && outcome !== 'tied' && irregularities.length === 0;

interface Counted {
  readonly present: number;
  readonly roll: number;
}

/** What a sitting on paper answered, with the date on which it was held. `entry`: the act that enters it. */
export function answeredOnPaper(
  { state, evidence }: Pick<Context, 'state' | 'evidence'>,
  { decisions, heldAt }: Pick<Entered, 'decisions' | 'heldAt'>,
  { present, roll }: Counted,
): readonly Draft<'ConsultationAnswered'>[] {
  return decisions.flatMap(({ answers, effect, outcome, textHash, yes, no, abstain }, position) => {
    if (answers === undefined || effect !== 'answer') return [];
    return [
      {
        act: 'ConsultationAnswered',
        by: { office: 'sitting', article: 'rules.consultation' },
        data: {
          vote: state.size,
          decision: position + 1,
          consultation: answers,
          textHash,
          answer: outcome === 'carried' ? 'yes' : 'no',
          ...{ yes, no, abstain, present, roll },
          ...doubleMembersAt(state, heldAt),
          heldAt,
        },
        cites: findingFor(evidence, questionNeed(answers)).cites,
      },
    ];
  });
}
