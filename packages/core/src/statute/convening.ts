import type { Statute } from './fields.ts';

/**
 * Who beside the officers may have a sitting convened. A statute that says nothing leaves nobody at the mercy of leaders who
 * never convene: a third of the members, or of the bodies below, within thirty days.
 */
export const conveningOf = ({ convening }: Statute): NonNullable<Statute['convening']> =>
  convening ?? { members: { num: 1, den: 3 }, affiliates: { num: 1, den: 3 }, days: 30 };
