import type { Statute } from '../fields.ts';
import { decided, half, type Say, threeQuarters, twoThirds } from './parts.ts';

/** One member one vote, accounts once a year, and a board that can be called back. */
export const coOperative = (say: Say): Statute => ({
  title: say('Estatuto de la cooperativa', 'Statute of the co-operative'),
  offices: [
    { office: say('presidencia del consejo', 'chair of the board'), role: 'presidium' },
    { office: say('vicepresidencia del consejo', 'vice-chair of the board'), role: 'presidium' },
    { office: say('secretaría', 'secretary'), role: 'secretary' },
    { office: say('tesorería', 'treasurer'), role: 'secretary' },
    { office: say('consejo de vigilancia', 'supervisory board'), role: 'teller' },
  ],
  terms: { officersMonths: 36, delegatesMonths: 12, officersInARow: 2 },
  notice: { hours: 168 },
  calls: {
    first: { num: 1, den: 2, strict: true },
    second: { num: 1, den: 4, strict: false, min: 5 },
    minutesBetween: 60,
  },
  closing: { hour: 22, offsetMinutes: 0 },
  rules: [
    ...decided(['ordinary', 'mandate', 'consultation', 'accounts'], {
      rule: half('cast'),
      secondCall: true,
      methods: ['hands', 'devices'],
    }),
    ...decided(['election'], { rule: half('cast'), secondCall: true, methods: ['hands', 'devices', 'urn'] }),
    ...decided(['recall', 'affiliation', 'pact', 'measure', 'lifting'], {
      rule: half('present'),
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
    ...decided(['statute'], {
      rule: twoThirds('present'),
      sittings: ['extraordinary'],
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
    ...decided(['dissolution'], {
      rule: threeQuarters('roll'),
      sittings: ['extraordinary'],
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
  ],
  // A minority has its part of the board; whoever is elected first chairs it.
  elections: {
    contests: [
      {
        offices: [
          say('presidencia del consejo', 'chair of the board'),
          say('vicepresidencia del consejo', 'vice-chair of the board'),
          say('secretaría', 'secretary'),
          say('tesorería', 'treasurer'),
        ],
        method: 'scottish-stv',
        vacancy: 'countback',
      },
      { offices: [say('consejo de vigilancia', 'supervisory board')], method: 'plurality', vacancy: 'next' },
      { method: 'scottish-stv', vacancy: 'countback' },
    ],
  },
  convening: { members: { num: 1, den: 10 }, days: 30 },
  tellers: { recounts: 1 },
  seals: { signatures: 2, handover: 'show' },
  mandates: { binding: 'flag' },
  recall: { monthsBefore: 6, petition: { num: 1, den: 5 }, days: 30 },
  ratification: { matters: [], num: 1, den: 2, strict: true, of: 'answered', days: 30 },
  certifiers: [say('consejo de vigilancia', 'supervisory board')],
  challenge: { days: 30 },
  roll: { waitingDays: 30, sample: { num: 10, den: 100 } },
  minutes: { refusals: false, days: 30, approval: 'sitting' },
});
