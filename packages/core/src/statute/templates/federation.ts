import type { Statute } from '../fields.ts';
import { decided, half, type Say, threeQuarters, twoThirds } from './parts.ts';

const federationRules: Statute['rules'] = [
  ...decided(['ordinary', 'mandate', 'consultation'], {
    rule: half('cast'),
    secondCall: true,
    methods: ['hands', 'roll-call', 'devices'],
  }),
  ...decided(['election', 'recall', 'affiliation', 'accounts'], {
    rule: half('present'),
    secondCall: false,
    methods: ['roll-call', 'devices'],
  }),
  ...decided(['pact', 'measure', 'lifting'], {
    rule: half('present'),
    sittings: ['ordinary', 'extraordinary', 'enlarged'],
    secondCall: false,
    methods: ['roll-call', 'devices'],
  }),
  ...decided(['statute'], {
    rule: twoThirds('present'),
    sittings: ['congress'],
    secondCall: false,
    methods: ['roll-call', 'devices'],
  }),
  ...decided(['dissolution'], {
    rule: threeQuarters('roll'),
    sittings: ['congress'],
    secondCall: false,
    methods: ['roll-call'],
  }),
];

/** Of the councils of a city: delegates who carry mandates, and bases that have the last word. */
export const federation = (say: Say): Statute => ({
  title: say('Estatuto de la federación de juntas', 'Statute of the federation of councils'),
  offices: [
    { office: say('presidencia', 'chair'), role: 'presidium' },
    { office: say('vicepresidencia', 'vice-chair'), role: 'presidium' },
    { office: say('secretaría de actas', 'secretary'), role: 'secretary' },
    { office: say('secretaría de organización', 'organisation secretary'), role: 'secretary' },
    { office: say('secretaría de hacienda', 'treasurer'), role: 'secretary' },
    { office: say('vocalía', 'member at large'), role: 'teller' },
  ],
  terms: { officersMonths: 24, delegatesMonths: 24, officersInARow: 1, delegatesInARow: 2 },
  notice: { hours: 48 },
  calls: {
    first: { num: 1, den: 2, strict: true },
    second: { num: 1, den: 3, strict: false },
    minutesBetween: 60,
  },
  closing: { hour: 22, offsetMinutes: 0 },
  rules: federationRules,
  convening: { affiliates: { num: 1, den: 3 }, days: 7 },
  proposing: { days: 30 },
  tellers: { recounts: 1 },
  speaking: {
    order: 'first-speech-first',
    seconds: 180,
    group: { of: 'body', seconds: 540 },
    reply: { seconds: 60 },
    translation: { seconds: 180 },
  },
  supply: { allocation: 'officers', counters: 2, allocationDays: 14, handDays: 30 },
  seals: { signatures: 2, handover: 'show' },
  mandates: { binding: 'flag', days: 5, answers: 2 },
  recall: { monthsBefore: 0, petition: { num: 1, den: 3 }, days: 15 },
  ratification: {
    matters: ['pact', 'lifting', 'statute', 'dissolution'],
    num: 1,
    den: 2,
    strict: true,
    of: 'answered',
    days: 15,
    challengeDays: 7,
  },
  entitlement: { kind: 'per-members', members: 200, floor: 2, cap: 10 },
  seats: [
    {
      class: 'titular',
      voice: ['accreditation', 'debate', 'decision', 'election'],
      vote: ['debate', 'decision', 'election'],
    },
    { class: 'adscrito', voice: ['debate'], vote: [] },
    { class: 'fraterno', voice: ['debate'], vote: [] },
  ],
  doubleMembership: 'shown',
  certifiers: [say('presidencia', 'chair'), say('vocalía', 'member at large')],
  essential: [
    say('ambulancias y enfermos', 'ambulances and the sick'),
    say('medicinas y oxígeno', 'medicine and oxygen'),
    say('agua', 'water'),
  ],
  committees: { months: 12 },
  disputes: { meanwhile: 'vacant' },
  roll: { waitingDays: 30, sample: { num: 5, den: 100 } },
  minutes: { refusals: true, days: 15, approval: 'sitting' },
});
