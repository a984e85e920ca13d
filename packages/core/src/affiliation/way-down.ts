import type { Context } from '../decision.ts';
import { type BaseBelow, type Citation, findingFor, type NeedOf } from '../facts.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { Affiliate, BodyState } from '../state.ts';
import { leastNeighbours } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { spellAt } from './lineage.ts';

/**
 * A body below, the bodies between, and the time before which each step must have been here: who came later waits. `asOf`: the
 * way as it was when that act was written; what has ended since takes nobody off it.
 */
export interface WayAsked {
  readonly below: string;
  readonly through: readonly string[];
  readonly before: Time;
  readonly asOf?: number;
}

export interface WayDown {
  /** The body directly below with which the way begins. */
  readonly first: Affiliate;
  readonly admissions: BaseBelow['path'];
  readonly cites: readonly Citation[];
}

export const wayNeeds = ({ below, through, before, asOf }: WayAsked): readonly NeedOf<'admission'>[] =>
  through.map((book, i) => ({
    fact: 'admission',
    book,
    below: through[i + 1] ?? below,
    before,
    ...(asOf === undefined ? {} : { asItWas: true }),
  }));

/** From a body directly below down to that one, each step an admission in the book of the body above it. */
export function wayDown({ state, evidence }: Pick<Context, 'state' | 'evidence'>, asked: WayAsked): Found<WayDown> {
  const first = firstStep(state, asked);
  if (first === null) return refuse('not-affiliated', 'rules.affiliation', { needed: asked.below });
  const steps = wayNeeds(asked).map((need) => findingFor(evidence, need));
  const missing = steps.find(({ found }) => found === null);
  if (missing !== undefined) return refuse('not-affiliated', 'rules.affiliation', { needed: missing.need.below });
  // Each body between answers for those below it, as this one does for those directly below.
  if (steps.some(({ found }) => found?.vouched === false))
    return refuse('witnesses-unknown-here', 'founding', { needed: leastNeighbours, present: 0 });
  const admissions = steps.map(({ need, found }) => ({ book: need.book, index: found?.index ?? 0 }));
  return { ok: true, value: { first, admissions, cites: steps.flatMap(({ cites }) => cites) } };
}

function firstStep(state: BodyState, { below, through, asOf }: WayAsked): Affiliate | null {
  const book = through[0] ?? below;
  const affiliate = tableGet(state.affiliates, book);
  const stood = asOf !== undefined && spellAt(state, book, asOf) !== undefined;
  return affiliate === undefined || (affiliate.ended !== undefined && !stood) ? null : affiliate;
}
