import { utf8Decode } from '@cabildo/book';
import { type BodyState, commands, tableEntries, tableGet, tableValues } from '@cabildo/core';
import { readActs } from '../../store/acts.ts';
import type { Store } from '../../store/open-store.ts';
import { electionOfSecretVote } from '../ballot/of-vote.ts';
import type { LiveResult } from './answer.ts';

type Vote = NonNullable<ReturnType<typeof voteOf>>;
const voteOf = (state: BodyState, index: number) => tableGet(state.votes, index);
type Closed = NonNullable<Vote['closed']>;
type Sitting = NonNullable<ReturnType<typeof sittingOf>>;
const sittingOf = (state: BodyState, index: number) => tableGet(state.sittings, index);

/** The vote of this sitting that was closed last, and what followed of it by itself. */
export async function lastResult(
  store: Store,
  state: BodyState,
  sitting: number,
  { opened, crowd }: Sitting,
): Promise<LiveResult | null> {
  const found = lastClosed(state, sitting);
  if (found === null) return null;
  const { index, vote, closed } = found;
  const motion = tableGet(state.motions, vote.motion);
  const tied = closed.outcome === 'tied' && motion?.matter === 'election';
  return {
    vote: index,
    motion: vote.motion,
    title: motion?.title ?? '',
    matter: motion?.matter ?? '',
    method: vote.method,
    rule: vote.rule,
    and: vote.and ?? null,
    outcome: closed.outcome,
    tallies: closed.tallies,
    turnout: closed.turnout,
    slips: vote.slips ?? 0,
    election: await electionOfSecretVote(store, state, index),
    present: vote.present,
    roll: vote.roll,
    call: opened === null || crowd !== null ? null : opened.call,
    act: closed.act,
    at: closed.at,
    follows: await followed(store, state, index, closed),
    standing: standingOf(state, index),
    lot: tied ? { announced: vote.lot !== null, at: vote.lot?.at ?? null } : null,
  };
}

function lastClosed(state: BodyState, sitting: number) {
  let last: { readonly index: number; readonly vote: Vote; readonly closed: Closed } | null = null;
  for (const [index, vote] of tableEntries(state.votes)) {
    const { closed } = vote;
    if (vote.sitting !== sitting || closed === null) continue;
    if (last === null || closed.act > last.closed.act) last = { index: Number(index), vote, closed };
  }
  return last;
}

/** Acts that a closing writes after its own: their names, out of the command's row. */
const effects: ReadonlySet<string> = new Set(commands.RecordAcclamation.acts.slice(1));

/** More than any closing writes. */
const MOST = 16;

/** They stand right behind the closing act, in the same moment. */
async function followed(
  store: Store,
  state: BodyState,
  vote: number,
  { act, at }: Closed,
): Promise<LiveResult['follows']> {
  const rows = await readActs(store, state.origin, act + 1, Math.min(act + 1 + MOST, state.size));
  const follows: { index: number; act: string }[] = [];
  for (const row of rows) {
    if (row.at !== at || !effects.has(row.act) || !isOf(row.entry, vote)) break;
    follows.push({ index: row.index, act: row.act });
  }
  return follows;
}

/** Some effects name no vote: they follow one that does. */
function isOf(entry: Uint8Array, vote: number): boolean {
  const { data } = JSON.parse(utf8Decode(entry) ?? '{}') as { data?: { vote?: unknown; decidedBy?: unknown } };
  const named = data?.vote ?? data?.decidedBy;
  return named === undefined || named === vote;
}

function standingOf(state: BodyState, vote: number): LiveResult['standing'] {
  const status = tableValues(state.resolutions).find((resolution) => resolution.vote === vote)?.status;
  return status === 'in-force' || status === 'suspended' || status === 'conditional' ? status : null;
}
