import { base64Decode, hexEncode, utf8Decode } from '@cabildo/book';
import { type BodyState, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import type { Html } from './html.ts';
import { badge } from './parts.ts';
import type { Visit } from './visit.ts';

export interface SeatVote {
  readonly seat: string;
  readonly choice: 'yes' | 'no' | 'abstain';
  readonly mandate: string | null;
}

export interface RollCall {
  readonly motion: number;
  readonly title: string;
  /** The act that closed the vote. */
  readonly act: number;
  readonly votes: readonly SeatVote[];
}

type ClosedVote = NonNullable<ReturnType<typeof voteIn>>;

const voteIn = ({ votes }: BodyState, index: number) => tableGet(votes, index);

/** The votes in a body whose roll calls everybody reads, since that base belongs to it, the newest first. */
export function calledVotes(upper: BookView, base: string): readonly ClosedVote[] {
  const since = tableGet(upper.state.affiliates, base)?.act ?? 0;
  return tableEntries(upper.state.votes)
    .flatMap(([, vote]) => (vote.closed?.rollCall !== undefined && vote.closed.act > since ? [vote] : []))
    .toReversed();
}

/** What these seats voted in each of them. */
export function rollCalls(
  visit: Visit,
  upper: BookView,
  closed: readonly ClosedVote[],
  ofSeat: (seat: string) => boolean,
): Promise<readonly RollCall[]> {
  return Promise.all(
    closed.map(async (vote) => ({
      motion: vote.motion,
      title: tableGet(upper.state.motions, vote.motion)?.title ?? '',
      act: vote.closed?.act ?? 0,
      votes: (await rollCallIn(visit, upper, vote.closed?.rollCall?.sha256 ?? '')).filter(({ seat }) => ofSeat(seat)),
    })),
  );
}

/** What the roll call of this hash says, as far as it is here. */
export async function rollCallIn({ node }: Visit, { origin }: BookView, sha256: string): Promise<readonly SeatVote[]> {
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

/** How a vote stands to what was mandated. */
export function complied({
  choice,
  mandate,
}: Pick<SeatVote, 'choice' | 'mandate'>): 'kept' | 'against' | 'free' | 'none' {
  if (mandate === null) return 'none';
  if (mandate === 'free') return 'free';
  return mandate === choice || (mandate === 'come-back-and-ask' && choice === 'abstain') ? 'kept' : 'against';
}

export function verdict({ words: { delegateVotes: said } }: Visit, vote: Pick<SeatVote, 'choice' | 'mandate'>): Html {
  const how = complied(vote);
  if (how === 'none' || how === 'free') return badge('indigo', said[how], 'minus');
  return badge(how === 'kept' ? 'green' : 'red', said[how]);
}

export function instructionWords({ words }: Visit, mandate: string): string {
  const known = words.terms.instruction as Readonly<Record<string, string>>;
  return known[mandate] ?? mandate;
}

/** What a base has instructed on a motion above, or on the motion from below that it takes up. */
export function mandateOn(base: BodyState, upper: BookView, motion: number) {
  const from = tableGet(upper.state.motions, motion)?.from ?? motion;
  return tableGet(base.mandates, `${upper.origin}#${motion}`) ?? tableGet(base.mandates, `${upper.origin}#${from}`);
}
