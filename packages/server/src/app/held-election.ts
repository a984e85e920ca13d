import {
  type Actor,
  type BodyState,
  candidatesIn,
  contestQuestions,
  contestsIn,
  countedIn,
  heldElection,
  holderOf,
  officeCalled,
  rankedRefusal,
  statuteOf,
  tableGet,
} from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { readPublicTexts } from '../store/vault/disclosures.ts';

/** An election among candidates as everybody may see it: whoever did not ask to be named is a number. */
export interface HeldElection {
  readonly motion: number;
  readonly title: string;
  readonly vote: number | null;
  /** The statute has parity: a candidature says whether it counts for it. */
  readonly parity: boolean;
  readonly contests: readonly HeldContest[];
}

export interface HeldContest {
  readonly contest: number;
  readonly offices: readonly string[];
  /** The same as people call them, in each language. */
  readonly called: readonly Readonly<Record<'es' | 'en', string>>[];
  readonly seats: readonly number[];
  /** As many as a ballot may mark; null where it ranks them. */
  readonly marks: number | null;
  readonly candidates: readonly Standing[];
  /** The count in the book, where there is one. */
  readonly counted: number | null;
}

export interface Standing {
  readonly number: number;
  readonly name: string | null;
  readonly withdrawn: boolean;
  /** Of whoever asks. */
  readonly own: boolean;
  /** Where all ballots came from a secret box, whose sums are in the book. */
  readonly votes: number | null;
  /** The place that the count gives, from 1. */
  readonly place: number | null;
}

/** Null of a motion that holds no election. */
export async function electionHeld(
  store: Store,
  state: BodyState,
  index: number,
  actor: Actor | null,
): Promise<HeldElection | null> {
  const motion = tableGet(state.motions, index);
  if (motion === undefined || heldElection(motion) === null) return null;
  const contests = contestsIn(state, motion);
  const acts = contests.flatMap(({ number }) => candidatesIn(state, index, number).map(({ act }) => act));
  const names = await readPublicTexts(store, state.origin, acts, 'name');
  const isRanked = rankedRefusal(state, index) !== null;
  const asked = contestQuestions(state, index);
  return {
    motion: index,
    title: motion.title,
    vote: motion.vote,
    parity: statuteOf(state)?.parity !== undefined,
    contests: contests.map(({ number, places }, at) => ({
      contest: number,
      offices: places.flatMap((place) => ('office' in place ? [place.office] : [])),
      called: places.flatMap((place) => ('office' in place ? [officeCalled(place.office)] : [])),
      seats: places.flatMap((place) => ('seat' in place ? [place.seat] : [])),
      marks: isRanked ? null : (asked[at]?.max ?? null),
      candidates: standingIn(state, { motion: index, vote: motion.vote, contest: number }, names, actor),
      counted: motion.vote === null ? null : (countedIn(state, motion.vote, number)?.act ?? null),
    })),
  };
}

interface Place {
  readonly motion: number;
  readonly vote: number | null;
  readonly contest: number;
}

function standingIn(
  state: BodyState,
  { motion, vote, contest }: Place,
  names: ReadonlyMap<number, string>,
  actor: Actor | null,
): readonly Standing[] {
  const counted = vote === null ? undefined : countedIn(state, vote, contest);
  const votes = vote === null || !isOfBoxAlone(counted) ? [] : sumsOf(state, vote, contest);
  const asker = actor === null ? null : holderOf(actor);
  return candidatesIn(state, motion, contest).map(({ act, holder, withdrawn }, at) => {
    const place = counted?.elected.findIndex(({ number }) => number === at + 1) ?? -1;
    return {
      number: at + 1,
      name: withdrawn ? null : (names.get(act) ?? null),
      withdrawn,
      own: asker === holder,
      votes: votes.find(({ number }) => number === at + 1)?.votes ?? null,
      place: place < 0 ? null : place + 1,
    };
  });
}

const sumsOf = (state: BodyState, vote: number, contest: number) =>
  tableGet(state.votes, vote)?.secret?.sums?.contests.find((one) => one.contest === contest)?.votes ?? [];

function isOfBoxAlone(counted: ReturnType<typeof countedIn>): boolean {
  if (counted === undefined) return false;
  const { valid, blank, invalid, spoilt } = counted.papers;
  return counted.box === valid + blank + invalid + spoilt;
}
