import type { BookView } from '../app/node.ts';
import { parseSeat } from './body-seats.ts';
import { type Html, html } from './html.ts';
import { section } from './parts.ts';
import { instructionWords, rollCalls, type SeatVote, verdict } from './seat-votes.ts';
import { actPath, type Visit } from './visit.ts';

const VOTES_SHOWN = 5;

/** What this base instructed its delegates, beside what they voted in the bodies above: the last votes. */
export async function delegateVotes(
  visit: Visit,
  book: BookView,
  above: readonly BookView[],
): Promise<readonly Html[]> {
  const tables = await Promise.all(above.map((upper) => inBody(visit, book, upper)));
  return tables.filter((found) => found !== null);
}

async function inBody(visit: Visit, book: BookView, upper: BookView): Promise<Html | null> {
  const { words } = visit;
  const calls = await rollCalls(visit, upper, VOTES_SHOWN, (seat) => parseSeat(seat).book === book.origin);
  const shown = calls.filter(({ votes }) => votes.length > 0).map((call) => card(visit, upper, call, call.votes));
  const { note, title } = words.delegateVotes;
  return shown.length === 0 ? null : section(title(upper.title), html`<p class="soft">${note}</p>${shown}`);
}

/** A motion, and under it the seats that had the same mandate and voted the same: most of the time, one line. */
function card(
  visit: Visit,
  upper: BookView,
  motion: { readonly title: string; readonly act: number },
  own: readonly SeatVote[],
): Html {
  const { words, link } = visit;
  const alike = Map.groupBy(own, ({ choice, mandate }) => `${choice} ${mandate}`);
  const lines = Array.from(alike.values(), (votes) => line(visit, votes));
  return html`<article class="card"><div class="split"><h3>${motion.title}</h3><a href="${link(actPath(upper, motion.act))}">${words.body.act(motion.act)}</a></div><ul class="plain">${lines}</ul></article>`;
}

function line(visit: Visit, votes: readonly SeatVote[]): Html | null {
  const { words } = visit;
  const [first] = votes;
  if (first === undefined) return null;
  const { choice, mandate } = first;
  const numbers = votes.map(({ seat }) => parseSeat(seat).seat).sort((a, b) => a - b);
  const { seats, mandate: by } = words.delegateVotes;
  const told = mandate === null ? null : html` <span class="soft">· ${by(instructionWords(visit, mandate))}</span>`;
  return html`<li class="split"><span><strong>${seats(numbers)}</strong>: ${words.terms.choice[choice]}${told}</span> ${verdict(visit, first)}</li>`;
}
