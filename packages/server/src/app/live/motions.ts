import {
  type BodyState,
  canBePutAgain,
  type MotionTurn,
  matterRule,
  officeCalled,
  sitsByDelegates,
  statuteOf,
  type Time,
  tableGet,
  votingOrder,
} from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import { readPublicTexts } from '../../store/vault/disclosures.ts';
import type { LiveMethod, LiveMotion } from './answer.ts';

type Sitting = NonNullable<ReturnType<typeof sittingOf>>;
const sittingOf = (state: BodyState, index: number) => tableGet(state.sittings, index);

/** Motions in the order in which they are voted, each with its text as it stands and as it was tabled. */
export async function motionsOf(store: Store, state: BodyState, sitting: Sitting, at: Time): Promise<LiveMotion[]> {
  const turns = votingOrder({ state, at }, sitting);
  const texts = await readPublicTexts(
    store,
    state.origin,
    turns.map(({ motion }) => motion),
  );
  return turns.map((turn) => motionOf(state, turn, texts));
}

/** Whoever convenes the founding holds no office yet: every screen has its own words for that. */
const calledOf = (office: string | undefined): Pick<NonNullable<LiveMotion['mover']>, 'called'> =>
  office === undefined || office === 'convener' ? {} : { called: officeCalled(office) };

function motionOf(state: BodyState, turn: MotionTurn, texts: ReadonlyMap<number, string>): LiveMotion {
  const motion = tableGet(state.motions, turn.motion);
  if (motion === undefined) throw new Error(`the motion ${turn.motion} is not in the book`);
  const { proposal, amended, mover } = motion;
  const amendment = amended.at(-1)?.amendment;
  const original = texts.get(turn.motion) ?? null;
  const vote = motion.vote === null ? undefined : tableGet(state.votes, motion.vote);
  const part = motion.part ?? null;
  return {
    motion: turn.motion,
    item: turn.item,
    matter: motion.matter,
    title: motion.title,
    text: amendment === undefined ? original : (texts.get(amendment) ?? null),
    textBefore: amendment === undefined ? null : original,
    textHash: motion.textHash,
    does: proposal.kind,
    amends:
      proposal.kind === 'amend-motion'
        ? { motion: proposal.motion, order: proposal.order, substantive: proposal.substantive || motion.claimed }
        : null,
    part,
    mover: mover === null ? null : { ...mover, ...calledOf(mover.office) },
    state: turn.state,
    after: turn.after,
    vote: motion.vote,
    outcome: vote?.closed?.outcome ?? null,
    debateClosed: motion.debateClosed,
    ...decidedHow(state, turn, motion.matter),
  };
}

/** Among candidates; in secret, candidates who are ranked are refused, and the rule says why. */
const amongCandidates: readonly LiveMethod[] = ['urn', 'secret'];

const ofSeats: readonly LiveMethod[] = ['roll-call', 'delegation-cards'];

/** Among people nobody is called by name, among delegates nobody votes in several channels. */
function decidedHow(
  state: BodyState,
  { motion: index }: MotionTurn,
  matter: Parameters<typeof matterRule>[1],
): Pick<LiveMotion, 'rule' | 'methods'> {
  const rules = statuteOf(state);
  const ruled = rules === null ? undefined : matterRule(rules, matter);
  if (ruled === undefined) return { rule: null, methods: [] };
  const delegates = sitsByDelegates(state);
  const fits = (method: LiveMethod): boolean => (delegates ? method !== 'mixed' : !ofSeats.includes(method));
  const motion = tableGet(state.motions, index);
  const before = motion?.vote === null ? undefined : tableGet(state.votes, motion?.vote ?? -1);
  const used = before !== undefined && canBePutAgain(before) ? before.method : null;
  const held = motion?.proposal.kind === 'hold-election';
  const methods = ruled.methods.filter(
    (method) => fits(method) && (held ? amongCandidates.includes(method) : method !== used),
  );
  return { rule: ruled.rule, methods };
}
