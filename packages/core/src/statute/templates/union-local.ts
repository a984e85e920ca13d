import type { Statute } from '../fields.ts';
import { decided, half, type Say, threeQuarters, twoThirds } from './parts.ts';

/** The union of one work-place: a strike is a measure, and what its delegates were told binds them. */
export const unionLocal = (say: Say): Statute => ({
  title: say('Estatuto del sindicato de base', 'Statute of the union local'),
  offices: [
    { office: say('secretaría general', 'general secretary'), role: 'presidium' },
    { office: say('secretaría de relaciones', 'relations secretary'), role: 'presidium' },
    { office: say('secretaría de actas', 'recording secretary'), role: 'secretary' },
    { office: say('secretaría de hacienda', 'treasurer'), role: 'secretary' },
    { office: say('secretaría de conflictos', 'disputes secretary'), role: 'teller' },
  ],
  terms: { officersMonths: 12, delegatesMonths: 12, officersInARow: 2, delegatesInARow: 2 },
  notice: { hours: 24 },
  calls: {
    first: { num: 1, den: 2, strict: true },
    second: { num: 1, den: 3, strict: false },
    minutesBetween: 30,
  },
  closing: { hour: 22, offsetMinutes: 0 },
  rules: [
    ...decided(['ordinary'], { rule: half('cast'), secondCall: true, methods: ['hands', 'devices'] }),
    ...decided(['mandate', 'consultation'], { rule: half('cast'), secondCall: true, methods: ['hands', 'devices'] }),
    ...decided(['election', 'recall', 'affiliation', 'pact', 'accounts'], {
      rule: half('present'),
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
    ...decided(['measure'], {
      rule: half('present'),
      sittings: ['extraordinary', 'enlarged'],
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
    ...decided(['statute', 'lifting'], {
      rule: twoThirds('present'),
      secondCall: false,
      methods: ['hands', 'devices'],
    }),
    ...decided(['dissolution'], { rule: threeQuarters('roll'), secondCall: false, methods: ['hands', 'devices'] }),
  ],
  convening: { members: { num: 1, den: 5 }, above: true, days: 5 },
  presidium: {
    offices: [say('presidencia de mesa', 'presiding member'), say('secretaría de actas', 'recording secretary')],
  },
  tellers: { recounts: 1 },
  seals: { signatures: 2, handover: 'require' },
  mandates: { binding: 'refuse' },
  recall: { monthsBefore: 0, petition: { num: 1, den: 4 }, days: 10 },
  ratification: { matters: [], num: 1, den: 2, strict: true, of: 'answered', days: 10 },
  certifiers: [say('secretaría de conflictos', 'disputes secretary')],
  essential: [
    say('ambulancias y enfermos', 'ambulances and the sick'),
    say('ventilación y bombas de la mina', 'ventilation and pumps of the mine'),
  ],
  roll: { waitingDays: 30 },
  minutes: { refusals: true, days: 8, approval: 'sitting' },
});
