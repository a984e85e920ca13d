import { nextBook } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import { balanceAt } from './ledger.ts';
import { freeOf } from './orders.ts';
import { depotRefusal } from './places.ts';
import { written } from './register.ts';
import type { Offer } from './state.ts';

/**
 * A lot changes books in two steps, and no order of messages lets two committees have it (decision 0017): an offer cannot be taken
 * back before its time, an acceptance counts only if its act is earlier, and the offerer is free again by a head of the other
 * book that is not earlier and has no acceptance: a book only grows, and its time never runs back.
 */
export const offerLot: Handler<'OfferLot'> = {
  decide(context, data) {
    const { state, at } = context;
    const { supply, origin } = state;
    const lot = tableGet(supply.lots, data.lot);
    if (lot === undefined) return refuse('not-found', 'supply', { needed: `LotReceived ${data.lot}` });
    const refused = depotRefusal(supply, data.site);
    if (refused !== null) return refused;
    if (data.to === origin) return refuse('offer-to-itself', 'supply', { present: origin });
    if (data.until <= at) return refuse('due-in-the-past', 'supply', { needed: at, present: data.until });
    const present = Math.max(0, Math.min(balanceAt(supply, data.lot, data.site), freeOf(supply, data.lot, at)));
    return data.quantity <= present
      ? written(context, 'LotOffered', data)
      : refuse('not-so-much-free', 'supply', { needed: data.quantity, present, detail: { lot: data.lot } });
  },
};

interface Offered {
  readonly book: string;
  readonly index: number;
}

const offerNeed = ({ book, index }: Offered, to: string): NeedOf<'lot-offer'> => ({
  fact: 'lot-offer',
  book,
  index,
  to,
});

const offerKey = ({ book, index }: Offered): string => `${book}#${index}`;

export const acceptLot: Handler<'AcceptLot'> = {
  needs: ({ state }, { offer }) => [offerNeed(offer, state.origin)],
  decide(context, { offer, item, site }) {
    const { state, at, evidence } = context;
    const { supply } = state;
    const refused = answerRefusal(context, offer);
    if (refused !== null) return refused;
    const { found, cites } = findingFor(evidence, offerNeed(offer, state.origin));
    if (found === null) return refuse('no-offer-found', 'supply', { needed: offerKey(offer) });
    if (at >= found.until) return refuse('offer-over', 'supply', { needed: found.until, present: at });
    const named = tableGet(supply.items, item);
    if (named?.symbol !== found.symbol || named.unit !== found.unit)
      return refuse('another-item', 'supply', {
        needed: `${found.symbol} (${found.unit})`,
        present: named?.symbol ?? '',
      });
    const depot = depotRefusal(supply, site);
    if (depot !== null) return depot;
    const keeps = found.bestBefore === null ? {} : { bestBefore: found.bestBefore };
    const data = { offer, item, site, quantity: found.quantity, ...keeps };
    return accept([{ act: 'LotAccepted', by: authority(context, 'supply'), data, cites }]);
  },
};

export const declineLot: Handler<'DeclineLot'> = {
  needs: ({ state }, { offer }) => [offerNeed(offer, state.origin)],
  decide(context, { offer }) {
    const refused = answerRefusal(context, offer);
    if (refused !== null) return refused;
    const { found, cites } = findingFor(context.evidence, offerNeed(offer, context.state.origin));
    if (found === null) return refuse('no-offer-found', 'supply', { needed: offerKey(offer) });
    return accept([{ act: 'LotDeclined', by: authority(context, 'supply'), data: { offer }, cites }]);
  },
};

/** Answered once: what was declined is not accepted any more. */
function answerRefusal({ state }: Context, offer: Offered): Refused | null {
  const before = tableGet(state.supply.offersAnswered, offerKey(offer));
  return before === undefined ? null : refuse('already-answered', 'supply', { present: before.act });
}

const answerNeed = (book: string, origin: string, index: number, { name }: Pick<Offer, 'name'>) =>
  ({
    fact: 'lot-answer',
    book,
    of: name?.book ?? origin,
    index: name?.index ?? index,
  }) satisfies NeedOf<'lot-answer'>;

/**
 * Whoever has the other book shows what became of an offer. An acceptance that nobody has sealed yet settles nothing, and frees nothing. A
 * book whose end was lost answers no more, and the one that goes on from it cannot accept what was offered to it: what is not
 * answered within what counts of it falls back to the giver at once.
 */
export const settleOffer: Handler<'SettleOffer'> = {
  needs({ state }, { offer }) {
    const found = tableGet(state.supply.offers, offer);
    if (found?.state !== 'open') return [];
    return [found.to, nextBook(found.to)].map((book) => answerNeed(book, state.origin, offer, found));
  },
  decide(context, { offer: index }) {
    const { state, evidence } = context;
    const offer = tableGet(state.supply.offers, index);
    if (offer === undefined) return refuse('not-found', 'supply', { needed: `LotOffered ${index}` });
    if (offer.state !== 'open') return accept([], [], { state: offer.state, settled: offer.settled });
    const { found, cites } = findingFor(evidence, answerNeed(offer.to, state.origin, index, offer));
    if (found === null) return refuse('no-answer-found', 'supply', { needed: offer.to });
    const next = nextBook(offer.to);
    const after = findingFor(evidence, answerNeed(next, state.origin, index, offer));
    const ended = after.found?.after?.book === offer.to ? after.found.after : null;
    const { answer, at, size } = found;
    if (ended !== null && size < ended.size) return refuse('no-answer-found', 'supply', { needed: offer.to });
    const isOfBook = answer !== null && answer.index < (ended?.size ?? size);
    // Nobody will seal a refusal in a book that has ended.
    const counts = isOfBook && (ended === null || answer.sealed || answer.accepted) ? answer : null;
    if (counts === null && ended !== null) {
      const data = { offer: index, succeeded: next, heardOf: after.found?.at ?? at };
      return accept([{ act: 'OfferLapsed', by: byAnyone, data, cites: after.cites }]);
    }
    if (counts === null) {
      if (at < offer.until) return refuse('offer-still-open', 'supply', { needed: offer.until, present: at });
      return accept([{ act: 'OfferLapsed', by: byAnyone, data: { offer: index, heardOf: at }, cites }]);
    }
    if (!counts.sealed) return refuse('answer-not-sealed', 'seals', { needed: offer.to });
    const there = { book: offer.to, index: counts.index };
    return counts.accepted
      ? accept([{ act: 'LotPassed', by: byAnyone, data: { offer: index, acceptance: there }, cites }])
      : accept([{ act: 'OfferLapsed', by: byAnyone, data: { offer: index, declined: there, heardOf: at }, cites }]);
  },
};

const byAnyone = { office: 'anyone', article: 'supply' } as const;
