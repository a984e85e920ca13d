import { divideSeats, nobody } from '@cabildo/count';
import { seatsInSitting } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept, type Context, type DraftAct } from '../decision.ts';
import { phaseOfMotion } from '../delegation/seat-class.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import { type CardEntry, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import { stands } from '../sitting/rounds.ts';
import type { BodyState, Card, Tally, Vote } from '../state.ts';
import type { Phase, Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { parseDivision } from './divide.ts';
import { lastRound, openVoteBy, tellersTurn } from './entries.ts';
import { breachBy, mandateNeeds, mandateOn } from './mandated.ts';

/** What a delegation's card weighs under these rules. */
export const weightsOf = (rules: Statute | null): 'seats' | 'members' => rules?.weights ?? 'seats';

interface Dealing {
  readonly sitting: number;
  readonly before: number;
  readonly at: Time;
  readonly weights: 'seats' | 'members';
  readonly phase: Phase;
}

/**
 * Delegations that may raise a card, with its weight: the seats that it holds now, of those accredited before the vote, or
 * the members of its body as of the convocation. Without a seat that holds and votes there is no card (invariant 4).
 */
export function delegationsIn(
  state: BodyState,
  { sitting, before, at, weights, phase }: Dealing,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const key of seatsInSitting(state, sitting, at, phase)) {
    const seat = tableGet(state.seats, key);
    if (seat === undefined || seat.act >= before) continue;
    const { book } = parseSeatKey(key);
    found.set(book, weights === 'members' ? (seat.members ?? 0) : (found.get(book) ?? 0) + 1);
  }
  return found;
}

export const cardsIn = (state: BodyState, vote: Vote, index: number, at: Time): ReadonlyMap<string, number> =>
  delegationsIn(state, {
    sitting: vote.sitting,
    before: index,
    at,
    weights: vote.weights ?? 'seats',
    phase: phaseOfMotion(state, vote.motion),
  });

/** One teller's sight of one delegation's card, held against the base's mandate when it is entered. */
export const countDelegationCard: Handler<'CountDelegationCard'> = {
  needs({ state }, { vote: index, below }) {
    const vote = tableGet(state.votes, index);
    return vote === undefined ? [] : [cardsNeed(index), ...mandateNeeds(state, vote, below)];
  },
  decide(context, { vote: index, below, round, raised }) {
    const { state, at, evidence } = context;
    const vote = openVoteBy(state, index, 'delegation-cards');
    if (!vote.ok) return vote;
    if (!cardsIn(state, vote.value, index, at).has(below))
      return refuse('not-in-electorate', 'delegates', { needed: below });
    const entries = entriesOf(findingFor(evidence, cardsNeed(index)).found ?? [], below);
    const turn = tellersTurn(context, vote.value, entries, { round, of: below });
    if (!turn.ok) return turn;
    const given = mandateOn(context, vote.value, below);
    const instruction = given?.instruction ?? null;
    if (raised === 'divided' && (instruction === null || parseDivision(instruction) === null))
      return refuse('mandate-not-divided', 'mandates.binding', { needed: below, present: instruction ?? 'none' });
    const breach = instruction === null ? null : breachBy(instruction, raised);
    if (instruction !== null && breach !== null && bindingOf(context) === 'refuse')
      return refuse(breach, 'mandates.binding', { needed: instruction, present: raised });
    const { teller, other } = turn.value;
    const mandate = given === null ? {} : { mandate: given };
    const record = { record: 'card-count', vote: index, below, round, teller, raised, ...mandate } as const;
    if (other === undefined) return accept([], [record], { waiting: 'the other teller' });
    const agreed = sameCard(record, other);
    return accept([], [record], { agreed, final: stands(state, round, agreed), round });
  },
};

const bindingOf = ({ state }: Context) => statuteOf(state)?.mandates.binding ?? 'flag';

export const cardsNeed = (vote: number): NeedOf<'card-counts'> => ({ fact: 'card-counts', vote });

