import { canonicalText } from '../canonical.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { Context, DraftAct } from '../decision.ts';
import { findingFor } from '../facts.ts';
import { isSuspended } from '../resolution/ratification.ts';
import type { Motion, Tally, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Proposal, ProposalOf } from './proposal.ts';

export interface ClosedVote {
  readonly vote: Vote;
  readonly index: number;
  readonly outcome: ActData<'VoteClosed'>['outcome'];
  readonly tally: Tally;
  /** Index that the first of these acts gets. */
  readonly next: number;
}

/** What the vote's result does, as the motion said when it was tabled. */
export function effectsOf(context: Context, closed: ClosedVote): readonly DraftAct[] {
  const motion = tableGet(context.state.motions, closed.vote.motion);
  if (motion === undefined) return [];
  const { proposal } = motion;
  if (proposal.kind === 'answer') return answered(context, closed, motion, proposal);
  if (closed.outcome !== 'carried') return [];
  const effect = effects[proposal.kind] as Effect<Proposal['kind']>;
  return effect({ context, closed, motion, by: bySitting(motion) }, proposal);
}

interface Carried {
  readonly context: Context;
  readonly closed: ClosedVote;
  readonly motion: Motion;
  readonly by: { readonly office: string; readonly article: string };
}

type Effect<K extends Proposal['kind']> = (carried: Carried, proposal: ProposalOf<K>) => readonly DraftAct[];

const bySitting = (motion: Motion): Carried['by'] => ({ office: 'sitting', article: `rules.${motion.matter}` });

const effects: { readonly [K in Proposal['kind']]: Effect<K> } = {
  resolution: (carried) => [resolved(carried)],

  'elect-officers': ({ context, closed, by }, { officers, from, until }) => [
    {
      act: 'OfficersElected',
      by,
      data: {
        vote: closed.index,
        officers,
        from,
        until,
        signaturesNeeded: Math.min(statuteOf(context.state)?.seals.signatures ?? 1, officers.length),
      },
    },
  ],

  'elect-delegates': ({ closed, by }, { to, from, until, seats }) => [
    { act: 'DelegatesElected', by, data: { vote: closed.index, to, from, until, seats } },
  ],

  'recall-delegate': ({ context, closed, by }, { election: index, seat: number }) => {
    const election = tableGet(context.state.elections, index);
    const seat = election?.seats.find((candidate) => candidate.seat === number);
    if (election === undefined || seat === undefined || seat.recalled !== null) return [];
    const data = { vote: closed.index, election: index, to: election.to, seat: number, holder: seat.holder };
    return [{ act: 'DelegateRecalled', by, data }];
  },

  'request-affiliation': ({ closed, by }, { to, toKey }) => [
    { act: 'AffiliationRequested', by, data: { vote: closed.index, to, toKey } },
  ],

  admit: ({ context, by }, { below, key, title, entitlement }) => [
    {
      act: 'AffiliationAdmitted',
      by,
      data: { below, key, title, entitlement },
      cites: findingFor(context.evidence, { fact: 'affiliation-request', book: below, to: context.state.origin }).cites,
    },
  ],

  mandate: ({ context, closed, by }, { on, textHash, instruction, redLines }) => [
    {
      act: 'MandateGiven',
      by,
      data: { vote: closed.index, on, textHash, instruction, ...(redLines === undefined ? {} : { redLines }) },
      cites: findingFor(context.evidence, { fact: 'motion-text', book: on.book, index: on.index }).cites,
    },
  ],

  answer: () => [],

  forward: ({ closed, motion, by }, { to }) => [
    {
      act: 'MotionForwarded',
      by,
      data: {
        vote: closed.index,
        motion: closed.vote.motion,
        to,
        title: motion.title,
        textHash: motion.textHash,
      },
    },
  ],

  pact: (carried, { with: other }) => [
    resolved(carried),
    {
      act: 'PactRecorded',
      by: carried.by,
      data: {
        vote: carried.closed.index,
        resolution: carried.closed.next,
        with: other,
        textHash: carried.motion.textHash,
      },
    },
  ],

  measure: (carried, { what, place, from }) => [
    resolved(carried),
    {
      act: 'MeasureDeclared',
      by: carried.by,
      data: { vote: carried.closed.index, resolution: carried.closed.next, what, place, from },
    },
  ],

  lift: (carried, { measure, how }) => {
    const resolution = resolved(carried);
    if (resolution.data.status === 'suspended') return [resolution];
    const data = { measure, resolution: carried.closed.next, how };
    return [resolution, { act: 'MeasureLifted', by: carried.by, data }];
  },

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

  'extend-term': () => [],
};

function resolved({ context, closed, motion, by }: Carried): Extract<DraftAct, { act: 'ResolutionAdopted' }> {
  const rules = statuteOf(context.state);
  const suspended = rules !== null && isSuspended(context.state, rules, motion.matter);
  return {
    act: 'ResolutionAdopted',
    by,
    data: {
      vote: closed.index,
      motion: closed.vote.motion,
      matter: motion.matter,
      title: motion.title,
      textHash: motion.textHash,
      status: suspended ? 'suspended' : 'in-force',
    },
  };
}

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
