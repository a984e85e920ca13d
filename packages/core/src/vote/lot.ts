import { nobody } from '@cabildo/count';
import { authority } from '../authority.ts';
import { accept, type Draft } from '../decision.ts';
import { isElection } from '../election/contests.ts';
import { contestLotNeeds, drawContestLot } from '../election/lot.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { proposalNeeds } from '../motion/check.ts';
import { effectsOf } from '../motion/effects.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { BodyState, Vote } from '../state.ts';
import { tableGet } from '../table.ts';
import { drawnFrom, lotText, tiedSides } from './draw.ts';

/**
 * Says where the seed will come from while nobody can know it yet. A lot is drawn for a tied election alone: any other
 * tied motion is simply not carried.
 */
export const announceLot: Handler<'AnnounceLot'> = {
  decide(context, { vote: index, source, at }) {
    const vote = tiedElection(context.state, index);
    if (!vote.ok) return vote;
    if (vote.value.lot !== null) return refuse('lot-already-announced', 'rules', { present: vote.value.lot.announced });
    if (at <= context.at) return refuse('too-early', 'rules', { needed: `> ${context.at}`, present: at });
    return accept([{ act: 'LotAnnounced', by: authority(context, 'rules'), data: { vote: index, source, at } }]);
  },
};

export const drawLot: Handler<'DrawLot'> = {
  needs({ state }, { vote: index, seed }) {
    const vote = tableGet(state.votes, index);
    const motion = vote === undefined ? undefined : tableGet(state.motions, vote.motion);
    if (vote !== undefined && isElection(state, vote)) return contestLotNeeds(state, vote, index, seed);
    return motion === undefined ? [] : [digestNeed(state, index, seed), ...proposalNeeds({ state }, motion.proposal)];
  },
  decide(context, { vote: index, seed }) {
    const { state, at } = context;
    const found = tiedElection(state, index);
    if (!found.ok) return found;
    const { lot } = found.value;
    if (lot === null) return refuse('lot-not-announced', 'rules', { needed: 'AnnounceLot' });
    if (at < lot.at) return refuse('lot-not-announced', 'rules', { needed: lot.at, present: at });
    if (isElection(state, found.value)) return drawContestLot(context, found.value, index, seed);
    const digest = findingFor(context.evidence, digestNeed(state, index, seed)).found?.hash ?? '';
    const drawn = drawnFrom(tiedSides, digest);
    const recorded: Draft<'LotDrawn'> = {
      act: 'LotDrawn',
      by: authority(context, 'rules'),
      data: { vote: index, announced: lot.announced, seed, digest, among: tiedSides, drawn },
    };
    const outcome = drawn === 'yes' ? 'carried' : 'rejected';
    const effects = effectsOf(context, {
      vote: found.value,
      index,
      outcome,
      tally: found.value.closed?.tallies[0] ?? nobody,
      next: state.size + 1,
    });
    const said = effects.withoutEffect === null ? { outcome } : { outcome, withoutEffect: effects.withoutEffect };
    return accept([recorded, ...effects.acts], [], { drawn, ...said });
  },
};

function tiedElection(state: BodyState, index: number): Found<Vote> {
  const vote = tableGet(state.votes, index);
  if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
  const outcome = vote.closed?.outcome ?? 'open';
  const matter = tableGet(state.motions, vote.motion)?.matter ?? 'ordinary';
  if (outcome !== 'tied') return refuse('no-lot-needed', 'rules', { needed: 'tied', present: outcome });
  if (matter !== 'election') return refuse('no-lot-needed', 'rules', { needed: 'election', present: matter });
  return { ok: true, value: vote };
}

const digestNeed = (state: BodyState, vote: number, seed: string): NeedOf<'sha256'> => ({
  fact: 'sha256',
  text: lotText(state.origin, vote, seed),
});
