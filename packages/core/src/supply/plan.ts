import { authority } from '../authority.ts';
import { canonicalText } from '../canonical.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept, type Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import type { ProposalOf } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { freeOf, planHolds } from './orders.ts';
import { placeStands, supplyRules } from './places.ts';
import type { SupplyState } from './state.ts';

type PlanSaid = Omit<ProposalOf<'adopt-plan'>, 'kind'>;

export const supplyProposals: ProposalRules<'adopt-sharing-rule' | 'adopt-plan'> = {
  'adopt-sharing-rule': {
    matters: ['ordinary'],
    carries: 'may-wait',
    checkedAgain: false,
    effects: ({ vote, by }, { rule, parameters }) => [
      { act: 'SharingRuleAdopted', by, data: { vote, rule, parameters } },
    ],
  },
  'adopt-plan': {
    matters: ['ordinary'],
    carries: 'may-wait',
    checkedAgain: true,
    refuses: (context, _rules, { kind: _kind, ...plan }) => planRefusal(context, plan),
    effects: ({ context, vote, by }, { kind: _kind, ...plan }) => [
      { act: 'PlanAdopted', by, data: { ...plan, ...holdsUntil(context.state, context.at), vote } },
    ],
  },
};

/** A plan is one of the rule in force, and replaces one that still binds. */
function planRefusal(
  { state, at }: Pick<Context, 'state' | 'at'>,
  { rule, parts, replaces }: PlanSaid,
): Refused | null {
  const { supply } = state;
  if (supply.rule === null) return refuse('no-sharing-rule', 'supply', { needed: 'SharingRuleAdopted' });
  if (supply.rule.act !== rule)
    return refuse('another-rule-in-force', 'supply', { needed: supply.rule.act, present: rule });
  if (parts.length === 0) return refuse('nothing-allocated', 'supply.allocation');
  if (replaces === undefined) return null;
  const before = tableGet(supply.plans, replaces);
  if (before === undefined) return refuse('not-found', 'supply.allocation', { needed: `PlanAdopted ${replaces}` });
  return planHolds(before, at) ? null : refuse('plan-over', 'supply.allocation', { present: replaces });
}

function holdsUntil(state: BodyState, at: Time): Pick<ActData<'PlanAdopted'>, 'until'> {
  const { allocationDays } = supplyRules(state);
  return allocationDays === null ? {} : { until: plusDays(at, allocationDays) };
}

/** By the officers alone where the statute says so; the rule itself is always voted. */
export const adoptPlan: Handler<'AdoptPlan'> = {
  decide(context, plan) {
    const { allocation } = supplyRules(context.state);
    if (allocation !== 'officers')
      return refuse('plan-by-vote', 'supply.allocation', { needed: 'sitting', present: 'officer' });
    const refused = planRefusal(context, plan);
    if (refused !== null) return refused;
    const data = { ...plan, ...holdsUntil(context.state, context.at) };
    return accept([{ act: 'PlanAdopted', by: authority(context, 'supply.allocation'), data }]);
  },
};

type Lines = ActData<'AllocationAdopted'>['lines'];

/** SHA-256 of these bytes is what was adopted as that part. */
export const partText = (lines: Lines): string =>
  canonicalText(lines.map(({ lot, site, quantity }) => ({ lot, quantity, site })));

const partNeed = (lines: Lines): NeedOf<'sha256'> => ({ fact: 'sha256', text: partText(lines) });

/** An order, so it is refused where there is not as much: of each lot, in depots, for nobody else, not offered. */
export const enterAllocation: Handler<'EnterAllocation'> = {
  needs: (_ask, { lines }) => [partNeed(lines)],
  decide(context, { plan: index, part, lines }) {
    const { state, at, evidence } = context;
    const plan = tableGet(state.supply.plans, index);
    if (plan === undefined) return refuse('not-found', 'supply.allocation', { needed: `PlanAdopted ${index}` });
    if (!planHolds(plan, at)) return refuse('plan-over', 'supply.allocation', { present: index });
    if (plan.entered.includes(part)) return refuse('already-so', 'supply.allocation', { present: part });
    const adopted = plan.parts[part - 1];
    const brought = findingFor(evidence, partNeed(lines)).found?.hash;
    if (adopted === undefined || adopted !== brought)
      return refuse('not-the-plan', 'supply.allocation', { needed: adopted ?? '', present: brought ?? '' });
    const refused = allotmentsRefusal(state.supply, lines, at);
    if (refused !== null) return refused;
    const data = { plan: index, part, parts: plan.parts.length, lines };
    return accept([{ act: 'AllocationAdopted', by: authority(context, 'supply.allocation'), data }]);
  },
};

function allotmentsRefusal(supply: SupplyState, lines: Lines, at: Time): Refused | null {
  if (lines.length === 0) return refuse('nothing-allocated', 'supply.allocation');
  const wanted = new Map<number, number>();
  for (const { lot, site, quantity } of lines) {
    if (tableGet(supply.lots, lot) === undefined)
      return refuse('not-found', 'supply', { needed: `LotReceived ${lot}` });
    if (tableGet(supply.sites, site) === undefined)
      return refuse('not-found', 'supply', { needed: `SiteRegistered ${site}` });
    if (!placeStands(supply, site)) return refuse('place-closed', 'supply', { present: site });
    wanted.set(lot, (wanted.get(lot) ?? 0) + quantity);
  }
  for (const [lot, needed] of wanted) {
    const present = freeOf(supply, lot, at);
    if (needed > present) return refuse('not-so-much-free', 'supply.allocation', { needed, present, detail: { lot } });
  }
  return null;
}
