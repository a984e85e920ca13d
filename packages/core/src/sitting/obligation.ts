import type { BodyState, Obligation, Sitting } from '../state.ts';
import { conveningOf } from '../statute/convening.ts';
import type { Matter } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet, tableSet } from '../table.ts';
import { later, plusDays, plusHours, plusMinutes, type Time } from '../time.ts';
import { type AskedText, hasText, isBare, type NoticeItem } from './notice.ts';

/** In a fold: from this act on the body must sit on these matters, convened by that day. */
export function oblige(
  state: BodyState,
  act: number,
  { matters, due, office, texts }: Omit<Obligation, 'sitting'>,
): BodyState {
  const asked = texts === undefined ? {} : { texts };
  const duty = { matters, due, sitting: null, ...(office === undefined ? {} : { office }), ...asked };
  return { ...state, obligations: tableSet(state.obligations, act, duty) };
}

/** In a fold: this sitting was convened for them. A sitting that is called off is none: `sitting` is null again. */
export function answerObligations(state: BodyState, acts: readonly number[], sitting: number | null): BodyState {
  let { obligations } = state;
  for (const act of acts) {
    const obligation = tableGet(obligations, act);
    if (obligation !== undefined) obligations = tableSet(obligations, act, { ...obligation, sitting });
  }
  return { ...state, obligations };
}

/**
 * What the body must still sit for. One that was answered is open again if that sitting was not opened in its time, or if
 * nobody has named its texts in time: nothing of it can be voted there.
 */
const openObligations = (state: BodyState, at: Time): readonly (readonly [act: number, Obligation])[] =>
  tableEntries(state.obligations)
    .filter(([, { sitting, matters }]) => {
      const answer = sitting === null ? undefined : tableGet(state.sittings, sitting);
      return neverHeld(state, answer, at) || leftBare(state, answer, matters, at);
    })
    .map(([act, obligation]) => [Number(act), obligation]);

/** Until then a text can be named: people have it as long before the sitting as the sitting itself. */
export const textsDue = (state: BodyState, { startsAt }: Pick<Sitting, 'startsAt'>): Time =>
  plusHours(startsAt, -(statuteOf(state)?.notice.hours ?? 0));

function leftBare(state: BodyState, sitting: Sitting | undefined, matters: readonly Matter[], at: Time): boolean {
  if (sitting === undefined || at <= textsDue(state, sitting)) return false;
  return matters.some((matter) => {
    const items = sitting.notice.filter((item) => item.matter === matter);
    return items.length > 0 && items.every(isBare);
  });
}

function neverHeld(state: BodyState, sitting: Sitting | undefined, at: Time): boolean {
  if (sitting === undefined) return true;
  if (sitting.opened !== null) return false;
  return at > lastOpening(state, sitting);
}

/** The hour of the second call, and as long again: who has not opened a sitting by then does not hold it. */
function lastOpening(state: BodyState, { startsAt }: Sitting): Time {
  return plusMinutes(startsAt, 2 * (statuteOf(state)?.calls.minutesBetween ?? 0) + 1);
}

/** Open, and its day is over: whoever is a member or delegate may convene it. */
const overdue = (state: BodyState, at: Time): readonly (readonly [act: number, Obligation])[] =>
  openObligations(state, at).filter(([, { due }]) => at >= due);

interface Called {
  readonly startsAt: Time;
  readonly notice: readonly NoticeItem[];
}

/**
 * Which obligations a convocation answers: those whose matters, and texts, are all in its notice, if it is held in time. A day far off
 * is no answer: at the latest it is that many days after the convocation was due as there were for convening it.
 */
export const answeredBy = (state: BodyState, at: Time, { startsAt, notice }: Called): readonly number[] =>
  openObligations(state, at)
    .filter(([, { matters, due, texts = [] }]) => {
      const announced = matters.every((matter) => notice.some((item) => item.matter === matter));
      return (
        announced && texts.every((asked) => hasText(notice, asked)) && startsAt <= latestStart(state, later(due, at))
      );
    })
    .map(([act]) => act);

function latestStart(state: BodyState, due: Time): Time {
  const rules = statuteOf(state);
  return plusHours(plusDays(due, rules === null ? 0 : conveningOf(rules).days), rules?.notice.hours ?? 0);
}

/** A matter of the notice without its text, which nobody has asked for: whoever calls the sitting knows what it is about. */
export function bareUnasked(state: BodyState, at: Time, called: Called): NoticeItem | undefined {
  const answered = answeredBy(state, at, called).flatMap((act) => tableGet(state.obligations, act)?.matters ?? []);
  return called.notice.find((item) => isBare(item) && !answered.includes(item.matter));
}

/** The obligation whose matters the notice has, all of them and no other, with the texts that were asked for. */
export function demandedExactly(state: BodyState, at: Time, notice: readonly NoticeItem[]): boolean {
  const announced = new Set<Matter>(notice.map(({ matter }) => matter));
  return overdue(state, at).some(
    ([, { matters, texts = [] }]) =>
      new Set(matters).size === announced.size &&
      matters.every((matter) => announced.has(matter)) &&
      texts.every((asked) => hasText(notice, asked)) &&
      notice.every((item) => isAsked(texts, item)),
  );
}

/** Where texts of a matter were asked for, no other text of it. */
const isAsked = (texts: readonly AskedText[], { matter, textHash }: NoticeItem): boolean =>
  texts.every((asked) => asked.matter !== matter) ||
  texts.some((asked) => asked.matter === matter && asked.textHash === textHash);
