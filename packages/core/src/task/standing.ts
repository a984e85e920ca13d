import type { Task } from '../state.ts';
import type { Time } from '../time.ts';

export type TaskStanding = 'open' | 'overdue' | 'done' | 'in-part' | 'not-done';

/** How a task stands at that time. That its day has passed nobody writes: it is asked of the state. */
export function taskStanding({ due, report }: Pick<Task, 'due' | 'report'>, at: Time): TaskStanding {
  if (report?.state === 'done' || report?.state === 'not-done') return report.state;
  if (at > due) return 'overdue';
  return report === null ? 'open' : report.state;
}
