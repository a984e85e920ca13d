import { booksOn, lineage } from '../affiliation/lineage.ts';
import type { Context } from '../decision.ts';
import { phaseOfMotion, votesIn } from '../delegation/seat-class.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { seatsInHall } from '../dispute/standing.ts';
import { type CardEntry, type Choice, type Finding, findingFor, type NeedOf } from '../facts.ts';
import { sameText } from '../motion/text.ts';
import type { BodyState, Motion, Vote } from '../state.ts';
import { tableEntries, tableGet } from '../table.ts';
import { divisionName, parseDivision } from './divide.ts';

export interface Instruction {
  readonly instruction: string;
  readonly cites: Finding['cites'];
}

/**
 * The base's instruction on this text; where it has said something of an older text alone it is "come back and ask" (DESIGN
 * section 6, Mandate).
 */
export function mandateOn({ state, evidence }: Context, vote: Vote, below: string): Instruction | null {
  const motion = tableGet(state.motions, vote.motion);
  let outdated: Instruction | null = null;
  for (const need of mandateNeeds(state, vote, below)) {
    const { found, cites } = findingFor(evidence, need);
    if (found === null) continue;
    if (motion !== undefined && sameText(motion, found.textHash))
      return { instruction: found.divided === undefined ? found.instruction : divisionName(found.divided), cites };
    outdated ??= { instruction: 'come-back-and-ask', cites };
  }
  return outdated;
}

/** Does this choice break that instruction, and how is that named? */
export function breachBy(
  instruction: string,
  choice: CardEntry['raised'],
): 'against-mandate' | 'come-back-and-ask' | null {
  if (instruction === 'free' || instruction === choice) return null;
  if (instruction === 'come-back-and-ask') return choice === 'abstain' ? null : 'come-back-and-ask';
  return choice === 'divided' && parseDivision(instruction) !== null ? null : 'against-mandate';
}

/** The same of one seat of a delegation whose mandate is divided: it keeps to the share that is left for its choice. */
export function breachOfSeat(
  instruction: string,
  choice: Choice,
  share: { readonly given: number; readonly used: number },
): ReturnType<typeof breachBy> {
  if (parseDivision(instruction) === null) return breachBy(instruction, choice);
  return share.used < share.given ? null : 'against-mandate';
}

/** The seats of one delegation in the vote, each with who holds it. */
export function frozenSeats(
  state: BodyState,
  { sitting, motion }: Pick<Vote, 'sitting' | 'motion'>,
  index: number,
  below: string,
): readonly { readonly key: string; readonly holder: string }[] {
  // As the sitting was convened: seats that a split takes away meanwhile still divide this delegation.
  const seats = seatsInHall(state, below, sitting) ?? 0;
  const phase = phaseOfMotion(state, motion);
  return Array.from({ length: seats }, (_, number) => seatKey(below, number + 1)).flatMap((key) => {
    const seat = tableGet(state.seats, key);
    const votes = seat !== undefined && seat.sitting === sitting && seat.act < index && !seat.vacant;
    return votes && votesIn(state, seat, phase) ? [{ key, holder: seat.holder }] : [];
  });
}

export const mandateNeeds = (
  state: BodyState,
  vote: Pick<Vote, 'motion'>,
  below: string,
): readonly NeedOf<'mandate'>[] => mandateNeedsOf(state, mandatedActs(state, vote.motion), below);

/** A body whose book goes on in another one is asked there first: what it says there counts before what the book before it says. */
export const mandateNeedsOf = (
  state: BodyState,
  acts: readonly number[],
  below: string,
): readonly NeedOf<'mandate'>[] =>
  [...new Set([...booksOn(state, below), ...lineage(below)])].flatMap((book) =>
    acts.map((motion) => ({ fact: 'mandate' as const, book, on: state.origin, motion })),
  );

/**
 * Mandates may be on the motion as tabled here, on the motion that it is a part of, on the base's as received here, or on
 * whatever else has or had the same text: nobody gets rid of a mandate by putting its text once more as somebody else's
 * motion, to amend it there or to divide it.
 */
export function mandatedActs(state: BodyState, index: number): readonly number[] {
  const chain = wholeOf(state, index);
  const own = chain.flatMap(({ act, from }) => (from === null ? [act] : [act, from]));
  const texts = new Set(chain.flatMap(({ texts: had }) => had));
  const hasText = (had: readonly string[]): boolean => had.some((text) => texts.has(text));
  const received = tableEntries(state.received).filter(([, { textHash }]) => hasText([textHash]));
  const tabled = tableEntries(state.motions).filter(([, motion]) => hasText(everyText(motion)));
  return [...new Set([...own, ...[...received, ...tabled].map(([act]) => Number(act)).sort((a, b) => b - a)])];
}

interface Whole {
  readonly act: number;
  readonly from: number | null;
  readonly texts: readonly string[];
}

/** The motion, that of which it is a part, and so on up, with every text that each of them has had. */
function wholeOf(state: BodyState, index: number): readonly Whole[] {
  const motion = tableGet(state.motions, index);
  if (motion === undefined) return [{ act: index, from: null, texts: [] }];
  const { from, part } = motion;
  const whole = { act: index, from, texts: everyText(motion) };
  return part === null || part === undefined ? [whole] : [whole, ...wholeOf(state, part.of)];
}

const everyText = ({ textHash, amended }: Pick<Motion, 'textHash' | 'amended'>): readonly string[] => [
  textHash,
  ...amended.map(({ before }) => before),
];
