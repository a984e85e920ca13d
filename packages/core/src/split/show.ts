import { isAffiliated } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import { accept, type Context, type Decision, type DraftAct } from '../decision.ts';
import { type Finding, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { Affiliate, BodyState } from '../state.ts';
import { tableGet } from '../table.ts';

interface Shown {
  readonly below: string;
  readonly part: string;
}

/**
 * Anyone may show that a body below has divided itself and that one of its parts stands: the part takes its share out of the
 * seats of the whole, from the next convocation on. No vote is asked for, because nothing is added.
 */
export const showSplit: Handler<'ShowSplit'> = {
  needs: ({ state }, shown) => [splitNeed(state, shown), foundingNeed(shown), requestNeed(state, shown)],
  decide(context, shown) {
    const { state, at, evidence } = context;
    const { below, part } = shown;
    const affiliate = tableGet(state.affiliates, below);
    if (affiliate === undefined || affiliate.ended !== undefined)
      return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    if (isAffiliated(state, part)) return refuse('already-affiliated', 'rules.affiliation');
    const split = findingFor(evidence, splitNeed(state, shown));
    const founding = findingFor(evidence, foundingNeed(shown)).found;
    const from = founding?.splitFrom;
    if (split.found === null || from?.book !== below || from.index !== split.found.index)
      return refuse('no-split-found', 'affiliation.splitting', { needed: below, present: part });
    const { seats, on } = split.found;
    if (at < on) return refuse('too-early', 'affiliation.splitting', { needed: on, present: at });
    const request = findingFor(evidence, requestNeed(state, shown));
    if (request.found === null) return refuse('affiliation-not-requested', 'rules.affiliation', { needed: part });
    if (seats === 0 || seats > affiliate.entitlement)
      return refuse('split-adds-seats', 'affiliation.splitting', { needed: affiliate.entitlement, present: seats });
    return taken(context, shown, affiliate, { split, request, title: founding?.title ?? part });
  },
};

interface Proof {
  readonly split: Finding<'split'>;
  readonly request: Finding<'affiliation-request'>;
  readonly title: string;
}

function taken(context: Context, { below, part }: Shown, affiliate: Affiliate, proof: Proof): Decision {
  const { split, request, title } = proof;
  const by = authority(context, 'affiliation.splitting');
  const { seats = 0, index = 0, goesOn = true } = split.found ?? {};
  const from = { book: below, index };
  const left = affiliate.entitlement - seats;
  const own = affiliate.class === undefined ? {} : { class: affiliate.class };
  const classed = affiliate.seatClass === undefined ? {} : { seatClass: affiliate.seatClass };
  const admitted = { below: part, key: request.bookKey ?? '', title, entitlement: seats, ...own, ...classed };
  const acts: DraftAct[] = [
    { act: 'EntitlementChanged', by, data: { below, seats: left, from, part }, cites: split.cites },
    {
      act: 'AffiliationAdmitted',
      by,
      data: { ...admitted, splitFrom: from },
      cites: [...split.cites, ...request.cites],
    },
  ];
  // A body that is not among its own parts, and has no seat left to give, is no more.
  if (left === 0 && !goesOn)
    acts.push({ act: 'AffiliationEnded', by, data: { other: below, side: 'dissolved', from }, cites: split.cites });
  return accept(acts);
}

const splitNeed = ({ origin }: Pick<BodyState, 'origin'>, { below, part }: Shown): NeedOf<'split'> => ({
  fact: 'split',
  book: below,
  part,
  above: origin,
});

const foundingNeed = ({ part }: Shown): NeedOf<'founding'> => ({ fact: 'founding', book: part });

const requestNeed = ({ origin }: Pick<BodyState, 'origin'>, { part }: Shown): NeedOf<'affiliation-request'> => ({
  fact: 'affiliation-request',
  book: part,
  to: origin,
});
