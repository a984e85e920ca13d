import { commandsOf } from '../command-entry.ts';
import { list, optional, origin, positive, record, ref, text } from '../fields.ts';

const consultation = commandsOf('consultation');

export const consultationCommands = {
  IssueConsultation: consultation('IssueConsultation', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'ratification',
    input: {
      resolution: ref('ResolutionAdopted'),
      decision: optional(positive),
      arguments: optional(record({ for: text(4_000), against: text(4_000) })),
    },
    acts: ['ConsultationIssued'],
    does: 'Sends a suspended resolution down to the bases, with what was said for it and against it.',
  }),
  ReceiveAnswer: consultation('ReceiveAnswer', {
    by: ['anyone'],
    article: 'ratification',
    input: { consultation: ref('ConsultationIssued'), below: origin, through: optional(list(origin, 8)) },
    acts: ['AnswerReceived'],
    does: 'Counts the last sealed answer of one base, on proof from its book; `through` names the bodies between.',
  }),
  ChallengeConsultation: consultation('ChallengeConsultation', {
    by: ['member', 'delegate'],
    article: 'ratification.challengeDays',
    input: { consultation: ref('ConsultationIssued'), below: origin, reason: text(400) },
    acts: ['ConsultationChallenged'],
    does: 'After the close, and where it could change the outcome, opens the answer of one base again.',
  }),
  CloseConsultation: consultation('CloseConsultation', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'ratification',
    input: { consultation: ref('ConsultationIssued') },
    acts: [
      'AnswerReceived',
      'ConsultationClosed',
      'ResolutionRatified',
      'ResolutionRejected',
      'MeasureDeclared',
      'MeasureLifted',
      'StatuteAdopted',
      'TaskAssigned',
      'AffiliationRequested',
      'AffiliationAdmitted',
      'ResolutionRevoked',
      'DemandListAdopted',
      'DemandStateChanged',
      'EntitlementChanged',
      'AffiliationEnded',
      'BodyDissolved',
      'CommitteeFormed',
      'ActRegularised',
      'DisputeSettled',
      'BodySplit',
      'TerritoryDrawn',
      'SharingRuleAdopted',
      'PlanAdopted',
    ],
    does: 'After the deadline, or once every base has answered, adds the answers up by the rule.',
  }),
} as const;
