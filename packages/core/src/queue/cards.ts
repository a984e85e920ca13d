import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet, tableHas } from '../table.ts';

/** One card a household, and no name anywhere: what is on the papers the book has only as commitments. */
export const issueHouseholdCards: Handler<'IssueHouseholdCards'> = {
  decide(context, { households, commitments }) {
    const { cards, cardOf, out } = context.state.queues;
    if (commitments.length === 0) return refuse('not-found', 'supply', { needed: 'commitments' });
    const twice = commitments.find((one, place) => tableHas(cardOf, one) || commitments.indexOf(one) !== place);
    if (twice !== undefined) return refuse('already-so', 'supply', { present: tableGet(cardOf, twice) ?? twice });
    const all = out + commitments.length;
    if (all > households) return refuse('more-cards-than-households', 'supply', { needed: households, present: all });
    const data = { first: cards.size + 1, households, commitments };
    return accept([{ act: 'HouseholdCardsIssued', by: authority(context, 'supply'), data }], [], { first: data.first });
  },
};

export const voidHouseholdCard: Handler<'VoidHouseholdCard'> = {
  decide(context, { card }) {
    const found = tableGet(context.state.queues.cards, card);
    if (found === undefined) return refuse('no-such-household-card', 'supply', { present: card });
    if (found.voided !== null) return refuse('already-so', 'supply', { present: found.voided });
    return accept([{ act: 'HouseholdCardVoided', by: authority(context, 'supply'), data: { card } }]);
  },
};
