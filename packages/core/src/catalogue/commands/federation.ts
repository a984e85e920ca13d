import { commandsOf } from '../command-entry.ts';
import { origin, positive, ref } from '../fields.ts';

const delegation = commandsOf('delegation');
const recall = commandsOf('recall');
const consultation = commandsOf('consultation');

export const federationCommands = {
  IssueSeatCard: delegation('IssueSeatCard', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'delegates',
    input: { below: origin, seat: positive },
    records: ['card'],
    does: 'Makes a card for whoever holds an accredited seat now; every older card of that seat is void.',
  }),
  AccreditSeat: delegation('AccreditSeat', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'delegates',
    input: { sitting: ref('SittingConvened'), below: origin, seat: positive },
    acts: ['SeatAccredited'],
    does: 'Checks the credential of a seat against the base’s own book and admits it to the sitting.',
  }),
  PresentRecall: recall('PresentRecall', {
    by: ['anyone'],
    article: 'delegates',
    input: { below: origin, seat: positive },
    acts: ['RecallPresented', 'AlternateSeated'],
    does: 'Shows, with the base’s book as proof, that a delegate was recalled; it counts from this moment.',
  }),
  IssueConsultation: consultation('IssueConsultation', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'ratification',
    input: { resolution: ref('ResolutionAdopted') },
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
    ],
    does: 'After the deadline, or once every base has answered, adds the answers up by the rule.',
  }),
} as const;
