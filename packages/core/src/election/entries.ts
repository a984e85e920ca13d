import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import { stands } from '../sitting/rounds.ts';
import type { BodyState, Vote } from '../state.ts';
import { lastRound, openVoteBy, tellersTurn } from '../vote/entries.ts';
import { papersIn } from '../vote/urn.ts';
import { type Contest, candidatesIn, contestsOfVote } from './contests.ts';
import { readPapers } from './papers.ts';
import type { BallotFileEntry } from './state.ts';

/** One teller's typing of the papers, read out in public; hidden from everybody until the vote is closed. */
export const enterBallots: Handler<'EnterBallots'> = {
  needs: (_ask, { vote }) => [filesNeed(vote)],
  decide(context, { vote: index, contest: number, round, papers, spoilt, ballots }) {
    const { state, evidence } = context;
    const vote = openVoteBy(state, index, 'urn', 'secret');
    if (!vote.ok) return vote;
    const contest = contestsOfVote(state, vote.value).find((one) => one.number === number);
    if (contest === undefined) return refuse('not-found', 'elections', { needed: `VoteOpened ${index}, ${number}` });
    const entries = entriesOf(findingFor(evidence, filesNeed(index)).found ?? [], number);
    const turn = tellersTurn(context, vote.value, entries, { round, of: nameOf(contest) });
    if (!turn.ok) return turn;
    const most = papersIn(vote.value);
    if (papers > most) return refuse('more-hands-than-people', 'tellers', { needed: most, present: papers });
    const candidates = candidatesIn(state, vote.value.motion, number);
    const read = readPapers({ origin: state.origin, vote: index, contest, candidates }, ballots);
    if (!read.ok) return read;
    const sum = read.value.papers + spoilt;
    if (sum !== papers) return refuse('papers-do-not-add-up', 'tellers', { needed: papers, present: sum });
    const { teller, other } = turn.value;
    const entry = { contest: number, round, teller, papers, spoilt, file: read.value.file };
    const record = { record: 'ballot-file', vote: index, ...entry } as const;
    if (other === undefined) return accept([], [record], { waiting: 'the other teller' });
    const agreed = sameTyping(entry, other);
    return accept([], [record], { agreed, final: stands(state, round, agreed), round });
  },
};

export const filesNeed = (vote: number): NeedOf<'ballot-files'> => ({ fact: 'ballot-files', vote });

const entriesOf = (all: readonly BallotFileEntry[], contest: number): readonly BallotFileEntry[] =>
  all.filter((entry) => entry.contest === contest);

/** What a count waits for is named by what it fills. */
const nameOf = ({ number, places: [first] }: Pick<Contest, 'number' | 'places'>): string =>
  first !== undefined && 'office' in first ? first.office : `${number}`;

export const sameTyping = (one: BallotFileEntry, other: BallotFileEntry): boolean =>
  one.papers === other.papers && one.spoilt === other.spoilt && one.file === other.file;

/** What the two tellers of the round that stands have typed: one entry where they agree, else both. */
export interface Typed {
  readonly round: number;
  readonly agreed: boolean;
  /** There was an urn: papers were typed, be they none. */
  readonly onPaper: boolean;
  readonly entries: readonly [BallotFileEntry, ...BallotFileEntry[]];
}

export function typedPapers(
  state: BodyState,
  vote: Pick<Vote, 'method' | 'channels' | 'electorate'>,
  contest: Pick<Contest, 'number' | 'places'>,
  all: readonly BallotFileEntry[],
): Found<Typed> {
  if (isBoxAlone(vote)) return { ok: true, value: noPapers(contest) };
  const last = lastRound(state, entriesOf(all, contest.number), nameOf(contest), sameTyping);
  if (!last.ok) return last;
  const { round, pair, agreed } = last.value;
  return { ok: true, value: { round, agreed, onPaper: true, entries: agreed ? [pair[0]] : pair } };
}

/** Everybody votes with a slip: there is no urn beside the box. */
export const isBoxAlone = (vote: Pick<Vote, 'method' | 'channels' | 'electorate'>): boolean =>
  vote.method === 'secret' && papersIn(vote) === 0;

const noPapers = ({ number: contest }: Pick<Contest, 'number'>): Typed => ({
  round: 1,
  agreed: true,
  onPaper: false,
  entries: [{ contest, round: 1, teller: '', papers: 0, spoilt: 0, file: '' }],
});
