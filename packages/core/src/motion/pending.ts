import type { BodyState, Procedure } from '../state.ts';
import { tableGet } from '../table.ts';

/** The motion on how to proceed that this sitting has to decide first. */
export const pendingProcedure = (state: BodyState, sitting: number): Procedure | null =>
  tableGet(state.procedures, sitting)?.pending ?? null;
