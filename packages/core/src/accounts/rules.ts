/** What the article says of who may book, and what an entry must be. */
import { holderOf, holdsOffice, inTerm } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { Context } from '../decision.ts';
import { inOfficeAt } from '../officers/term.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { plusDays, plusMinutes, type Time } from '../time.ts';
import { type EntryLine, openingAccount } from './fields.ts';
import { approvedLast } from './report.ts';

/** Without the article every office books, and one alone is enough. */
export function mayBook(state: BodyState, office: string): boolean {
  const offices = statuteOf(state)?.accounts?.offices;
  return offices === undefined || offices.includes(office);
}

/** The office under which whoever asks books: somebody may hold several. */
export function bookingOffice({ state, actor, at }: Pick<Context, 'state' | 'actor' | 'at'>): string | null {
  const held = tableEntries(inOfficeAt(state, at).officers).find(
    ([office, officer]) => holdsOffice(officer, actor) && inTerm(officer, at) && mayBook(state, office),
  );
  return held?.[0] ?? null;
}

export function notItsOffice({ state, actor }: Pick<Context, 'state' | 'actor'>): Refused {
  const offices = statuteOf(state)?.accounts?.offices ?? [];
  return refuse('not-allowed', 'accounts', { needed: offices.join(' | '), present: holderOf(actor) ?? actor.kind });
}

/** Above what the statute lets one officer book: of any commodity, what the entry moves. */
export function needsSecond(state: BodyState, lines: readonly EntryLine[]): boolean {
  const { twoAbove = [] } = statuteOf(state)?.accounts ?? {};
  return twoAbove.some(({ commodity, amount }) => {
    const into = lines.filter((line) => line.commodity === commodity && line.amount > 0);
    return into.reduce((all, line) => all + line.amount, 0) > amount;
  });
}

type Said = Pick<ActData<'EntryBooked'>, 'day' | 'lines'>;

export function entryRefusal(state: BodyState, { day, lines }: Said, at: Time): Refused | null {
  return dayRefusal(state, day, at) ?? linesRefusal(state, lines) ?? openingRefusal(state, lines);
}

/** A day of the calendar, not after today in the hall, and not of a period that the assembly has closed. */
export function dayRefusal(state: BodyState, day: string, at: Time): Refused | null {
  if (!isDay(day)) return refuse('no-such-day', 'accounts', { present: day });
  const today = plusMinutes(at, statuteOf(state)?.closing.offsetMinutes ?? 0).slice(0, 10);
  if (day > today) return refuse('day-to-come', 'accounts', { needed: today, present: day });
  const closed = approvedLast(state.accounts)?.until ?? null;
  return closed !== null && day <= closed
    ? refuse('period-closed', 'rules.accounts', { needed: closed, present: day })
    : null;
}

/** Whether the calendar has such a day: 30 February is none. */
function isDay(day: string): boolean {
  const parsed = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(parsed) && plusDays(`${day}T00:00:00Z`, 0).slice(0, 10) === day;
}

function linesRefusal({ accounts }: BodyState, lines: readonly EntryLine[]): Refused | null {
  if (lines.length < 2 || lines.some(({ amount }) => amount === 0))
    return refuse('too-few-lines', 'accounts', { present: lines.filter(({ amount }) => amount !== 0).length });
  const sums = new Map<string, number>();
  for (const { account, commodity, amount } of lines) {
    if (tableGet(accounts.commodities, commodity) === undefined)
      return refuse('not-found', 'accounts', { needed: `CommodityNamed ${commodity}` });
    if (account.split(':').some((part) => aPerson.test(part)))
      return refuse('account-of-a-person', 'accounts', { present: account });
    sums.set(commodity, (sums.get(commodity) ?? 0) + amount);
  }
  const wrong = [...sums].find(([, sum]) => sum !== 0);
  return wrong === undefined ? null : refuse('entry-not-balanced', 'accounts', { needed: wrong[0], present: wrong[1] });
}

/** As acts name a member. Whose name it is otherwise, no rule can tell. */
const aPerson = /^m-[0-9a-hjkmnp-tv-z]{16}$/;

/** What there was before belongs to the beginning: later it would be a way to have money come from nowhere. */
function openingRefusal({ accounts }: BodyState, lines: readonly EntryLine[]): Refused | null {
  const opens = lines.some(({ account }) => account === openingAccount);
  const first = accounts.reports[0];
  return opens && first !== undefined ? refuse('opening-too-late', 'accounts', { present: first.act }) : null;
}
