import { base64Decode, hexEncode, utf8Decode } from '@cabildo/book';
import { tableEntries, tableGet, votesPublished } from '@cabildo/core';
import type { BookView, Node } from '../node.ts';
import { actId, affiliations, delegatesOf, officersOf, organizationsOf, seatsOf } from './organizations.ts';
import type { Popolo, PopoloEvent, PopoloMotion, PopoloVote, PopoloVoteEvent } from './shape.ts';

/**
 * A body as Popolo: what its book says in public. Persons are office holders and delegates, by their random identifiers;
 * their names are in the vault and stay there.
 */
export async function popoloOf(node: Node, book: BookView): Promise<Popolo> {
  const timeOf = async (index: number) => (await node.act(book.origin, index))?.at;
  const people = [officersOf(book), await delegatesOf(book, timeOf), seatsOf(book)];
  return {
    persons: once(people.flatMap(({ persons }) => persons)),
    organizations: organizationsOf(book),
    posts: once(people.flatMap(({ posts }) => posts)),
    memberships: once([...affiliations(book), ...people.flatMap(({ memberships }) => memberships)]),
    events: eventsOf(book),
    motions: motionsOf(book),
    vote_events: voteEventsOf(book),
    votes: await votesOf(node, book),
    areas: [],
  };
}

/** The first of each identifier. */
function once<T extends { readonly id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.toReversed().map((thing) => [thing.id, thing])).values()].toReversed();
}

const eventsOf = ({ origin, state }: BookView): PopoloEvent[] =>
  tableEntries(state.sittings).map(([index, { kind, place, startsAt, closedAt, calledOff }]) => ({
    id: actId(origin, Number(index)),
    organization_id: origin,
    classification: kind,
    start_date: startsAt,
    ...(closedAt === null ? {} : { end_date: closedAt }),
    location: place,
    status: calledOff ? 'cancelled' : 'confirmed',
  }));

/** Of this book's own sittings: what a successor has taken over is a motion of the book before. */
const motionsOf = ({ origin, state }: BookView): PopoloMotion[] =>
  tableEntries(state.motions)
    .filter(([, { sitting }]) => tableGet(state.sittings, sitting) !== undefined)
    .map(([index, { sitting, title, matter, vote }]) => ({
      id: actId(origin, Number(index)),
      organization_id: origin,
      legislative_session_id: actId(origin, sitting),
      text: title,
      classification: matter,
      result: resultOf(vote === null ? undefined : tableGet(state.votes, vote)),
    }));

const popoloResults: Readonly<Record<string, string>> = { carried: 'pass', rejected: 'fail' };

/** What Popolo has no word for keeps ours: `tied`, `undetermined`, `annulled`. */
function resultOf(vote: { readonly closed: { readonly outcome: string } | null } | undefined): string | null {
  const outcome = vote?.closed?.outcome;
  return outcome === undefined ? null : (popoloResults[outcome] ?? outcome);
}

function voteEventsOf({ origin, state }: BookView): PopoloVoteEvent[] {
  return tableEntries(state.votes).map(([index, vote]) => {
    const { sitting, motion, method, openedAt, closed } = vote;
    // Where tellers differ to the end there are two numbers, and neither is the count.
    const [tally, other] = closed?.tallies ?? [];
    const counts = tally === undefined || other !== undefined ? [] : Object.entries(tally);
    return {
      id: actId(origin, Number(index)),
      organization_id: origin,
      legislative_session_id: actId(origin, sitting),
      motion_id: actId(origin, motion),
      classification: method,
      start_date: openedAt,
      ...(closed === null ? {} : { end_date: closed.at }),
      result: resultOf(vote),
      counts: counts.map(([option, value]) => ({ option, value })),
    };
  });
}

/** Who voted what, unless the statute publishes totals alone (`publicity.votes`). */
async function votesOf(node: Node, { origin, state }: BookView): Promise<PopoloVote[]> {
  if (votesPublished(state.statute?.rules ?? null) !== 'roll-call') return [];
  const found = tableEntries(state.votes).map(async ([index, { closed }]) => {
    const calls = closed?.rollCall === undefined ? [] : await rollCall(node, origin, closed.rollCall.sha256);
    return calls.map(({ seat, choice }): PopoloVote => {
      const below = seat.slice(0, seat.lastIndexOf('#'));
      return {
        vote_event_id: actId(origin, Number(index)),
        voter_id: below,
        voter: { '@type': 'organization', id: below },
        role: `#${seat.slice(seat.lastIndexOf('#') + 1)}`,
        option: choice,
      };
    });
  });
  return (await Promise.all(found)).flat();
}

interface SeatVote {
  readonly seat: string;
  readonly choice: string;
}

/** As it lies beside the book; of another node's book it may be anything. */
async function rollCall(node: Node, origin: string, sha256: string): Promise<readonly SeatVote[]> {
  const hash = base64Decode(sha256);
  const found = hash === undefined ? null : await node.attachment(origin, hexEncode(hash));
  try {
    const read: unknown = JSON.parse(utf8Decode(found?.content ?? new Uint8Array(0)) ?? '');
    return Array.isArray(read) ? read.filter(isSeatVote) : [];
  } catch {
    return [];
  }
}

const isSeatVote = (value: unknown): value is SeatVote => {
  const { seat, choice } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof seat === 'string' && seat.includes('#') && typeof choice === 'string';
};
