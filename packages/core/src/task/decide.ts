import { authority, holdsOffice, inTerm } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept, type Context, type DraftAct } from '../decision.ts';
import type { Handler } from '../handler.ts';
import type { ProposalOf } from '../motion/proposal.ts';
import type { Carried } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import { statusAt } from '../resolution/validity.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import type { Assignee } from './fields.ts';

type Wanted = Omit<ActData<'TaskAssigned'>, 'resolution'>;

/** A task is given to an office that the statute knows or a body below, with a day that is still to come. */
function taskRefusal({ state, at }: Context, rules: Statute, { to, due }: Wanted): Refused | null {
  if (due <= at) return refuse('due-in-the-past', 'tasks', { needed: at, present: due });
  if (to.kind === 'body')
    return tableHas(state.affiliates, to.body) ? null : refuse('not-affiliated', 'tasks', { needed: to.body });
  return rules.offices.some(({ office }) => office === to.office)
    ? null
    : refuse('office-not-in-statute', 'tasks', { present: to.office });
}

/** What waits for a condition gives out nothing yet: the presidium does, once it is in force. */
export function tasksRefusal(
  context: Context,
  rules: Statute,
  { tasks = [], condition }: ProposalOf<'resolution'>,
): Refused | null {
  if (tasks.length > 0 && condition !== undefined)
    return refuse('resolution-not-in-force', 'tasks', { needed: 'in-force', present: 'conditional' });
  return tasks.map((task) => taskRefusal(context, rules, task)).find((refused) => refused !== null) ?? null;
}

/** What a resolution in force gives out to be done. */
export const tasksOf = (
  { resolution, by }: Pick<Carried, 'resolution' | 'by'>,
  { tasks = [] }: ProposalOf<'resolution'>,
): readonly DraftAct[] => tasks.map((task) => ({ act: 'TaskAssigned', by, data: { resolution, ...task } }));

export const assignTask: Handler<'AssignTask'> = {
  decide(context, input) {
    const resolution = tableGet(context.state.resolutions, input.resolution);
    const rules = statuteOf(context.state);
    if (resolution === undefined || rules === null)
      return refuse('not-found', 'tasks', { needed: `ResolutionAdopted ${input.resolution}` });
    const status = statusAt(context.state, resolution, context.at);
    if (status !== 'in-force')
      return refuse('resolution-not-in-force', 'tasks', { needed: 'in-force', present: status });
    const refused = taskRefusal(context, rules, input);
    if (refused !== null) return refused;
    return accept([{ act: 'TaskAssigned', by: authority(context, 'tasks'), data: input }]);
  },
};

/** Only who has the task reports on it; a report that it is done is the last one. */
export const reportTask: Handler<'ReportTask'> = {
  decide(context, { task: index, state: reported, report }) {
    const task = tableGet(context.state.tasks, index);
    if (task === undefined) return refuse('not-found', 'tasks', { needed: `TaskAssigned ${index}` });
    if (!isAssignee(context, task.to))
      return refuse('not-allowed', 'tasks', { needed: task.to.kind === 'office' ? task.to.office : task.to.body });
    if (task.report?.state === 'done') return refuse('task-done', 'tasks', { present: task.report.act });
    const by = task.to.kind === 'office' ? { office: task.to.office, article: 'tasks' } : authority(context, 'tasks');
    return accept([{ act: 'TaskReported', by, data: { task: index, state: reported }, disclose: { report } }]);
  },
};

function isAssignee({ state, actor, at }: Context, to: Assignee): boolean {
  if (to.kind === 'body') return actor.kind === 'seat' && actor.below === to.body;
  const officer = tableGet(state.officers, to.office);
  return officer !== undefined && holdsOffice(officer, actor) && inTerm(officer, at);
}
