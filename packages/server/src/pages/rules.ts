import { type ActData, type BodyState, tableGet } from '@cabildo/core';
import type { Formats } from './language.ts';
import type { Words } from './words/es.ts';

type Fraction = { readonly num: number; readonly den: number; readonly strict: boolean };

/** A decision rule as people say it. */
export function fractionWords({ rule }: Words, { num, den, strict }: Fraction, of: string): string {
  if (strict && num * 2 === den) return rule.half(of);
  return strict ? rule.above(num, den, of) : rule.atLeast(num, den, of);
}

export type VoteState = NonNullable<ReturnType<typeof voteAt>>;
export type ConsultationState = NonNullable<ReturnType<typeof consultationAt>>;
export type Tally = { readonly yes: number; readonly no: number; readonly abstain: number };

export const voteAt = (state: BodyState, index: number | null) =>
  index === null ? undefined : tableGet(state.votes, index);

export const consultationAt = (state: BodyState, index: number | null) =>
  index === null ? undefined : tableGet(state.consultations, index);

/** What the fraction is taken of, in a vote that gave this tally. */
export function baseOfVote(
  { rule, present, roll }: Pick<VoteState, 'rule' | 'present' | 'roll'>,
  tally: Tally,
): number {
  if (rule.of === 'cast') return tally.yes + tally.no;
  // Delegations are counted beside the votes; the bar is of the votes.
  if (rule.of === 'voted' || rule.of === 'bodies') return tally.yes + tally.no + tally.abstain;
  return rule.of === 'present' ? present : roll;
}

export const tallyWords = (words: Words, formats: Formats, { yes, no, abstain }: Tally): string =>
  words.tally(formats.number(yes), formats.number(no), formats.number(abstain));

type LateDecision = ActData<'SittingEnteredLate'>['decisions'][number];

/** On paper: with its numbers, or without a count and with how often objections were asked for. */
export const decidedHow = (
  words: Words,
  formats: Formats,
  { acclaimed, ...tally }: Pick<LateDecision, 'yes' | 'no' | 'abstain' | 'acclaimed'>,
): string =>
  acclaimed === undefined
    ? tallyWords(words, formats, tally)
    : words.acclaimed(
        words.terms.method[acclaimed.method],
        formats.number(acclaimed.asked),
        formats.number(acclaimed.objections),
      );

export interface Standing {
  readonly yes: number;
  readonly no: number;
  readonly silent: number;
  /** Where the rule lies, on a bar as long as all bases. */
  readonly tick: number;
}

export function standingOf(
  { answers, bases, rule }: ConsultationState,
  all: readonly { readonly answer: string }[],
): Standing {
  const yes = all.filter(({ answer }) => answer === 'yes').length;
  const no = answers.size - yes;
  const of = rule.of === 'bases' ? bases : yes + no;
  return { yes, no, silent: Math.max(0, bases - yes - no), tick: (of * rule.num) / rule.den };
}
