import { base64Decode, hexEncode, utf8Decode } from '@cabildo/book';
import { tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type Html, html } from './html.ts';
import { badge, section } from './parts.ts';
import { actPath, type Visit } from './visit.ts';

const VOTES_SHOWN = 5;

interface SeatVote {
  readonly seat: string;
  readonly choice: 'yes' | 'no' | 'abstain';
  readonly mandate: string | null;
}

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
  const closed = tableEntries(upper.state.votes)
    .filter(([, vote]) => vote.closed?.rollCall !== undefined)
    .slice(-VOTES_SHOWN)
    .toReversed();
  const cards = await Promise.all(
    closed.map(async ([, vote]) => {
      const calls = await rollCall(visit, upper, vote.closed?.rollCall?.sha256 ?? '');
      const own = calls.filter(({ seat }) => seat.slice(0, seat.lastIndexOf('#')) === book.origin);
      const title = tableGet(upper.state.motions, vote.motion)?.title ?? '';
      return own.length === 0 ? null : card(visit, upper, { title, act: vote.closed?.act ?? 0 }, own);
    }),
  );
  const shown = cards.filter((one) => one !== null);
  const { note, title } = words.delegateVotes;
  return shown.length === 0 ? null : section(title(upper.title), html`<p class="soft">${note}</p>${shown}`);
}

async function rollCall({ node }: Visit, { origin }: BookView, sha256: string): Promise<readonly SeatVote[]> {
  const hash = base64Decode(sha256);
  const found = hash === undefined ? null : await node.attachment(origin, hexEncode(hash));
  if (found === null) return [];
  try {
    return (JSON.parse(utf8Decode(found.content) ?? '[]') as readonly SeatVote[]).filter(
      ({ seat }) => typeof seat === 'string',
    );
  } catch {
    return [];
  }
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
  const numbers = votes.map(({ seat }) => Number(seat.slice(seat.lastIndexOf('#') + 1))).sort((a, b) => a - b);
  const instructions = words.terms.instruction as Readonly<Record<string, string>>;
  const { seats, mandate: by } = words.delegateVotes;
  const told = mandate === null ? null : html` <span class="soft">· ${by(instructions[mandate] ?? mandate)}</span>`;
  return html`<li class="split"><span><strong>${seats(numbers)}</strong>: ${words.terms.choice[choice]}${told}</span> ${verdict(visit, choice, mandate)}</li>`;
}

function verdict({ words: { delegateVotes: said } }: Visit, choice: string, mandate: string | null): Html {
  if (mandate === null) return badge('indigo', said.none, 'minus');
  if (mandate === 'free') return badge('indigo', said.free, 'minus');
  const kept = mandate === choice || (mandate === 'come-back-and-ask' && choice === 'abstain');
  return kept ? badge('green', said.kept) : badge('red', said.against);
}
