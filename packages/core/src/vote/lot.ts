import { nobody } from '@cabildo/count';
import { authority } from '../authority.ts';
import { accept, type Draft } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { proposalNeeds } from '../motion/check.ts';
import { effectsOf } from '../motion/effects.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { BodyState, Vote } from '../state.ts';
import { tableGet } from '../table.ts';

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
    return motion === undefined ? [] : [digestNeed(state, index, seed), ...proposalNeeds({ state }, motion.proposal)];
  },
  decide(context, { vote: index, seed }) {
    const { state, at } = context;
    const found = tiedElection(state, index);
    if (!found.ok) return found;
    const { lot } = found.value;
    if (lot === null) return refuse('lot-not-announced', 'rules', { needed: 'AnnounceLot' });
    if (at < lot.at) return refuse('lot-not-announced', 'rules', { needed: lot.at, present: at });
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

/** Sides of an election that carried as often as not. */
export const tiedSides = ['no', 'yes'] as const;

function tiedElection(state: BodyState, index: number): Found<Vote> {
  const vote = tableGet(state.votes, index);
  if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
  const outcome = vote.closed?.outcome ?? 'open';
  const matter = tableGet(state.motions, vote.motion)?.matter ?? 'ordinary';
  if (outcome !== 'tied') return refuse('no-lot-needed', 'rules', { needed: 'tied', present: outcome });
  if (matter !== 'election') return refuse('no-lot-needed', 'rules', { needed: 'election', present: matter });
  return { ok: true, value: vote };
}

/** What is hashed, for anyone to hash again: a lot of another vote or book from the same source is another one. */
export const lotText = (origin: string, vote: number, seed: string): string =>
  `cabildo/lot/v1\n${origin}\n${vote}\n${seed}\n`;

const digestNeed = (state: BodyState, vote: number, seed: string): NeedOf<'sha256'> => ({
  fact: 'sha256',
  text: lotText(state.origin, vote, seed),
});

/**
 * One of them, each as likely as the others: of the digest's eight numbers of 32 bits, big-endian, the first that is below
 * the greatest multiple of how many there are, modulo that many.
 */
export function drawnFrom(among: readonly string[], digest: string): string {
  const limit = 2 ** 32 - (2 ** 32 % among.length);
  const number = wordsOf(digest).find((word) => word < limit);
  const drawn = number === undefined ? undefined : among[number % among.length];
  if (drawn === undefined) throw new Error('a digest that nothing can be drawn from');
  return drawn;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function wordsOf(digest: string): readonly number[] {
  const bits = [...digest.replace(/=+$/, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0'));
  const words = bits.join('').match(/.{32}/g) ?? [];
  return words.map((word) => Number.parseInt(word, 2));
}
