import type { Statute } from '../fields.ts';
import { decided, half, type Say, threeQuarters, twoThirds } from './parts.ts';

/** A quarter's own assembly: many members, few at most sittings, delegates to the district and the city. */
export const neighbourhoodCouncil = (say: Say): Statute => ({
  title: say('Estatuto de la junta vecinal', 'Statute of the neighbourhood council'),
  offices: [
    { office: say('presidencia', 'chair'), role: 'presidium' },
    { office: say('vicepresidencia', 'vice-chair'), role: 'presidium' },
    { office: say('secretaría de actas', 'secretary'), role: 'secretary' },
    { office: say('secretaría de hacienda', 'treasurer'), role: 'secretary' },
    { office: say('vocalía', 'member at large'), role: 'teller' },
  ],
  terms: { officersMonths: 24, delegatesMonths: 12, officersInARow: 2 },
  notice: { hours: 48 },
  calls: {
    first: { num: 1, den: 2, strict: true },
    second: { num: 1, den: 5, strict: false, min: 10 },
    minutesBetween: 30,
  },
  closing: { hour: 23, offsetMinutes: 0 },
  rules: [
    ...decided(['ordinary'], { rule: half('cast'), secondCall: true, methods: ['hands', 'devices', 'acclamation'] }),
    ...decided(['election', 'mandate', 'consultation', 'accounts'], {
      rule: half('cast'),
      secondCall: true,
      methods: ['hands', 'devices'],
    }),
    ...decided(['recall', 'affiliation', 'pact', 'measure', 'lifting'], {
      rule: half('present'),
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
    ...decided(['statute'], {
      rule: twoThirds('present'),
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
    ...decided(['dissolution'], {
      rule: threeQuarters('present'),
      sittings: ['extraordinary'],
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
  ],
  convening: { members: { num: 1, den: 5 }, above: true, days: 10 },
  tellers: { recounts: 1 },
  speaking: { order: 'first-speech-first', seconds: 180, reply: { seconds: 60 } },
  seals: { signatures: 2, handover: 'show' },
  mandates: { binding: 'flag' },
  recall: { monthsBefore: 0, petition: { num: 1, den: 5 }, days: 15 },
  ratification: { matters: [], num: 1, den: 2, strict: true, of: 'answered', days: 20 },
  essential: [
    say('ambulancias y enfermos', 'ambulances and the sick'),
    say('medicinas y oxígeno', 'medicine and oxygen'),
  ],
  roll: { waitingDays: 30 },
  minutes: { refusals: false, days: 15, approval: 'sitting' },
});
