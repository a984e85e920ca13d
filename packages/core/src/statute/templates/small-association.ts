import type { Statute } from '../fields.ts';
import { decided, half, type Say, twoThirds } from './parts.ts';

/** As short as a statute can be: a club, a parents' group, a common kitchen. */
export const smallAssociation = (say: Say): Statute => ({
  title: say('Estatuto de la asociación', 'Statute of the association'),
  offices: [
    { office: say('coordinación', 'co-ordinator'), role: 'presidium' },
    { office: say('secretaría', 'secretary'), role: 'secretary' },
  ],
  terms: { officersMonths: 12, delegatesMonths: 12 },
  notice: { hours: 24 },
  calls: {
    first: { num: 1, den: 2, strict: true },
    second: { num: 1, den: 3, strict: false, min: 3 },
    minutesBetween: 15,
  },
  closing: { hour: 24, offsetMinutes: 0 },
  rules: [
    ...decided(['ordinary'], { rule: half('cast'), secondCall: true, methods: ['hands', 'acclamation', 'consensus'] }),
    ...decided(['election', 'mandate', 'consultation', 'accounts'], {
      rule: half('cast'),
      secondCall: true,
      methods: ['hands'],
    }),
    ...decided(['recall', 'affiliation', 'pact', 'measure', 'lifting'], {
      rule: half('present'),
      secondCall: false,
      methods: ['hands'],
    }),
    ...decided(['statute', 'dissolution'], { rule: twoThirds('present'), secondCall: false, methods: ['hands'] }),
  ],
  convening: { members: { num: 1, den: 4 }, days: 14 },
  tellers: { recounts: 1, candidates: true },
  seals: { signatures: 1, handover: 'show' },
  mandates: { binding: 'flag' },
  recall: { monthsBefore: 0 },
  ratification: { matters: [], num: 1, den: 2, strict: true, of: 'answered', days: 20 },
  founding: { signatures: 1, neighbours: 2 },
  roll: { waitingDays: 0 },
  minutes: { refusals: false },
});
