import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { admissible, admissionCites, admissionNeeds } from './admission.ts';

export const admitAffiliate: Handler<'AdmitAffiliate'> = {
  needs: ({ state }, input) => admissionNeeds(state, input),
  decide(context, input) {
    const { state, evidence } = context;
    const refused = admissible(state, evidence, input);
    if (refused !== null) return refused;
    return accept([
      {
        act: 'AffiliationAdmitted',
        by: authority(context, 'rules.affiliation'),
        data: input,
        cites: admissionCites(state, evidence, input.below),
      },
    ]);
  },
};
