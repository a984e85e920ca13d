import type { Statute } from '../fields.ts';
import { decided, half, type Say, threeQuarters, twoThirds } from './parts.ts';

const congressRules: Statute['rules'] = [
  ...decided(['ordinary', 'mandate', 'consultation'], {
    rule: half('cast'),
    secondCall: true,
    methods: ['hands', 'roll-call', 'delegation-cards'],
  }),
  ...decided(['election', 'recall', 'accounts'], {
    rule: half('present'),
    secondCall: false,
    methods: ['roll-call', 'devices'],
  }),
  ...decided(['affiliation', 'pact', 'measure', 'lifting'], {
    rule: half('cast'),
    and: half('bodies'),
    secondCall: false,
    methods: ['roll-call', 'delegation-cards'],
  }),
  ...decided(['statute'], {
    rule: twoThirds('present'),
    sittings: ['congress'],
    secondCall: false,
    methods: ['roll-call', 'devices'],
  }),
  ...decided(['dissolution'], {
    rule: threeQuarters('roll'),
    quorum: { num: 3, den: 4, strict: false },
    sittings: ['congress'],
    secondCall: false,
    methods: ['roll-call'],
  }),
];

/** A congress of federations and unions: it elects who presides over it, and cards of delegations decide. */
export const delegateCongress = (say: Say): Statute => ({
  title: say('Estatuto del congreso de delegados', 'Statute of the delegate congress'),
  offices: [
    { office: say('secretaría ejecutiva', 'executive secretary'), role: 'presidium' },
    { office: say('secretaría general', 'general secretary'), role: 'presidium' },
    { office: say('secretaría de actas', 'recording secretary'), role: 'secretary' },
    { office: say('secretaría de hacienda', 'treasurer'), role: 'secretary' },
    { office: say('comisión de control', 'control commission'), role: 'teller' },
  ],
  terms: { officersMonths: 24, delegatesMonths: 24, officersInARow: 1, delegatesInARow: 2 },
  notice: { hours: 720 },
  calls: {
    first: { num: 2, den: 3, strict: false },
    second: { num: 1, den: 2, strict: true },
    minutesBetween: 120,
  },
  closing: { hour: 24, offsetMinutes: 0 },
  rules: congressRules,
  convening: { affiliates: { num: 1, den: 3 }, days: 30 },
  proposing: { days: 60 },
  presidium: {
    offices: [say('presidencia de mesa', 'presiding delegate'), say('secretaría de actas', 'recording secretary')],
  },
  tellers: { recounts: 2 },
  speaking: {
    order: 'first-speech-first',
    seconds: 300,
    group: { of: 'body', seconds: 900 },
    parity: true,
    reply: { seconds: 120 },
    translation: { seconds: 300 },
  },
  seals: { signatures: 3, handover: 'require' },
  mandates: { binding: 'refuse', days: 20, answers: 3 },
  recall: { monthsBefore: 0, petition: { num: 1, den: 3 }, days: 30 },
  ratification: {
    matters: ['pact', 'lifting', 'statute', 'dissolution'],
    num: 1,
    den: 2,
    strict: true,
    of: 'bases',
    days: 60,
    silence: 'neither',
    through: 'bases',
    challengeDays: 15,
  },
  entitlement: {
    kind: 'by-class',
    classes: [
      { class: say('federación', 'federation'), seats: 20 },
      { class: say('central regional', 'regional centre'), seats: 10 },
      { class: say('sindicato', 'union'), seats: 3 },
    ],
  },
  seats: [
    {
      class: 'titular',
      voice: ['accreditation', 'debate', 'decision', 'election'],
      vote: ['accreditation', 'debate', 'decision', 'election'],
    },
    { class: 'adscrito', voice: ['debate'], vote: ['debate'] },
    { class: 'fraterno', voice: ['debate'], vote: [] },
  ],
  doubleMembership: 'shown',
  weights: 'seats',
  parity: { women: { num: 1, den: 3 } },
  certifiers: [say('comisión de control', 'control commission')],
  essential: [
    say('ambulancias y enfermos', 'ambulances and the sick'),
    say('medicinas y oxígeno', 'medicine and oxygen'),
  ],
  precedence: ['order', 'adjourn', 'close-debate', 'refer', 'table'],
  committees: { months: 24 },
  challenge: { days: 30 },
  publicity: { votes: 'roll-call', sensitive: 'members' },
  disputes: { meanwhile: 'vacant' },
  roll: { waitingDays: 30, sample: { num: 2, den: 100 } },
  minutes: { refusals: true, days: 30 },
});
