import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';

export const taskFolds: Folds = {
  TaskAssigned: (state, { data, index }) => ({
    ...state,
    tasks: tableSet(state.tasks, index, { ...data, report: null }),
  }),

  TaskReported: (state, { data, index, at }) => {
    const task = known(tableGet(state.tasks, data.task), `the task ${data.task}`);
    const report = { act: index, state: data.state, at };
    return { ...state, tasks: tableSet(state.tasks, data.task, { ...task, report }) };
  },
};
