import { countedMethod } from '../../statute/fields.ts';
import { raisedCard } from '../../vote/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { choice, count, origin, positive, ref, text, time, yesNo } from '../fields.ts';

const vote = commandsOf('vote');

/** What a carried motion may do. */
const effects = [
  'OfficersElected',
  'DelegatesElected',
  'DelegateRecalled',
  'AffiliationRequested',
  'AffiliationAdmitted',
  'MandateGiven',
  'ConsultationAnswered',
  'MotionForwarded',
  'ResolutionAdopted',
  'PactRecorded',
  'MeasureDeclared',
  'MeasureLifted',
  'StatuteAdopted',
  'VoteAnnulled',
  'MotionAmended',
  'ResolutionRatified',
  'ResolutionRejected',
  'ResolutionRevoked',
  'ConditionSet',
  'ChallengeRaised',
  'MeasureJoined',
  'EssentialServiceExempted',
  'DemandListAdopted',
  'DemandStateChanged',
  'SittingAsked',
  'SittingDemanded',
  'TaskAssigned',
] as const;

export const voteCommands = {
  OpenVote: vote('OpenVote', {
    by: ['convener', 'presidium', 'former-officer', 'delegate'],
    article: 'rules',
    input: { motion: ref('MotionTabled'), method: countedMethod },
    acts: ['VoteOpened'],
    does: 'Opens the vote on a motion and freezes who may vote; of a base’s motion whose time is over its delegate may.',
  }),
  CastVote: vote('CastVote', {
    by: ['member', 'delegate'],
    article: 'rules',
    input: { vote: ref('VoteOpened'), choice: choice('yes', 'no', 'abstain') },
    records: ['ballot'],
    does: 'Casts one vote by phone; the receipt proves later that it was counted.',
  }),
  RecordRollCallVote: vote('RecordRollCallVote', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'rules',
    input: { vote: ref('VoteOpened'), below: origin, seat: positive, choice: choice('yes', 'no', 'abstain') },
    records: ['ballot'],
    does: 'Notes the answer of one seat in a roll call.',
  }),
  CountBlock: vote('CountBlock', {
    by: ['teller'],
    article: 'tellers',
    input: { vote: ref('VoteOpened'), block: text(40), round: positive, yes: count, no: count, abstain: count },
    records: ['block-count'],
    does: 'One teller’s count of the hands in a block, hidden until the vote is closed; a recount is by other tellers.',
  }),
  CountDelegationCard: vote('CountDelegationCard', {
    by: ['teller'],
    article: 'tellers',
    input: { vote: ref('VoteOpened'), below: origin, round: positive, raised: raisedCard },
    records: ['card-count'],
    does: 'One teller’s sight of a delegation’s card, hidden until the vote is closed; a recount is by other tellers.',
  }),
  CountUrn: vote('CountUrn', {
    by: ['teller'],
    article: 'tellers',
    input: {
      vote: ref('VoteOpened'),
      round: positive,
      papers: count,
      yes: count,
      no: count,
      abstain: count,
      blank: count,
      spoilt: count,
    },
    records: ['urn-count'],
    does: 'One teller’s count of the papers in the urn, hidden until the vote is closed; a recount is by other tellers.',
  }),
  RecordAcclamation: vote('RecordAcclamation', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'rules',
    input: {
      motion: ref('MotionTabled'),
      method: choice('acclamation', 'consensus'),
      asked: count,
      objections: count,
      countAsked: yesNo,
    },
    acts: ['AcclamationRecorded', ...effects],
    does: 'Records a decision without a count, after objections were asked for three times; one who asks for a count gets it.',
  }),
  AnnulVote: vote('AnnulVote', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'rules',
    input: { vote: ref('VoteOpened'), reason: text(400) },
    acts: ['VoteAnnulled'],
    does: 'Stops an open vote, saying why; no number of it is told, and it is taken again.',
  }),
  AnnounceLot: vote('AnnounceLot', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'rules',
    input: { vote: ref('VoteOpened'), source: text(200), at: time },
    acts: ['LotAnnounced'],
    does: 'Says where the seed of the lot that resolves a tied election will come from, before it is known.',
  }),
  DrawLot: vote('DrawLot', {
    by: ['convener', 'presidium', 'teller', 'former-officer'],
    article: 'rules',
    input: { vote: ref('VoteOpened'), seed: text(400) },
    acts: ['LotDrawn', ...effects],
    does: 'Draws the lot from the seed that the announced source gave.',
  }),
  CloseVote: vote('CloseVote', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'rules',
    input: { vote: ref('VoteOpened') },
    acts: ['BlockCounted', 'UrnCounted', 'DelegationCardsCounted', 'VoteClosed', 'MandateBreached', ...effects],
    does: 'Closes the vote, says the result by the rule, and writes what the motion said it would do.',
  }),
} as const;
