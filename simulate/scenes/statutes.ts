// What the bodies of a run have agreed: the optional articles are all there, so that scenes can use them.
import type { Statute } from '@cabildo/core';
import { statuteWith } from '../../packages/core/test/federation/assembly.ts';

const everyMethod = ['hands', 'devices', 'roll-call', 'delegation-cards', 'urn', 'mixed'] as const;

const rules: Statute['rules'] = statuteWith().rules.map((rule) => ({
  ...rule,
  methods: rule.matter === 'ordinary' ? [...everyMethod, 'acclamation', 'consensus'] : everyMethod,
}));

const common = statuteWith({
  rules,
  certifiers: ['actas'],
  essential: ['Ambulancias'],
  supply: { allocation: 'officers', allocationDays: 7 },
  accounts: { offices: ['presidencia', 'actas'], twoAbove: [{ commodity: 'BOB', amount: 100_000 }] },
  challenge: { days: 20 },
  roll: { waitingDays: 30, sample: { num: 1, den: 2 } },
});

/** In a base it goes round among the members. */
export const turningOffice = 'juez de aguas';

export const baseStatute: Statute = {
  ...common,
  offices: [...common.offices, { office: turningOffice, role: 'teller' }],
  rotation: [{ office: turningOffice, among: 'members' }],
  mandates: { ...common.mandates, report: 2 },
  convening: { members: { num: 1, den: 3 }, above: true, days: 10 },
  recall: { monthsBefore: 0, petition: { num: 1, den: 3 }, days: 15 },
  walkIns: { sittings: ['cabildo'], mark: 'tinta en el pulgar' },
  speaking: { order: 'first-speech-first', seconds: 180, reply: { seconds: 60 } },
};

/** Assemblies of delegates ask the bodies directly below. */
export const upperStatute: Statute = {
  ...common,
  convening: { members: { num: 1, den: 2 }, affiliates: { num: 1, den: 2 }, above: true, days: 10 },
  ratification: { ...common.ratification, challengeDays: 5 },
};

/** Federations above districts ask every base, through all tiers. */
export const federationStatute: Statute = {
  ...upperStatute,
  ratification: { ...upperStatute.ratification, through: 'bases' },
};

/** Of one base of each district: who is elected is counted by candidates, on paper. At the founding it is a list. */
export const electingStatute: Statute = {
  ...baseStatute,
  elections: {
    contests: [
      { offices: ['presidencia'], method: 'plurality', vacancy: 'next' },
      { offices: ['actas', 'vocalía'], method: 'scottish-stv', vacancy: 'election' },
      { method: 'scottish-stv', vacancy: 'election' },
    ],
  },
};

/** Of one base of each district: what its people were refused is on record. */
export const minutingStatute: Statute = { ...baseStatute, minutes: { ...baseStatute.minutes, refusals: true } };

/** Where each sitting elects who presides it. */
export const presidingOffices = ['mesa', 'relatoría'] as const;
