import { proposal } from '../motion/proposal.ts';
import { noticeItem } from '../sitting/notice.ts';
import { matter, statute } from '../statute/fields.ts';
import { type CommandEntry, commandsOf, type InputOf } from './command-entry.ts';
import {
  bodyName,
  choice,
  count,
  elsewhere,
  hash,
  holder,
  integer,
  list,
  member,
  optional,
  origin,
  positive,
  publicKey,
  record,
  ref,
  signature,
  text,
  time,
  verifierKey,
} from './fields.ts';

const body = commandsOf('body');
const roll = commandsOf('roll');
const officers = commandsOf('officers');
const affiliation = commandsOf('affiliation');
const sitting = commandsOf('sitting');
const motion = commandsOf('motion');
const vote = commandsOf('vote');
const delegation = commandsOf('delegation');
const recall = commandsOf('recall');
const consultation = commandsOf('consultation');
const book = commandsOf('book');

/** Every command that a node answers. `acts` and `records` say all that it can write. */
export const commands = {
  FoundBody: body('FoundBody', {
    by: ['operator'],
    article: 'founding',
    input: {
      name: bodyName,
      title: text(120),
      kind: choice('base', 'delegate', 'committee'),
      founder: record({ name: text(120), key: publicKey }),
      statute,
      provisionalDays: integer(1, 366),
    },
    acts: ['BodyFounded', 'StatuteAdopted'],
    records: ['member', 'card'],
    does: 'Founds a body with its first statute; the founder becomes its provisional convener.',
  }),
  WitnessFounding: body('WitnessFounding', {
    by: ['presidium', 'secretary'],
    article: 'founding',
    input: { neighbour: origin },
    acts: ['FoundingWitnessed'],
    does: 'Says in this body’s book that the neighbouring body was founded.',
  }),
  ProveFounding: body('ProveFounding', {
    by: ['presidium', 'secretary'],
    article: 'founding',
    input: { minutes: ref('MinutesApproved'), witnesses: list(origin, 8) },
    acts: ['BodyProven'],
    does: 'Ends the provisional time: founding minutes sealed, two neighbours have witnessed.',
  }),
  EnrolMember: roll('EnrolMember', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { name: text(120) },
    records: ['member'],
    does: 'Adds a person to the roll, under a random identifier of this body.',
  }),
  IssueCard: roll('IssueCard', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { member },
    records: ['card'],
    does: 'Makes a member card; every older card of that member is void.',
  }),
  IssueSeatCard: delegation('IssueSeatCard', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'delegates',
    input: { below: origin, seat: positive },
    records: ['card'],
    does: 'Makes a card for whoever holds an accredited seat now; every older card of that seat is void.',
  }),
  ReplaceOfficerKey: officers('ReplaceOfficerKey', {
    by: ['officer'],
    article: 'seals',
    input: { office: text(40), newKey: publicKey, signature },
    acts: ['OfficerKeyReplaced'],
    does: 'Puts a new device key in the place of the officer’s old one, which signs the change.',
  }),
  AdmitAffiliate: affiliation('AdmitAffiliate', {
    by: ['convener'],
    article: 'rules.affiliation',
    input: { below: origin, key: verifierKey, title: text(120), entitlement: positive },
    acts: ['AffiliationAdmitted'],
    does: 'While a federation is being founded, admits a body that has asked for it; later only a motion can.',
  }),
  ConveneSitting: sitting('ConveneSitting', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'notice',
    input: {
      kind: choice('ordinary', 'extraordinary', 'founding', 'congress', 'cabildo'),
      place: text(160),
      startsAt: time,
      notice: list(noticeItem, 24),
    },
    acts: ['SittingConvened'],
    does: 'Calls a sitting and freezes the roll.',
  }),
  AppointTellers: sitting('AppointTellers', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'tellers',
    input: { sitting: ref('SittingConvened'), tellers: list(holder, 2) },
    acts: ['TellersAppointed'],
    does: 'Names the two who count in this sitting.',
  }),
  CheckIn: sitting('CheckIn', {
    by: ['member'],
    article: 'calls',
    input: { sitting: ref('SittingConvened') },
    records: ['attendance'],
    does: '“I am here”, with the phone as the channel of one’s votes.',
  }),
  AdmitAtDoor: sitting('AdmitAtDoor', {
    by: ['convener', 'presidium', 'secretary', 'teller', 'former-officer'],
    article: 'calls',
    input: { sitting: ref('SittingConvened'), member },
    records: ['attendance'],
    does: 'Checks a member in at the door, who hands the coloured card in and will vote by phone.',
  }),
  CountPresence: sitting('CountPresence', {
    by: ['teller'],
    article: 'tellers',
    input: { sitting: ref('SittingConvened'), round: positive, present: count },
    acts: ['PresenceCounted'],
    records: ['presence-count'],
    does: 'One teller’s number of people in the hall, hidden until the other teller’s exists.',
  }),
  OpenSitting: sitting('OpenSitting', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'calls',
    input: { sitting: ref('SittingConvened'), call: choice('first', 'second') },
    acts: ['SittingOpened'],
    does: 'Opens the sitting on first or second call; without quorum it is on record as irregular.',
  }),
  RecordIrregularity: sitting('RecordIrregularity', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'calls',
    input: {
      sitting: ref('SittingConvened'),
      what: text(400),
      irregularities: list(choice('quorum-not-met', 'not-in-notice', 'after-closing-hour', 'wrong-call', 'other'), 8),
    },
    acts: ['IrregularityRecorded'],
    does: 'Writes down what the hall did against the rules, without effect.',
  }),
  CloseSitting: sitting('CloseSitting', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'calls',
    input: { sitting: ref('SittingConvened') },
    acts: ['SittingClosed'],
    does: 'Ends the sitting.',
  }),
  ApproveMinutes: sitting('ApproveMinutes', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'minutes',
    input: { sitting: ref('SittingConvened'), text: text(20_000) },
    acts: ['MinutesApproved'],
    does: 'Records that the minutes were read and approved; officers then seal them.',
  }),
  EnterLateSitting: sitting('EnterLateSitting', {
    by: ['presidium', 'secretary'],
    article: 'minutes',
    input: {
      heldAt: time,
      place: text(160),
      call: choice('first', 'second'),
      present: optional(count),
      notice: list(noticeItem, 24),
      decisions: list(
        record({ matter, title: text(200), text: text(4_000), yes: count, no: count, abstain: count }),
        12,
      ),
      paper: optional(hash),
    },
    acts: ['SittingEnteredLate'],
    does: 'Enters a sitting that was held on paper, with its own date and its irregularities.',
  }),
  TableMotion: motion('TableMotion', {
    by: ['convener', 'presidium', 'secretary', 'member', 'delegate'],
    article: 'convening',
    input: {
      sitting: ref('SittingConvened'),
      matter,
      title: text(200),
      text: text(6_000),
      proposal,
      from: optional(ref('MotionReceived')),
    },
    acts: ['MotionTabled'],
    does: 'Puts a motion before the sitting, with what it will do if it carries.',
  }),
  ReceiveMotion: motion('ReceiveMotion', {
    by: ['anyone'],
    article: 'convening',
    input: { from: elsewhere },
    acts: ['MotionReceived'],
    does: 'Takes up a motion that a base has forwarded, on proof from its book.',
  }),
  OpenVote: vote('OpenVote', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'rules',
    input: { motion: ref('MotionTabled'), method: choice('hands', 'devices', 'roll-call') },
    acts: ['VoteOpened'],
    does: 'Opens the vote on a motion and freezes who may vote.',
  }),
  CastVote: vote('CastVote', {
    by: ['member', 'delegate'],
    article: 'rules',
    input: { vote: ref('VoteOpened'), choice: choice('yes', 'no', 'abstain') },
    records: ['ballot'],
    does: 'Casts one vote by phone; the receipt proves later that it was counted.',
  }),
  RecordRollCallVote: vote('RecordRollCallVote', {
    by: ['secretary', 'presidium', 'convener'],
    article: 'rules',
    input: { vote: ref('VoteOpened'), below: origin, seat: positive, choice: choice('yes', 'no', 'abstain') },
    records: ['ballot'],
    does: 'Notes the answer of one seat in a roll call.',
  }),
  CountBlock: vote('CountBlock', {
    by: ['teller'],
    article: 'tellers',
    input: { vote: ref('VoteOpened'), block: text(40), round: positive, yes: count, no: count, abstain: count },
    acts: ['BlockCounted'],
    records: ['block-count'],
    does: 'One teller’s count of the hands in a block, hidden until the other teller’s exists.',
  }),
  CloseVote: vote('CloseVote', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'rules',
    input: { vote: ref('VoteOpened') },
    acts: [
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
    ],
    does: 'Closes the vote, says the result by the rule, and writes what the motion said it would do.',
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
  SignAct: book('SignAct', {
    by: ['officer', 'convener'],
    article: 'seals',
    input: { index: ref('the act'), signature },
    acts: ['ActSealed'],
    records: ['signature'],
    does: 'An officer signs an act with the own device key; with enough signatures the act is sealed.',
  }),
  AppointWitness: book('AppointWitness', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'witnesses',
    input: { name: text(120), key: verifierKey },
    acts: ['WitnessAppointed'],
    does: 'Names an outside witness whom this body believes about the age of heads.',
  }),
  RecordErasure: book('RecordErasure', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'publicity',
    input: { index: ref('any act'), slot: text(40) },
    acts: ['ErasureRecorded'],
    records: ['erasure'],
    does: 'Withdraws what was disclosed with an act; the commitment stays.',
  }),
} as const;

export type CommandName = keyof typeof commands;
export type InputFor<N extends CommandName> = InputOf<(typeof commands)[N]>;

export const commandEntry = (name: string): CommandEntry | undefined =>
  Object.hasOwn(commands, name) ? (commands as Readonly<Record<string, CommandEntry>>)[name] : undefined;

export const allCommands: readonly CommandEntry[] = Object.values(commands);
