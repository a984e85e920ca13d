import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { admissible } from './admission.ts';
import { isAffiliated } from './lineage.ts';

export const admitAffiliate: Handler<'AdmitAffiliate'> = {
  needs: ({ state }, { below }) => [{ fact: 'affiliation-request', book: below, to: state.origin }],
  decide(context, input) {
    const { state, evidence } = context;
    if (isAffiliated(state, input.below)) return refuse('already-affiliated', 'rules.affiliation');
    const request = findingFor(evidence, { fact: 'affiliation-request', book: input.below, to: state.origin });
    const refused = admissible(state, input, request);
    if (refused !== null) return refused;
    return accept([
      {
        act: 'AffiliationAdmitted',
        by: authority(context, 'rules.affiliation'),
        data: input,
        cites: request.cites,
      },
    ]);
  },
};
