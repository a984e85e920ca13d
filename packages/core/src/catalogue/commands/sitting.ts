import { acclaimedField } from '../../sitting/acclaimed-field.ts';
import { announcedText, mostAnnounced, noticeItem } from '../../sitting/notice.ts';
import { matter, sittingKind } from '../../statute/fields.ts';
import { commandsOf } from '../command-entry.ts';
import {
  choice,
  count,
  elsewhere,
  hash,
  holder,
  list,
  member,
  optional,
  positive,
  record,
  ref,
  text,
  time,
} from '../fields.ts';

const sitting = commandsOf('sitting');

export const sittingCommands = {
  ConveneSitting: sitting('ConveneSitting', {
    by: ['convener', 'presidium', 'secretary', 'former-officer', 'member', 'delegate'],
    article: 'notice',
    input: {
      kind: sittingKind,
      place: text(160),
      startsAt: time,
      notice: list(noticeItem, 24),
      /** In full, for everybody to read: as many as fit into one request. */
      texts: optional(list(announcedText, mostAnnounced)),
    },
    acts: ['SittingConvened'],
    does: 'Calls a sitting and freezes the roll. Members and delegates convene what was demanded and is overdue, and nothing else. An item that is not ordinary, an election or a recall names its text (`textHash`: SHA-256 of the text, in base64), unless it was demanded without. `texts` brings the words for everybody to read, each under the number of its item (the first is 0).',
  }),
  AppointTellers: sitting('AppointTellers', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'tellers',
    input: { sitting: ref('SittingConvened'), tellers: list(holder, 2) },
    acts: ['TellersAppointed'],
    does: 'Names the two who count in this sitting from now on; a recount needs others.',
  }),
  CheckIn: sitting('CheckIn', {
    by: ['member'],
    article: 'calls',
    input: { sitting: ref('SittingConvened'), door: optional(text(24)) },
    records: ['attendance'],
    does: '“I am here”, with the phone as the channel of one’s votes; in the hall with the code at its door (`door`, eight characters of this minute or the two before).',
  }),
  AdmitAtDoor: sitting('AdmitAtDoor', {
    by: ['convener', 'presidium', 'secretary', 'teller', 'former-officer'],
    article: 'calls',
    input: { sitting: ref('SittingConvened'), member, channel: optional(choice('phone', 'card', 'paper')) },
    records: ['attendance'],
    does: 'Checks a member in at the door with the one channel of their votes: by phone (if nothing is said) or on paper the coloured card is handed in.',
  }),
  CountPresence: sitting('CountPresence', {
    by: ['teller'],
    article: 'tellers',
    input: { sitting: ref('SittingConvened'), round: positive, present: count },
    acts: ['PresenceCounted'],
    records: ['presence-count'],
    signed: true,
    does: 'One teller’s number of people in the hall, hidden until the other teller’s exists; a recount is by other tellers.',
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
      irregularities: list(
        choice('quorum-not-met', 'not-in-notice', 'text-not-in-notice', 'after-closing-hour', 'wrong-call', 'other'),
        8,
      ),
    },
    acts: ['IrregularityRecorded'],
    does: 'Writes down what the hall did against the rules, without effect.',
  }),
  CloseSitting: sitting('CloseSitting', {
    by: ['convener', 'presidium', 'secretary', 'former-officer'],
    article: 'calls',
    input: { sitting: ref('SittingConvened') },
    acts: ['DebateEnded', 'SittingClosed'],
    does: 'Ends the sitting, and with it every debate in it.',
  }),
  ApproveMinutes: sitting('ApproveMinutes', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'minutes',
    input: { sitting: ref('SittingConvened'), text: text(20_000) },
    acts: ['MinutesApproved'],
    does: 'Records that the minutes were read and approved, where the statute leaves it to the officers; they then seal them.',
  }),
  EnterLateSitting: sitting('EnterLateSitting', {
    by: ['presidium', 'secretary'],
    article: 'minutes',
    input: {
      heldAt: time,
      place: text(160),
      /** As what it was called. Not said, it has decided nothing that the statute leaves to certain kinds of sitting. */
      kind: optional(sittingKind),
      call: choice('first', 'second'),
      present: optional(count),
      notice: list(noticeItem, 24),
      decisions: list(
        record({
          matter,
          title: text(200),
          text: text(4_000),
          yes: count,
          no: count,
          abstain: count,
          /** Instead of a count. */
          acclaimed: optional(acclaimedField),
          /** Of the matter `consultation`: the question from above that it answers. */
          answers: optional(elsewhere),
        }),
        12,
      ),
      paper: optional(hash),
    },
    acts: ['SittingEnteredLate', 'ConsultationAnswered'],
    does: 'Enters a sitting that was held on paper, with its own date and its irregularities; what it acclaimed has no numbers, and says how often objections were asked for. What it answered to a consultation is the answer of the body.',
  }),
} as const;
