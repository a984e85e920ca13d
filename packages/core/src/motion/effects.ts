import { canonicalText } from '../canonical.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { Context, DraftAct } from '../decision.ts';
import { findingFor, type Need } from '../facts.ts';
import type { RefusalCode } from '../refusal.ts';
import { isSuspended } from '../resolution/ratification.ts';
import type { BodyState, Motion, Tally, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { proposalNeeds, proposalRefusal } from './check.ts';
import type { Proposal, ProposalOf } from './proposal.ts';

export interface ClosedVote {
  readonly vote: Vote;
  readonly index: number;
  readonly outcome: ActData<'VoteClosed'>['outcome'];
  readonly tally: Tally;
  /** Index that the first of these acts gets. */
  readonly next: number;
}

export interface Effects {
  readonly acts: readonly DraftAct[];
  /** Why a carried motion does nothing: what it proposes has become against the rules since it was tabled. */
  readonly withoutEffect: RefusalCode | null;
}

const nothing: Effects = { acts: [], withoutEffect: null };

/** What the vote's result does, as the motion said when it was tabled. */
export function effectsOf(context: Context, closed: ClosedVote): Effects {
  const { state } = context;
  const motion = tableGet(state.motions, closed.vote.motion);
  const rules = statuteOf(state);
  if (motion === undefined || rules === null) return nothing;
  const { proposal } = motion;
  if (proposal.kind === 'answer') return { ...nothing, acts: answered(context, closed, motion, proposal) };
  if (closed.outcome !== 'carried') return nothing;
  const outdated = outdatedBy(context, motion);
  if (outdated !== null) return { acts: [], withoutEffect: outdated };
  const carried = { context, motion, vote: closed.index, resolution: closed.next, by: bySitting(motion) };
  const suspended = deferrable.has(proposal.kind) && isSuspended(state, rules, motion.matter);
  const adopts = suspended || resolving.has(proposal.kind);
  const acts: readonly DraftAct[] = [
    ...(adopts ? [resolved(carried, closed.vote.motion, suspended)] : []),
    ...(proposal.kind === 'pact' ? [pactRecorded(carried, proposal)] : []),
    ...(suspended ? [] : effectOf(carried)),
  ];
  return { acts, withoutEffect: null };
}

/** What a ratified resolution now does: the effects that waited for the bases. */
export function ratifiedEffects(context: Context, resolution: number): readonly DraftAct[] {
  const { state } = context;
  const adopted = tableGet(state.resolutions, resolution);
  const motion = motionOf(state, resolution);
  const vote = adopted?.vote ?? null;
  if (motion === null || vote === null || outdatedBy(context, motion) !== null) return [];
  return effectOf({ context, motion, vote, resolution, by: { office: 'statute', article: 'ratification' } });
}

export function ratificationNeeds(state: BodyState, resolution: number): readonly Need[] {
  const motion = motionOf(state, resolution);
  return motion === null ? [] : proposalNeeds({ state }, motion.proposal);
}

function motionOf(state: BodyState, resolution: number): Motion | null {
  const index = tableGet(state.resolutions, resolution)?.motion ?? null;
  return index === null ? null : (tableGet(state.motions, index) ?? null);
}

type Kind = Proposal['kind'];

/** What carries as a resolution of its own. */
const resolving: ReadonlySet<Kind> = new Set<Kind>(['resolution', 'pact', 'measure', 'lift']);

/** What can wait for the bases. Elections, recalls, mandates and answers are a body's own and take effect at once. */
const deferrable: ReadonlySet<Kind> = new Set<Kind>([...resolving, 'amend-statute', 'admit', 'request-affiliation']);

/** What must still be allowed when it takes effect, not only when it was tabled. */
const checkedAgain: ReadonlySet<Kind> = new Set<Kind>([
  'elect-officers',
  'elect-delegates',
  'recall-delegate',
  'request-affiliation',
  'admit',
  'lift',
  'amend-statute',
]);

function outdatedBy(context: Context, { proposal, matter }: Motion): RefusalCode | null {
  const rules = statuteOf(context.state);
  if (rules === null || !checkedAgain.has(proposal.kind)) return null;
  return proposalRefusal(context, rules, matter, proposal)?.refusal.code ?? null;
}

interface Carried {
  readonly context: Context;
  readonly motion: Motion;
  readonly vote: number;
  /** The act that adopts it as a resolution, where there is one. */
  readonly resolution: number;
  readonly by: { readonly office: string; readonly article: string };
}

type Effect<K extends Kind> = (carried: Carried, proposal: ProposalOf<K>) => readonly DraftAct[];

const effectOf = (carried: Carried): readonly DraftAct[] => {
  const { proposal } = carried.motion;
  return (effects[proposal.kind] as Effect<Kind>)(carried, proposal);
};

const bySitting = (motion: Motion): Carried['by'] => ({ office: 'sitting', article: `rules.${motion.matter}` });

const effects: { readonly [K in Kind]: Effect<K> } = {
  resolution: () => [],
  pact: () => [],
  answer: () => [],
  'extend-term': () => [],

  'elect-officers': ({ context, vote, by }, { officers, from, until }) => [
    {
      act: 'OfficersElected',
      by,
      data: { vote, officers, from, until, signaturesNeeded: statuteOf(context.state)?.seals.signatures ?? 1 },
    },
  ],

  'elect-delegates': ({ vote, by }, { to, from, until, seats }) => [
    { act: 'DelegatesElected', by, data: { vote, to, from, until, seats } },
  ],

  'recall-delegate': ({ context, vote, by }, { election: index, seat: number }) => {
    const election = tableGet(context.state.elections, index);
    const seat = election?.seats.find((candidate) => candidate.seat === number);
    if (election === undefined || seat === undefined) return [];
    const holder = seat.recalled === null ? seat.holder : (seat.alternate ?? seat.holder);
    return [{ act: 'DelegateRecalled', by, data: { vote, election: index, to: election.to, seat: number, holder } }];
  },

  'request-affiliation': ({ vote, by }, { to, toKey }) => [
    { act: 'AffiliationRequested', by, data: { vote, to, toKey } },
  ],

  admit: ({ context, by }, { below, key, title, entitlement }) => [
    {
      act: 'AffiliationAdmitted',
      by,
      data: { below, key, title, entitlement },
      cites: findingFor(context.evidence, { fact: 'affiliation-request', book: below, to: context.state.origin }).cites,
    },
  ],

  mandate: ({ context, vote, by }, { on, textHash, instruction, redLines }) => [
    {
      act: 'MandateGiven',
      by,
      data: { vote, on, textHash, instruction, ...(redLines === undefined ? {} : { redLines }) },
      cites: findingFor(context.evidence, { fact: 'motion-text', book: on.book, index: on.index }).cites,
    },
  ],

  forward: ({ context, motion, vote, by }, { to }) => {
    const { title, textHash } = motion;
    const index = tableGet(context.state.votes, vote)?.motion ?? 0;
    return [{ act: 'MotionForwarded', by, data: { vote, motion: index, to, title, textHash } }];
  },

  measure: ({ vote, resolution, by }, { what, place, from }) => [
    { act: 'MeasureDeclared', by, data: { vote, resolution, what, place, from } },
  ],

  lift: ({ resolution, by }, { measure, how }) => [{ act: 'MeasureLifted', by, data: { measure, resolution, how } }],

  'amend-statute': ({ context, by }, { statute }) => [
    {
      act: 'StatuteAdopted',
      by,
      data: {
        statute,
        sha256: findingFor(context.evidence, { fact: 'sha256', text: canonicalText(statute) }).found?.hash ?? '',
      },
    },
  ],
};

/** What was agreed with others is on record at once, whatever it is called; it is in force when the bases say so. */
const pactRecorded = ({ vote, resolution, motion, by }: Carried, { with: other }: ProposalOf<'pact'>): DraftAct => ({
  act: 'PactRecorded',
  by,
  data: { vote, resolution, with: other, textHash: motion.textHash },
});

const resolved = ({ vote, motion, by }: Carried, index: number, suspended: boolean): DraftAct => ({
  act: 'ResolutionAdopted',
  by,
  data: {
    vote,
    motion: index,
    matter: motion.matter,
    title: motion.title,
    textHash: motion.textHash,
    status: suspended ? 'suspended' : 'in-force',
  },
});

/** A base answers yes or no; a tie or an undetermined count is no answer, and the base votes again. */
function answered(
  { state, evidence }: Context,
  closed: ClosedVote,
  motion: Motion,
  { consultation, textHash }: ProposalOf<'answer'>,
): readonly DraftAct[] {
  if (closed.outcome !== 'carried' && closed.outcome !== 'rejected') return [];
  const sitting = tableGet(state.sittings, motion.sitting);
  return [
    {
      act: 'ConsultationAnswered',
      by: bySitting(motion),
      data: {
        vote: closed.index,
        consultation,
        textHash,
        answer: closed.outcome === 'carried' ? 'yes' : 'no',
        ...closed.tally,
        present: closed.vote.present,
        roll: closed.vote.roll,
        heldAt: sitting?.startsAt ?? state.at,
      },
      cites: findingFor(evidence, { fact: 'consultation', ...consultation }).cites,
    },
  ];
}
