import { admissionFields } from '../../affiliation/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { origin } from '../fields.ts';

const affiliation = commandsOf('affiliation');

export const affiliationCommands = {
  AdmitAffiliate: affiliation('AdmitAffiliate', {
    by: ['convener'],
    article: 'rules.affiliation',
    input: admissionFields,
    acts: ['AffiliationAdmitted'],
    does: 'While a federation is being founded, admits a body that has asked for it; later only a motion can.',
  }),
  PresentEnd: affiliation('PresentEnd', {
    by: ['anyone'],
    article: 'rules.affiliation',
    input: { other: origin },
    acts: ['AffiliationEnded'],
    does: 'Shows, with the other body’s book as proof, that it has left, has excluded this body, or is dissolved; seats of a body below count no more from this moment.',
  }),
  ReviewEntitlement: affiliation('ReviewEntitlement', {
    by: ['anyone'],
    article: 'entitlement',
    input: { below: origin },
    acts: ['EntitlementChanged'],
    does: 'Recalculates the seats of a body below from the statute and the roll that its book shows, from the next convocation on.',
  }),
  ShowSplit: affiliation('ShowSplit', {
    by: ['anyone'],
    article: 'affiliation.splitting',
    input: { below: origin, part: origin },
    acts: ['EntitlementChanged', 'AffiliationAdmitted', 'AffiliationEnded'],
    does: 'Shows that a body below has divided itself and that this part of it is founded: the part takes its share of the seats, and none is added.',
  }),
} as const;
