import { type BodyState, overlapIn, tableValues } from '@cabildo/core';
import { type Html, html } from './html.ts';
import { meter, section } from './parts.ts';
import { type ConsultationState, fractionWords, standingOf, tallyWords } from './rules.ts';
import { actPath, type Visit } from './visit.ts';
import type { Words } from './words/es.ts';

export function standingMeter(visit: Visit, state: BodyState, consultation: ConsultationState): Html {
  const { yes, no, tick } = standingOf(consultation, tableValues(consultation.answers));
  const bars = [
    { tone: 'yes', value: yes },
    { tone: 'no', value: no },
  ] as const;
  return meter(standingWords(visit, state, consultation), consultation.bases, bars, tick);
}

/** "38 bases yes · 8 no · 16 yet to answer · until 24 June · at least 1/2 of all bases". */
export function standingWords(visit: Visit, state: BodyState, consultation: ConsultationState): string {
  const { words } = visit;
  const { number, day } = visit.formats(state);
  const { yes, no, silent } = standingOf(consultation, tableValues(consultation.answers));
  const say = consultation.closed === null ? words.resolution.bases : words.resolution.silent;
  const of = consultation.rule.of === 'bases' ? words.rule.bases : words.rule.answered;
  const over = consultation.closed !== null || visit.now > consultation.deadline;
  const until = (over ? words.resolution.deadlineOver : words.resolution.deadline)(day(consultation.deadline));
  return `${say(number(yes), number(no), number(silent))} · ${until} · ${fractionWords(words, consultation.rule, of)}`;
}

/** How many people said what in the bases that answered. It decides nothing: bases are counted. */
export function membersWords(visit: Visit, state: BodyState, { answers }: ConsultationState): string | null {
  if (answers.size === 0) return null;
  const said = tableValues(answers);
  const sum = (of: 'yes' | 'no' | 'abstain'): number => said.reduce((all, one) => all + one[of], 0);
  const tally = { yes: sum('yes'), no: sum('no'), abstain: sum('abstain') };
  return visit.words.consultation.members(tallyWords(visit.words, visit.formats(state), tally));
}

/** The same drawn. It has no line: no rule is about it. */
export function membersMeter(visit: Visit, state: BodyState, consultation: ConsultationState): Html {
  const said = tableValues(consultation.answers);
  const sum = (of: 'yes' | 'no' | 'abstain'): number => said.reduce((all, one) => all + one[of], 0);
  const [yes, no, abstain] = [sum('yes'), sum('no'), sum('abstain')];
  const bars = [
    { tone: 'yes', value: yes },
    { tone: 'no', value: no },
  ] as const;
  return meter(membersWords(visit, state, consultation) ?? '', yes + no + abstain, bars, null);
}

/** What it means that a base says nothing. */
export function silenceWords({ consultation }: Words, { of, silence }: ConsultationState['rule']): string {
  if (silence === 'yes' || silence === 'no') return consultation.silence[silence];
  return consultation.silence[of === 'bases' ? 'neitherOfBases' : 'neither'];
}

/** How far the bases that answered are known to overlap. What nobody has counted is said to be unknown, not nought. */
export function overlapPart(visit: Visit, state: BodyState, { answers }: ConsultationState): Html | null {
  if (answers.size === 0) return null;
  const { consultation: words } = visit.words;
  const { number } = visit.formats(state);
  const overlap = overlapIn(tableValues(answers));
  const unknown = answers.size - (overlap?.bases ?? 0);
  const known =
    overlap === null
      ? words.overlapNothing
      : words.overlapKnown(number(overlap.bases), number(overlap.members), number(answers.size));
  const rest = overlap === null || unknown === 0 ? '' : ` ${words.overlapUnknown(number(unknown))}`;
  const once = state.statute?.rules.doubleMembership === 'once' ? ` ${words.overlapOnce}` : '';
  return section(
    words.overlap,
    html`<div class="card"><p>${known}${rest}</p><p class="soft">${words.overlapWeighs}${once}</p></div>`,
    'overlap',
  );
}

/** The act by which a base answered, in its own book, where that is here. */
export function ownAct(
  { words, link, holding }: Visit,
  from: { readonly book: string; readonly index: number },
): Html | null {
  const base = holding(from.book, from.index);
  if (base === undefined) return null;
  return html` · <a href="${link(actPath(base, from.index))}">${words.way.own(words.body.act(from.index))}</a>`;
}
