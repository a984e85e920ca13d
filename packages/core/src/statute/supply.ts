import type { Statute } from './fields.ts';
import type { StatuteProblem } from './problem.ts';

/** Nobody plans for longer than a year, and a key that signs for longer is forgotten in a drawer. */
const mostDays = 366;

export function supplyProblems({ supply }: Statute): readonly StatuteProblem[] {
  const { allocationDays = 0, handDays = 0 } = supply ?? {};
  return [
    ...(allocationDays > mostDays
      ? [{ problem: 'longer-than-any-use', article: 'supply.allocation', present: allocationDays } as const]
      : []),
    ...(handDays > mostDays
      ? [{ problem: 'longer-than-any-use', article: 'supply.handDays', present: handDays } as const]
      : []),
  ];
}
