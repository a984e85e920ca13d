import type { Statute } from '../fields.ts';
import { decided, half, type Say, threeQuarters, twoThirds } from './parts.ts';

/** A community of the land: consensus first, charges that go round by turn, women and men in equal number. */
export const peasantCommunity = (say: Say): Statute => ({
  title: say('Estatuto de la comunidad', 'Statute of the community'),
  offices: [
    { office: say('secretaría general', 'general secretary'), role: 'presidium' },
    { office: say('secretaría de relaciones', 'relations secretary'), role: 'presidium' },
    { office: say('secretaría de actas', 'recording secretary'), role: 'secretary' },
    { office: say('juez de aguas', 'water warden'), role: 'teller' },
    { office: say('alcaldía de campo', 'field warden'), role: 'teller' },
  ],
  terms: { officersMonths: 12, delegatesMonths: 12, officersInARow: 1 },
  notice: { hours: 72 },
  calls: {
    first: { num: 2, den: 3, strict: false },
    second: { num: 1, den: 2, strict: true },
    minutesBetween: 60,
  },
  closing: { hour: 20, offsetMinutes: 0 },
  rules: [
    ...decided(['ordinary'], {
      rule: half('present'),
      secondCall: true,
      methods: ['consensus', 'acclamation', 'hands'],
    }),
    ...decided(['election', 'mandate', 'consultation', 'accounts'], {
      rule: half('present'),
      secondCall: true,
      methods: ['hands'],
    }),
    ...decided(['recall', 'affiliation', 'pact', 'measure', 'lifting'], {
      rule: twoThirds('present'),
      secondCall: false,
      methods: ['hands'],
    }),
    ...decided(['statute'], { rule: twoThirds('roll'), secondCall: false, methods: ['hands'] }),
    ...decided(['dissolution'], {
      rule: threeQuarters('roll'),
      sittings: ['cabildo'],
      secondCall: false,
      methods: ['hands'],
    }),
  ],
  convening: { members: { num: 1, den: 3 }, days: 15 },
  tellers: { recounts: 2 },
  seals: { signatures: 2, handover: 'show' },
  mandates: { binding: 'refuse' },
  recall: { monthsBefore: 0, petition: { num: 1, den: 3 }, days: 15 },
  ratification: { matters: [], num: 1, den: 2, strict: true, of: 'bases', days: 30 },
  rotation: [
    { office: say('juez de aguas', 'water warden'), among: 'households' },
    { office: say('alcaldía de campo', 'field warden'), among: 'households' },
  ],
  parity: { women: { num: 1, den: 2 } },
  essential: [
    say('ambulancias y enfermos', 'ambulances and the sick'),
    say('agua de riego y de consumo', 'water for fields and homes'),
  ],
  roll: { waitingDays: 90 },
  minutes: { refusals: false, days: 30, approval: 'sitting' },
});
