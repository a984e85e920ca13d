import { base64Decode, hexEncode, utf8Decode } from '@cabildo/book';
import { tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import { badge, section, table } from './parts.ts';
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
  const rows = await Promise.all(
    closed.map(async ([, vote]) => {
      const calls = await rollCall(visit, upper, vote.closed?.rollCall?.sha256 ?? '');
      const own = calls.filter(({ seat }) => seat.slice(0, seat.lastIndexOf('#')) === book.origin);
      const title = tableGet(upper.state.motions, vote.motion)?.title ?? '';
      return own.map((seat) => row(visit, upper, title, vote.closed?.act ?? 0, seat));
    }),
  );
  const { motion, mandate, cast, state, note, title } = words.delegateVotes;
  return rows.flat().length === 0
    ? null
    : section(title(upper.title), table(note, [motion, mandate, cast, state], rows.flat()));
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

function row(visit: Visit, upper: BookView, title: string, act: number, { seat, choice, mandate }: SeatVote): Child[] {
  const { words, link } = visit;
  const instructions = words.terms.instruction as Readonly<Record<string, string>>;
  const number = Number(seat.slice(seat.lastIndexOf('#') + 1));
  return [
    html`<strong>${words.body.seat(number)}</strong> · ${title} · <a href="${link(actPath(upper, act))}">${words.body.act(act)}</a>`,
    mandate === null ? html`<span class="soft">${words.delegateVotes.none}</span>` : (instructions[mandate] ?? mandate),
    words.terms.choice[choice],
    verdict(visit, choice, mandate),
  ];
}

function verdict({ words: { delegateVotes: said } }: Visit, choice: string, mandate: string | null): Html {
  if (mandate === null || mandate === 'free') return badge('indigo', said.free, 'minus');
  const kept = mandate === choice || (mandate === 'come-back-and-ask' && choice === 'abstain');
  return kept ? badge('green', said.kept) : badge('red', said.against);
}
