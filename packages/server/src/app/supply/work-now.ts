import { isWhole, planHolds, type SupplyState, type Time, tableEntries } from '@cabildo/core';

/** Trips that are over, the newest of them; those under way are all told. */
const MOST_ENDED = 50;

/** Plans, the newest first; of one that binds what is meant for whom, and how much of it is not handed over. */
export function plansNow(supply: SupplyState, at: Time) {
  const lines = tableEntries(supply.allotments).flatMap(([lot, allotments]) =>
    allotments.map((one) => ({ lot: Number(lot), ...one })),
  );
  return tableEntries(supply.plans)
    .toReversed()
    .map(([index, plan]) => {
      const holds = planHolds(plan, at);
      return {
        plan: Number(index),
        rule: plan.rule,
        problem: plan.problem,
        hash: plan.plan,
        parts: plan.parts,
        entered: plan.entered,
        whole: isWhole(plan),
        holds,
        until: plan.until,
        ended: plan.ended,
        lines: holds
          ? lines
              .filter((line) => line.plan === Number(index))
              .map(({ lot, site, quantity, left }) => ({ lot, site, quantity, left }))
          : [],
      };
    });
}

export function tripsNow(supply: SupplyState) {
  const all = tableEntries(supply.trips)
    .toReversed()
    .map(([index, { plan, vehicle, hand, lines, ended }]) => ({
      trip: Number(index),
      plan,
      vehicle,
      hand,
      lines: lines.map(({ lot, site, quantity, left }) => ({ lot, site, quantity, left })),
      ended,
    }));
  return [
    ...all.filter(({ ended }) => ended === null),
    ...all.filter(({ ended }) => ended !== null).slice(0, MOST_ENDED),
  ];
}
