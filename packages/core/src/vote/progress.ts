import { seatsInSitting } from '../authority.ts';
import { phaseOfMotion } from '../delegation/seat-class.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import { contestsOfVote } from '../election/contests.ts';
import { sameTyping } from '../election/entries.ts';
import type { BallotFileEntry } from '../election/state.ts';
import type { BlockEntry, CardEntry, UrnEntry } from '../facts.ts';
import { type Entered, enteredOf } from '../sitting/entered.ts';
import type { BodyState, Vote } from '../state.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { sameHands } from './blocks.ts';
import { cardsIn, sameCard } from './cards.ts';
import { samePapers } from './urn.ts';

/** What the vault holds of a vote that is open. */
export interface EntriesOfVote {
  readonly blocks: readonly BlockEntry[];
  readonly urn: readonly UrnEntry[];
  readonly cards: readonly CardEntry[];
  readonly files: readonly BallotFileEntry[];
}

export interface Progress {
  readonly blocks: readonly (Entered & { readonly block: string })[];
  readonly urn: Entered | null;
  readonly cards: {
    readonly of: number;
    readonly done: number;
    readonly open: readonly (Entered & { readonly below: string })[];
  } | null;
  readonly contests: readonly (Entered & { readonly contest: number })[];
}

/** How far the tellers of an open vote are; nothing of what they saw. */
export function progressOf(
  state: BodyState,
  index: number,
  vote: Vote,
  { blocks, urn, cards, files }: EntriesOfVote,
  at: Time,
): Progress {
  const elections = contestsOfVote(state, vote);
  const onPaper = vote.method === 'urn' || (vote.channels?.papers ?? 0) > 0;
  return {
    blocks: names(blocks, ({ block }) => block).map((block) => ({
      block,
      ...enteredOf(
        state,
        blocks.filter((entry) => entry.block === block),
        sameHands,
      ),
    })),
    urn: onPaper && elections.length === 0 ? enteredOf(state, urn, samePapers) : null,
    cards: vote.method === 'delegation-cards' ? cardsOf(state, index, vote, cards, at) : null,
    contests: (onPaper ? elections : []).map(({ number }) => ({
      contest: number,
      ...enteredOf(
        state,
        files.filter(({ contest }) => contest === number),
        sameTyping,
      ),
    })),
  };
}

function cardsOf(
  state: BodyState,
  index: number,
  vote: Vote,
  cards: readonly CardEntry[],
  at: Time,
): NonNullable<Progress['cards']> {
  const may = cardsIn(state, vote, index, at);
  const entered = names(cards, ({ below }) => below)
    .filter((below) => may.has(below))
    .map((below) => ({
      below,
      ...enteredOf(
        state,
        cards.filter((entry) => entry.below === below),
        sameCard,
      ),
    }));
  const open = entered.filter((card) => card.entered < 2 || card.recount);
  return { of: may.size, done: entered.length - open.length, open };
}

const names = <E>(entries: readonly E[], name: (entry: E) => string): readonly string[] =>
  [...new Set(entries.map(name))].toSorted((a, b) => (a < b ? -1 : 1));

/** Seats on the frozen list of a vote that hold now, in the order in which they are called. */
export const seatsCalled = (state: BodyState, index: number, vote: Vote, at: Time): readonly string[] =>
  seatsInSitting(state, vote.sitting, at, phaseOfMotion(state, vote.motion))
    .filter((key) => (tableGet(state.seats, key)?.act ?? index) < index)
    .toSorted((a, b) => {
      const [one, other] = [parseSeatKey(a), parseSeatKey(b)];
      return one.book === other.book ? one.seat - other.seat : one.book < other.book ? -1 : 1;
    });
