import { authority } from '../authority.ts';
import { accept, type Context, type Decision, type Draft } from '../decision.ts';
import { findingFor, type Need, type NeedOf } from '../facts.ts';
import { refuse } from '../refusal.ts';
import { boxOf } from '../secret/sums.ts';
import type { BodyState, Vote } from '../state.ts';
import { drawnFrom, lotText } from '../vote/draw.ts';
import { electedIn, electionNeeds, said, seated } from './close.ts';
import { type Contest, contestsOfVote, countedIn } from './contests.ts';
import { countContest } from './count.ts';
import { filesNeed, typedPapers } from './entries.ts';
import type { CountedContest } from './state.ts';

interface Tied {
  readonly contest: Contest;
  readonly counted: CountedContest;
  readonly among: readonly number[];
}

/** The first contest that waits for a lot, with those among whom it is drawn: whoever was drawn before is no more. */
export function tiedContest(state: BodyState, vote: Vote, index: number): Tied | null {
  for (const contest of contestsOfVote(state, vote)) {
    const counted = countedIn(state, index, contest.number);
    if (counted?.lotsRequired === undefined) continue;
    const among = counted.lotsRequired.tied.filter((number) => !counted.lots.includes(number));
    return { contest: asCounted(contest, counted), counted, among };
  }
  return null;
}

/** The rule is that under which the papers were counted first, whatever the statute says meanwhile. */
const asCounted = (contest: Contest, { method, options, vacancy }: CountedContest): Contest => ({
  ...contest,
  method,
  vacancy,
  options: Object.fromEntries(options.map(({ option, value }) => [option, value])),
});

/** A lot of another contest, or the next one of the same, is another lot though the source gave the same. */
const contestLotText = (lot: string, { contest, counted }: Pick<Tied, 'contest' | 'counted'>): string =>
  `${lot}${contest.number}\n${counted.lots.length + 1}\n`;

const digestNeed = (state: BodyState, index: number, seed: string, tied: Tied): NeedOf<'sha256'> => ({
  fact: 'sha256',
  text: contestLotText(lotText(state.origin, index, seed), tied),
});

export function contestLotNeeds(state: BodyState, vote: Vote, index: number, seed: string): readonly Need[] {
  const tied = tiedContest(state, vote, index);
  return tied === null ? [] : [digestNeed(state, index, seed, tied), ...electionNeeds(state, vote, index)];
}

/** Draws one, and the count goes on with it; if that leaves another tie, another lot is announced. */
export function drawContestLot(context: Context, vote: Vote, index: number, seed: string): Decision {
  const { state, evidence } = context;
  const tied = tiedContest(state, vote, index);
  if (tied === null || vote.lot === null) return refuse('no-lot-needed', 'rules', { needed: 'tied' });
  const { contest, counted, among } = tied;
  const typed = typedPapers(state, vote, contest, findingFor(evidence, filesNeed(index)).found ?? []);
  if (!typed.ok) return typed;
  const digest = findingFor(evidence, digestNeed(state, index, seed, tied)).found?.hash ?? '';
  const names = among.map(String);
  const drawn = drawnFrom(names, digest);
  const lots = [...counted.lots, Number(drawn)];
  const { publicFrom } = counted;
  const again = countContest(context, {
    vote: index,
    motion: vote.motion,
    contest,
    typed: typed.value,
    box: boxOf(state, vote, vote.secret?.sums, contest.number),
    lots,
    publicFrom,
  });
  if (!again.ok) return again;
  const elected = electedIn(state, vote, index).map((one) =>
    one.contest.number === contest.number ? { contest, elected: again.value.act.data.elected } : one,
  );
  const complete = elected.every((one) => one.elected.length === one.contest.places.length);
  const stillTied = again.value.outcome === 'lots-required' || again.value.outcome === 'elected';
  const outcome = complete ? 'carried' : stillTied ? 'tied' : 'rejected';
  const recorded: Draft<'LotDrawn'> = {
    act: 'LotDrawn',
    by: authority(context, 'elections'),
    data: {
      vote: index,
      announced: vote.lot.announced,
      seed,
      digest,
      among: names,
      drawn,
      contest: contest.number,
      outcome,
    },
  };
  const effects = complete ? seated(context, { vote, index, elected, written: 2 }) : null;
  const acts = [recorded, again.value.act, ...(effects?.acts ?? [])];
  return accept(acts, [], { drawn, outcome, ...(effects === null ? {} : said(effects)) });
}
