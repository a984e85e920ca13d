import { lineage } from '../affiliation/lineage.ts';
import type { RollFact } from '../roll/roll-fact.ts';
import { sealedCount } from '../roll/sealed-count.ts';
import { tableEntries, tableGet, tableHas } from '../table.ts';
import type { Answers } from './answer.ts';
import { ifSealed } from './proof.ts';

type Named = 'roll-shown' | 'audit-order' | 'member-count';

export const rollAnswers: Answers<Named> = {
  'roll-shown'(state, { to }) {
    const [count, counted] = tableEntries(state.rollCounts).findLast(([act]) => tableHas(state.sealed, act)) ?? [];
    if (count === undefined || counted === undefined) return null;
    const [act, audited] =
      tableEntries(state.rollAudits).findLast(
        ([one, { orderedBy }]) => tableHas(state.sealed, one) && lineage(to).includes(orderedBy.book),
      ) ?? [];
    const { size, sampled, confirmed, orderedBy } = audited ?? {};
    const audit = orderedBy === undefined ? null : { order: orderedBy.index, size, sampled, confirmed };
    const shown = [count, act].flatMap((one) =>
      one === undefined ? [] : [Number(one), tableGet(state.sealed, one) ?? 0],
    );
    return { found: { index: Number(count), size: counted.size, audit } as RollFact, acts: shown };
  },

  'audit-order'(state, { index, of }) {
    const order = tableGet(state.auditOrders, index);
    if (order === undefined || !lineage(of).includes(order.below)) return null;
    return ifSealed(state, index, { sample: order.sample, due: order.due });
  },

  'member-count'(state, { asOf }) {
    const counted = sealedCount(state, asOf);
    if (counted !== null) {
      const { index, size: members, doubleMembers } = counted;
      return ifSealed(state, index, { index, members, doubleMembers });
    }
    const sittings = tableEntries(state.sittings)
      .map(([key, sitting]) => ({ index: Number(key), ...sitting }))
      .filter(({ late, convenedAt }) => !late && convenedAt <= asOf)
      .toSorted((a, b) => b.index - a.index);
    for (const { index, minutes, roll } of sittings) {
      const seal = minutes === null ? undefined : tableGet(state.sealed, minutes);
      if (minutes !== null && seal !== undefined)
        return { found: { index, members: roll }, acts: [index, minutes, seal] };
    }
    return null;
  },
};
