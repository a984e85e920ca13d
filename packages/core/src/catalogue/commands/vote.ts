import { commandsOf } from '../command-entry.ts';
import { choice, count, origin, positive, ref, text } from '../fields.ts';

const vote = commandsOf('vote');

export const voteCommands = {
  OpenVote: vote('OpenVote', {
    by: ['convener', 'presidium', 'former-officer', 'delegate'],
    article: 'rules',
    input: { motion: ref('MotionTabled'), method: choice('hands', 'devices', 'roll-call') },
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
  CloseVote: vote('CloseVote', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'rules',
    input: { vote: ref('VoteOpened') },
    acts: [
      'BlockCounted',
      'VoteClosed',
      'MandateBreached',
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
    ],
    does: 'Closes the vote, says the result by the rule, and writes what the motion said it would do.',
  }),
} as const;
