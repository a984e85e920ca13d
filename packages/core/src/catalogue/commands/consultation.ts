import { commandsOf } from '../command-entry.ts';
import { optional, origin, positive, ref } from '../fields.ts';

const consultation = commandsOf('consultation');

export const consultationCommands = {
  IssueConsultation: consultation('IssueConsultation', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'ratification',
    input: { resolution: ref('ResolutionAdopted'), decision: optional(positive) },
    acts: ['ConsultationIssued'],
    does: 'Sends a suspended resolution down to the bases.',
  }),
  ReceiveAnswer: consultation('ReceiveAnswer', {
    by: ['anyone'],
    article: 'ratification',
    input: { consultation: ref('ConsultationIssued'), below: origin },
    acts: ['AnswerReceived'],
    does: 'Counts the last sealed answer of one base, on proof from its book.',
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
      'AffiliationRequested',
      'AffiliationAdmitted',
      'ResolutionRevoked',
      'DemandListAdopted',
      'DemandStateChanged',
    ],
    does: 'After the deadline, or once every base has answered, adds the answers up by the rule.',
  }),
} as const;
