import { type BodyState, tableEntries, tableHas } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { sittingLink } from './body-sittings.ts';
import { type Html, html } from './html.ts';
import { officeSaid, type Visit } from './visit.ts';
import { partOf } from './week-part.ts';

/** What is older waits for nobody on the sheet of a week. */
const SHOWN = 6;

/** Minutes of sittings that are over: to be approved, or approved and not sealed yet. Who signs is an office, never a person. */
export function minutesWaiting(visit: Visit, book: BookView): Html | null {
  const { state } = book;
  const lines = tableEntries(state.sittings).flatMap(([index, sitting]) => {
    const { closedAt, calledOff, late, minutes } = sitting;
    if (closedAt === null || calledOff || late || (minutes !== null && tableHas(state.sealed, minutes))) return [];
    const said = minutes === null ? visit.words.week.toApprove : toSign(visit, state);
    return [html`${sittingLink(visit, book, Number(index), sitting)}<br>${said}`];
  });
  return partOf(visit.words.week.minutes, lines.slice(-SHOWN).toReversed());
}

function toSign(visit: Visit, state: BodyState): string {
  const { number, list } = visit.formats(state);
  const { signaturesNeeded = 0, keys = [] } = state.enrolment ?? {};
  const offices = keys.map(({ office }) => officeSaid(visit, office));
  return visit.words.week.toSign(number(signaturesNeeded), list(offices));
}
