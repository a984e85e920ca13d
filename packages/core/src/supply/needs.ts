import { authority, rolesOf } from '../authority.ts';
import { canonicalText } from '../canonical.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept } from '../decision.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import { officerNeed, officerNeeds, officerSigned } from './confirm.ts';
import { byHand, handSigned, signatureNeed } from './hand-over.ts';
import { placeStands } from './places.ts';
import { written } from './register.ts';
import type { Need } from './state.ts';

type Declared = Pick<Need, 'site' | 'item' | 'quantity' | 'until'>;

/** What the site's hand signs, and what an officer of its assembly signs below it. */
export const needText = (book: string, { site, item, quantity, until }: Declared): string =>
  `cabildo/need/v1\n${canonicalText({ book, item, quantity, site, until })}`;

/** Declared by the site itself, or by an officer of the committee for it. The plan is made from the last one. */
export const declareNeed: Handler<'DeclareNeed'> = {
  needs: ({ state }, { signed, ...need }) => signatureNeed(state.supply, signed, needText(state.origin, need)),
  decide(context, { signed, ...need }) {
    const { state, at, actor } = context;
    const { supply } = state;
    const site = tableGet(supply.sites, need.site);
    if (site === undefined) return refuse('not-found', 'supply', { needed: `SiteRegistered ${need.site}` });
    if (tableGet(supply.items, need.item) === undefined)
      return refuse('not-found', 'supply', { needed: `ItemNamed ${need.item}` });
    if (!placeStands(supply, need.site)) return refuse('place-closed', 'supply', { present: need.site });
    if (need.until <= at) return refuse('due-in-the-past', 'supply', { needed: at, present: need.until });
    const last = tableGet(supply.needOf, `${need.site}.${need.item}`);
    const before = last === undefined ? undefined : tableGet(supply.needs, last);
    if (last !== undefined && before !== undefined && needText('', before) === needText('', need))
      return refuse('already-so', 'supply', { present: last });
    if (rolesOf(state, actor, at).has('officer'))
      return accept([{ act: 'NeedDeclared', by: authority(context, 'supply'), data: need }]);
    if (signed === undefined) return refuse('hand-must-sign', 'supply', { needed: need.site });
    const refused = handSigned(context, signed, need.site, needText(state.origin, need));
    if (refused !== null) return refused;
    const data: ActData<'NeedDeclared'> = { ...need, hand: signed.hand };
    return accept([{ act: 'NeedDeclared', by: byHand, data }]);
  },
};

export const countersignNeed: Handler<'CountersignNeed'> = {
  needs({ state, at }, { need, officer }) {
    const found = tableGet(state.supply.needs, need);
    return found === undefined ? [] : officerNeeds(officer, needText(state.origin, found), at);
  },
  decide(context, { need, officer }) {
    const { state, at, evidence } = context;
    const found = tableGet(state.supply.needs, need);
    if (found === undefined) return refuse('not-found', 'supply', { needed: `NeedDeclared ${need}` });
    if (found.countersigned !== null) return refuse('already-so', 'supply', { present: found.countersigned });
    const refused = officerSigned(context, officer, found.site, needText(state.origin, found));
    if (refused !== null) return refused;
    const { cites } = findingFor(evidence, officerNeed(officer.book, officer.key, at));
    return accept([{ act: 'NeedCountersigned', by: byHand, data: { need, officer }, cites }]);
  },
};

export const recordOverDeclaration: Handler<'RecordOverDeclaration'> = {
  decide(context, { need, found, countedBy }) {
    const declared = tableGet(context.state.supply.needs, need);
    if (declared === undefined) return refuse('not-found', 'supply', { needed: `NeedDeclared ${need}` });
    if (declared.foundOver !== null) return refuse('already-so', 'supply', { present: declared.foundOver.act });
    return found < declared.quantity
      ? written(context, 'NeedFoundOver', { need, declared: declared.quantity, found, countedBy })
      : refuse('not-over-declared', 'supply', { needed: declared.quantity, present: found });
  },
};
