import type { Proposal } from '../motion/proposal.ts';
import type { Carried } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { hoursUntilPublic, sensitiveShown } from '../statute/publicity.ts';
import { tableValues } from '../table.ts';
import { plusHours, type Time } from '../time.ts';
import type { PlaceKept, Withheld } from './fields.ts';
import { measureAt } from './standing.ts';
import type { Measure } from './state.ts';

/** The slot of a tabled motion in which the place of its measure lies, for members. */
const slotOfPlace = 'place';

interface PlaceGiven {
  readonly place: string | undefined;
  readonly area: string | undefined;
  readonly publish: boolean | undefined;
}

/** Where a measure is to stand, as the proposal has it; null: it is about no place. How a measure is narrowed is for whoever must pass. */
function placeGiven(proposal: Proposal): PlaceGiven | null {
  if (proposal.kind === 'measure') {
    const { place, area, publish } = proposal;
    return { place, area, publish };
  }
  if (proposal.kind !== 'lift') return null;
  const { how, to, area, publish } = proposal;
  return { place: how === 'move' ? to : undefined, area, publish };
}

/** What of the place becomes public must be told to be so by whoever tables it: publication cannot be recalled (DESIGN 7). */
export function placeRefusal(rules: Statute, proposal: Proposal): Refused | null {
  const given = placeGiven(proposal);
  if (given === null) return null;
  const { place, area, publish } = given;
  const shown = sensitiveShown(rules);
  if (place === undefined && proposal.kind === 'measure')
    return refuse('place-missing', 'rules.measure', { needed: slotOfPlace });
  if (area !== undefined && shown !== 'coarsened')
    return refuse('area-not-published', 'publicity', { needed: 'coarsened', present: shown });
  if (shown === 'coarsened' && place !== undefined && !isCoarser(area, place))
    return refuse('area-missing', 'publicity', { needed: 'area' });
  const published = shown === 'public' ? place : area;
  return published !== undefined && publish !== true
    ? refuse('publication-not-confirmed', 'publicity', { needed: 'publish', present: shown })
    : null;
}

const isCoarser = (area: string | undefined, place: string): boolean =>
  area !== undefined && !area.toLowerCase().includes(place.trim().toLowerCase());

interface TabledPlace {
  /** As the act has it. */
  readonly proposal: Proposal;
  /** What goes beside the act, where it is not for everybody. */
  readonly kept: { readonly withheld: PlaceKept; readonly place: string } | null;
}

/** As the statute says when the motion is tabled: later amendments publish nothing that was said to members. */
export function tabledPlace(rules: Statute, given: Proposal): TabledPlace {
  const proposal = unconfirmed(given);
  if (sensitiveShown(rules) === 'public') return { proposal, kept: null };
  const hoursLate = hoursUntilPublic(rules);
  const withheld = hoursLate === undefined ? {} : { hoursLate };
  if (proposal.kind === 'measure' && proposal.place !== undefined) {
    const { place, ...rest } = proposal;
    return { proposal: rest, kept: { withheld, place } };
  }
  if (proposal.kind === 'lift' && proposal.how === 'move' && proposal.to !== undefined) {
    const { to: place, ...rest } = proposal;
    return { proposal: rest, kept: { withheld, place } };
  }
  return { proposal, kept: null };
}

function unconfirmed(proposal: Proposal): Proposal {
  if (proposal.kind !== 'measure' && proposal.kind !== 'lift') return proposal;
  const { publish: _, ...rest } = proposal;
  return rest;
}

/** What the acts of a carried motion say beside its public words: where those lie that are for members. */
export const placeBeside = ({ context, motion, tabled }: Pick<Carried, 'context' | 'motion' | 'tabled'>) =>
  motion.withheld === undefined ? {} : { withheld: withheldBy(context.state, motion.withheld, tabled) };

/** The motion of a resolution that was taken over from the book before had committed to its place there. */
export const withheldBy = (
  { origin }: Pick<BodyState, 'origin'>,
  { hoursLate, on }: PlaceKept & Partial<Withheld>,
  tabled: number,
): Withheld => ({
  on: on ?? { book: origin, index: tabled },
  ...(hoursLate === undefined ? {} : { hoursLate }),
});

/** The place that holds now, where it is not in the book. */
export const placeWithheld = ({ place, withheld }: Measure): Withheld | null =>
  place === undefined ? (withheld?.at(-1) ?? null) : null;

/** From when on everybody reads it; null: not as things stand. What was never ended may still be in being. */
function publicFrom(state: BodyState, measure: Measure, { hoursLate }: Withheld, at: Time): Time | null {
  const { lifted } = measure;
  if (hoursLate === undefined || lifted?.how !== 'end' || lifted.at === undefined) return null;
  return measureAt(state, measure, at) === 'over' ? plusHours(lifted.at, hoursLate) : null;
}

/** Is what was disclosed there to members for everybody at that time? No act says so: it follows from when the measure ended. */
export const publicSince = (
  state: BodyState,
  { index, slot }: { readonly index: number; readonly slot: string },
  at: Time,
): boolean =>
  slot === slotOfPlace &&
  tableValues(state.measures).some((measure) =>
    (measure.withheld ?? []).some((withheld) => {
      const { book, index: committed } = withheld.on;
      const from = book === state.origin && committed === index ? publicFrom(state, measure, withheld, at) : null;
      return from !== null && from <= at;
    }),
  );

/** A measure binds the bodies below: their members read where it stands, and nothing else that is for members here. */
export const isForBodiesBelow = (slot: string): boolean => slot === slotOfPlace;
