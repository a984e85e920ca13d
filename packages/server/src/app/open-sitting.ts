import { type BodyState, tableGet } from '@cabildo/core';

/** The sitting that is open now: something can be put before it. */
export const openSittingOf = (state: BodyState): number | null =>
  state.activeSittings.find((index) => (tableGet(state.sittings, index)?.opened ?? null) !== null) ?? null;