interface CountedCard {
  readonly card: ActData<'DelegationCardsCounted'>['cards'][number];
  readonly mandate: CardEntry['mandate'];
}

export interface CountedCards {
  readonly cards: readonly CountedCard[];
  /** Cards of delegations that hold no seat any more. */
  readonly dropped: number;
}

/** The last round of every card, in the order of the delegations' names. */
export function countedCards(context: Context, vote: Vote, index: number): Found<CountedCards> {
  const { state, at, evidence } = context;
  const all = findingFor(evidence, cardsNeed(index)).found ?? [];
  const names = [...new Set(all.map(({ below }) => below))].toSorted((a, b) => (a < b ? -1 : 1));
  if (names.length === 0) return refuse('not-counted', 'tellers', { needed: 2, present: 0 });
  const weights = cardsIn(state, vote, index, at);
  const cards: CountedCard[] = [];
  for (const below of names) {
    const weight = weights.get(below);
    if (weight === undefined) continue;
    const last = lastRound(state, entriesOf(all, below), below, sameCard);
    if (!last.ok) return last;
    const { round, pair } = last.value;
    const mandate = pair[1].mandate ?? pair[0].mandate;
    const division = pair.some(({ raised }) => raised === 'divided') ? parseDivision(mandate?.instruction ?? '') : null;
    const divided = division === null ? {} : { divided: division };
    cards.push({ card: { below, weight, round, raised: pair.map(({ raised }) => raised), ...divided }, mandate });
  }
  return { ok: true, value: { cards, dropped: names.length - cards.length } };
}

/** What each teller saw of one card, in votes: one tally where they agree. */
export function talliesOfCard({ raised, weight, divided }: Card): readonly Tally[] {
  const tallies = raised.map((side) =>
    side === 'divided' ? divideSeats(weight, divided ?? nobody) : { ...nobody, [side]: weight },
  );
  return raised.every((side) => side === raised[0]) ? tallies.slice(0, 1) : tallies;
}

/** As many cards as fit into one act; one that is divided cites the mandate that divides it, and stands alone. */
const cardsInAnAct = 24;

export function cardActs(vote: number, counted: readonly CountedCard[], by: DraftAct['by']): readonly DraftAct[] {
  const whole = counted.filter(({ card }) => card.divided === undefined).map(({ card }) => card);
  const acts: DraftAct[] = [];
  for (let first = 0; first < whole.length; first += cardsInAnAct)
    acts.push({ act: 'DelegationCardsCounted', by, data: { vote, cards: whole.slice(first, first + cardsInAnAct) } });
  for (const { card, mandate } of counted)
    if (card.divided !== undefined)
      acts.push({ act: 'DelegationCardsCounted', by, data: { vote, cards: [card] }, cites: mandate?.cites ?? [] });
  return acts;
}

/** Cards that both tellers saw raised against the mandate: they count, and the base is told. */
export function cardBreaches({ state }: Context, vote: number, counted: readonly CountedCard[]): readonly DraftAct[] {
  if (statuteOf(state)?.mandates.binding !== 'flag') return [];
  return counted.flatMap(({ card: { below, raised }, mandate }): DraftAct[] => {
    const [cast] = raised;
    if (
      mandate === undefined ||
      cast === undefined ||
      raised.some((side) => breachBy(mandate.instruction, side) === null)
    )
      return [];
    return [
      {
        act: 'MandateBreached',
        by: { office: 'statute', article: 'mandates.binding' },
        data: { vote, below, mandate: mandate.instruction, cast },
        cites: mandate.cites,
      },
    ];
  });
}

const entriesOf = (all: readonly CardEntry[], below: string): readonly CardEntry[] =>
  all.filter((entry) => entry.below === below);

export const sameCard = (one: Pick<CardEntry, 'raised'>, other: Pick<CardEntry, 'raised'>): boolean =>
  one.raised === other.raised;
