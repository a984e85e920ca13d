import { commandsOf } from '../command-entry.ts';
import { choice, list, optional, origin, positive, ref, text } from '../fields.ts';

const delegation = commandsOf('delegation');

export const delegationCommands = {
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
    input: {
      sitting: ref('SittingConvened'),
      below: origin,
      seat: positive,
      /** When a body admitted later sits for the first time: bodies known here that have witnessed its founding. */
      witnesses: optional(list(origin, 8)),
    },
    acts: ['SeatAccredited'],
    does: 'Checks the credential of a seat against the base’s own book and admits it to the sitting.',
  }),
  VacateSeat: delegation('VacateSeat', {
    by: ['delegate'],
    article: 'delegates',
    input: { reason: choice('resigned', 'left') },
    acts: ['SeatVacated', 'AlternateSeated'],
    does: 'Gives one’s own seat up; the alternate takes it, in open votes too.',
  }),
  ReportToBase: delegation('ReportToBase', {
    by: ['member', 'delegate'],
    article: 'mandates.report',
    input: { to: origin, votes: list(ref('VoteClosed'), 32), report: text(4_000) },
    acts: ['DelegateReported'],
    does: 'Whoever holds a seat above reports to the body that sent it, on votes that were taken there.',
  }),
  ShowMissedReport: delegation('ShowMissedReport', {
    by: ['member', 'delegate'],
    article: 'mandates.report',
    input: { to: origin, seat: positive },
    acts: ['ReportMissed'],
    does: 'Shows, with the book above as proof, that a sitting there was not reported on in time; then anyone of the body may convene.',
  }),
} as const;
