import { commandsOf } from '../command-entry.ts';
import { origin, positive, text, verifierKey } from '../fields.ts';

const affiliation = commandsOf('affiliation');

export const affiliationCommands = {
  AdmitAffiliate: affiliation('AdmitAffiliate', {
    by: ['convener'],
    article: 'rules.affiliation',
    input: { below: origin, key: verifierKey, title: text(120), entitlement: positive },
    acts: ['AffiliationAdmitted'],
    does: 'While a federation is being founded, admits a body that has asked for it; later only a motion can.',
  }),
} as const;
