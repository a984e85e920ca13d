import { type WayAsked, type WayDown, wayDown, wayNeeds } from '../affiliation/way-down.ts';
import { authority } from '../authority.ts';
import type { InputFor } from '../catalogue/commands.ts';
import { accept, type Context } from '../decision.ts';
import { type Finding, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import type { Proposal } from '../motion/proposal.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Resolution } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import { resolutionKey } from './state.ts';
import { statusAt } from './validity.ts';

/** How long what a body did can be challenged (article `challenge`; without it 30 days). */
export const challengeDays = ({ challenge }: Statute): number => challenge?.days ?? 30;

/** The name under which a base's book keeps what it says of a resolution above. */
export const challengedKey = (book: string, which: { readonly resolution: number; readonly decision?: number }) =>
  `${book}#${resolutionKey(which)}`;

/**
 * The matter by whose rule a resolution stands or falls: what challenges say that it is, a pact or a lifting before all
 * else, so that a milder challenge by a friendly base covers nothing up; or that under which it was put.
 */
export function matterOf({ matter, challenges }: Resolution): Matter {
  const claimed = challenges.map(({ claimedMatter }) => claimedMatter);
  return claimed.find((one) => one === 'pact' || one === 'lifting') ?? claimed.at(-1) ?? matter;
}

/** Suspended by a challenge that neither the bases nor a vote under the claimed matter have settled yet. */
export const isChallenged = ({ status, challenges }: Resolution): boolean =>
  status === 'suspended' && challenges.length > 0;

/**
 * A body says that a resolution is of another matter than it was put under: with the sealed challenge of a body below
 * (its own assembly has decided that), by a delegate's seat, or, in a base, by one of its members. It is suspended
 * until that is settled, and each body says so once of each resolution, so that nobody can hold one up for ever.
 */
export const challengeClassification: Handler<'ChallengeClassification'> = {
  needs: ({ state }, input) => {
    const way = wayOf(state, input);
    return way === null ? [] : [challengeNeed(state, way.below, input), ...wayNeeds(way)];
  },
  decide(context, input) {
    const { state } = context;
    const { claimedMatter, below } = input;
    const rules = statuteOf(state);
    const resolution = tableGet(state.resolutions, resolutionKey(input));
    if (rules === null) return refuse('body-not-founded', 'founding');
    if (resolution === undefined)
      return refuse('not-found', 'ratification', { needed: `ResolutionAdopted ${input.resolution}` });
    const finding = below === undefined ? null : findingFor(context.evidence, challengeNeed(state, below, input));
    const who = challenger(context, wayOf(state, input), claimedMatter, finding);
    if (!who.ok) return who;
    const refused = challengeRefusal(context, rules, resolution, { body: who.body, claimedMatter, finding });
    if (refused !== null) return refused;
    const { resolution: index, decision } = input;
    return accept([
      {
        act: 'ClassificationChallenged',
        by: authority(context, 'ratification'),
        data: {
          resolution: index,
          ...(decision === undefined ? {} : { decision }),
          claimedMatter,
          ...(who.body === state.origin ? {} : { below: who.body }),
          ...(finding?.found ? { challenger: { book: finding.need.book, index: finding.found.index } } : {}),
          ...(who.way.admissions.length === 0 ? {} : { path: who.way.admissions }),
        },
        ...(finding === null ? {} : { cites: [...finding.cites, ...who.way.cites] }),
      },
    ]);
  },
};

type Shown = Pick<WayDown, 'admissions' | 'cites'>;
type Challenger = { readonly ok: true; readonly body: string; readonly way: Shown } | Refused;

const itself: Shown = { admissions: [], cites: [] };

function challenger(
  context: Context,
  asked: WayAsked | null,
  claimedMatter: Matter,
  finding: Finding<'challenge'> | null,
): Challenger {
  const { state, actor } = context;
  if (asked !== null) {
    const way = wayDown(context, asked);
    if (!way.ok) return way;
    if (way.value.first.succeededBy !== undefined)
      return refuse('not-affiliated', 'rules.affiliation', { needed: way.value.first.succeededBy });
    return finding?.found?.claimedMatter === claimedMatter
      ? { ok: true, body: asked.below, way: way.value }
      : refuse('evidence-missing', 'ratification', { needed: asked.below });
  }
  // Roles have been checked: the seat of whoever acts as one is held.
  if (actor.kind === 'seat') return { ok: true, body: actor.below, way: itself };
  if (actor.kind === 'member' && state.body?.kind === 'base') return { ok: true, body: state.origin, way: itself };
  return refuse('not-allowed', 'ratification', { needed: 'delegate | member' });
}

/** The way to the body that challenges; one further down belongs to the others since before the resolution was adopted. */
function wayOf(state: BodyState, input: InputFor<'ChallengeClassification'>): WayAsked | null {
  const { below, through = [] } = input;
  if (below === undefined) return null;
  const before = tableGet(state.resolutions, resolutionKey(input))?.adoptedAt ?? state.at;
  return { below, through, before };
}

interface Claim {
  readonly body: string;
  readonly claimedMatter: Matter;
  readonly finding: Finding<'challenge'> | null;
}

function challengeRefusal(
  { state, at }: Context,
  rules: Statute,
  resolution: Resolution,
  { body, claimedMatter, finding }: Claim,
): Refused | null {
  if (resolution.challenges.some((one) => one.body === body))
    return refuse('already-challenged', 'challenge', { present: body });
  const status = statusAt(state, resolution, at);
  if (status !== 'in-force' && status !== 'conditional' && !isChallenged(resolution))
    return refuse('resolution-not-in-force', 'ratification', { present: status });
  if (resolution.consultation !== null)
    return refuse('already-consulted', 'ratification', { present: resolution.consultation });
  const last = plusDays(resolution.adoptedAt, challengeDays(rules));
  if (at > last) return refuse('challenge-period-over', 'challenge', { needed: last, present: at });
  if (matterRule(rules, claimedMatter) === undefined)
    return refuse('matter-not-in-statute', 'rules', { needed: claimedMatter });
  const claimable = claimableFor(state, resolution);
  if (!claimable.includes(claimedMatter))
    return refuse('proposal-does-not-fit-matter', 'ratification', {
      needed: claimable.join(' | ') || resolution.matter,
      present: claimedMatter,
    });
  // Holding a measure up is what its opponents want: it takes a base that has decided so, not one delegate's word.
  const measure = proposalOf(state, resolution)?.kind === 'measure';
  return measure && state.body?.kind === 'delegate' && finding === null
    ? refuse('evidence-missing', 'ratification', { needed: body })
    : null;
}

const proposalOf = (state: BodyState, { motion }: Resolution): Proposal | null =>
  motion === null ? null : (tableGet(state.motions, motion)?.proposal ?? null);

const free: readonly Matter[] = ['ordinary', 'accounts', 'dissolution', 'pact', 'measure', 'lifting'];

/**
 * What a resolution can turn out to be. Words can hide anything; a measure or an exemption can hide a pact or a lifting;
 * what says itself that it is a pact, a lifting or an amendment is decided as such already.
 */
function claimableFor(state: BodyState, resolution: Resolution): readonly Matter[] {
  const kind = proposalOf(state, resolution)?.kind ?? 'resolution';
  if (kind === 'resolution' && !['pact', 'lifting'].includes(resolution.matter))
    return free.filter((matter) => matter !== resolution.matter);
  return ['measure', 'exempt-service', 'demand-list', 'change-demand', 'revoke'].includes(kind) &&
    resolution.matter !== 'lifting'
    ? ['pact', 'lifting']
    : [];
}

const challengeNeed = (
  { origin }: BodyState,
  book: string,
  which: { readonly resolution: number; readonly decision?: number },
): NeedOf<'challenge'> => ({ fact: 'challenge', book, of: origin, key: resolutionKey(which) });
