import type { BookView } from '../app/node.ts';
import { parseSeat } from './body-seats.ts';
import { type Html, html } from './html.ts';
import { type Alone, cut, type Lists } from './listing.ts';
import { section } from './parts.ts';
import { calledVotes, instructionWords, rollCalls, type SeatVote, verdict } from './seat-votes.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

/** On the page of the body, and where they stand by themselves. */
const [VOTES_SHOWN, VOTES_ALONE] = [5, 20];

/** What this base instructed its delegates, beside what they voted in the bodies above: the last votes. */
export async function delegateVotes(
  visit: Visit,
  book: BookView,
  above: readonly BookView[],
): Promise<readonly Html[]> {
  const tables = await Promise.all(
    above.map((upper, at) => inBody(visit, book, upper, { list: listAt(at), alone: null })),
  );
  return tables.filter((found) => found !== null);
}

/** All of them, those in each body above as a list of its own. */
export const delegateVoteLists = (above: readonly BookView[]): Lists =>
  Object.fromEntries(
    above.map((upper, at) => [
      listAt(at),
      (visit, book, alone) => inBody(visit, book, upper, { list: listAt(at), alone }),
    ]),
  );

const listAt = (at: number): string => `votes-${at + 1}`;

async function inBody(
  visit: Visit,
  book: BookView,
  upper: BookView,
  { list, alone }: { readonly list: string; readonly alone: Alone | null },
): Promise<Html | null> {
  const { words } = visit;
  const [all, size] = [calledVotes(upper, book.origin), alone === null ? VOTES_SHOWN : VOTES_ALONE];
  const { shown, rest } = cut(visit, { path: bodyPath(book), list, all, size, alone });
  const calls = await rollCalls(visit, upper, shown, (seat) => parseSeat(seat).book === book.origin);
  // Where no seat of the base voted, the beginning says nothing and the list says so.
  const cards = calls
    .filter(({ votes }) => alone !== null || votes.length > 0)
    .map((call) => card(visit, upper, call, call.votes));
  const { note, title } = words.delegateVotes;
  if (shown.length === 0 || (cards.length === 0 && rest === null)) return null;
  return section(title(upper.title), html`<p class="soft">${note}</p>${cards}${rest}`);
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
  return html`<article class="card"><div class="split"><h3>${motion.title}</h3><a href="${link(actPath(upper, motion.act))}">${words.body.act(motion.act)}</a></div>${lines.length === 0 ? html`<p class="soft">${words.delegateVotes.notVoted}</p>` : html`<ul class="plain">${lines}</ul>`}</article>`;
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
