import type { Statute } from './fields.ts';

/** From which local hour on a recess opens a new day. */
export const opensAt = ({ closing }: Pick<Statute, 'closing'>): number => closing.opensAt ?? 6;
