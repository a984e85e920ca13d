import type { Live, LiveMotion, LiveResult, LiveVote } from '../live-answer.ts';

/** What a hall looks at: one thing at a time. */
export type Stage =
  | { readonly show: 'before' | 'recess' | 'crowd' | 'closed' | 'called-off' | 'between' }
  | { readonly show: 'vote'; readonly vote: LiveVote; readonly motion: LiveMotion | null }
  | { readonly show: 'result'; readonly result: LiveResult }
  | { readonly show: 'motion'; readonly motion: LiveMotion };

/** A result stays up for that long before what comes next takes its place. */
const RESULT_MS = 60_000;

export function stageOf(live: Live, now: number): Stage {
  const { phase, crowd, vote, floor, motions } = live;
  if (phase === 'convened') return { show: 'before' };
  if (phase === 'recess') return { show: 'recess' };
  if (phase === 'closed' || phase === 'called-off') return { show: phase };
  if (vote !== null)
    return { show: 'vote', vote, motion: motions.find(({ motion }) => motion === vote.motion) ?? null };
  const next = motionAtHand(live);
  const result = shownResult(live, now, next !== null);
  if (result !== null && (floor === null || floor.speaking === null)) return { show: 'result', result };
  if (next !== null) return { show: 'motion', motion: next };
  return { show: crowd === null ? 'between' : 'crowd' };
}

/** What is spoken about, as the amendment whose turn it is would have it; else what is voted next. */
function motionAtHand({ motions, floor }: Pick<Live, 'motions' | 'floor'>): LiveMotion | null {
  const talked = floor?.motion ?? null;
  const ready = motions.filter(({ state }) => state === 'ready');
  const amendment = talked === null ? undefined : ready.find(({ amends }) => amends?.motion === talked);
  const spoken = motions.find(({ motion, state }) => motion === talked && (state === 'ready' || state === 'waiting'));
  return amendment ?? spoken ?? ready[0] ?? null;
}

function shownResult({ last, agenda, item }: Live, now: number, more: boolean): LiveResult | null {
  if (last === null) return null;
  if (now - Date.parse(last.at) < RESULT_MS) return last;
  // With nothing else to look at the last decision stays, until the next item is called.
  return more || agenda.some((one) => one.state === 'now' && one.item === item && one.item !== 0) ? null : last;
}

/** Amendments to a motion that are still to be voted, in their order. */
export const amendmentsOf = ({ motions }: Pick<Live, 'motions'>, motion: number): readonly LiveMotion[] =>
  motions.filter(({ amends, state }) => amends?.motion === motion && (state === 'ready' || state === 'waiting'));
