import { type BodyState, tableEntries, tableGet, taskStanding } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { textOf } from './disclosed.ts';
import { type Child, type Html, html } from './html.ts';
import { badge, section, type Tone } from './parts.ts';
import { voteAt } from './rules.ts';
import { actPath, officeSaid, titleOf, type Visit } from './visit.ts';
import { outcomeBadge } from './vote-parts.ts';

/** The text that the motion has now: that of the last amendment which carried, or the one it was tabled with. */
export async function presentText(visit: Visit, book: BookView, motion: number): Promise<Html | null> {
  const amended = tableGet(book.state.motions, motion)?.amended.at(-1);
  const row = await visit.node.act(book.origin, amended?.amendment ?? motion);
  return row === null ? null : textOf(visit, book, readAct(row));
}

/** How the vote on a motion ended, or why there is none. */
export function motionBadge(visit: Visit, state: BodyState, motion: number): Html {
  const found = tableGet(state.motions, motion);
  const end = found?.end ?? null;
  if (end !== null && found?.vote === null) return badge('ochre', visit.words.terms.motionEnd[end.how]);
  return outcomeBadge(visit, voteAt(state, found?.vote ?? null));
}

/** What would have amended the motion, and the parts of which it is one. */
export function kinOf(visit: Visit, book: BookView, motion: number): Child {
  const { words } = visit;
  const found = tableGet(book.state.motions, motion);
  const parts = tableGet(book.state.motions, found?.part?.of ?? motion)?.parts ?? [];
  return [
    motionList(visit, book, words.resolution.amendments, found?.amendments ?? []),
    motionList(visit, book, words.resolution.parts, parts),
  ];
}

function motionList(visit: Visit, book: BookView, title: string, motions: readonly number[]): Html | null {
  if (motions.length === 0) return null;
  const items = motions.map((index) => {
    const motion = tableGet(book.state.motions, index);
    return html`<li><a href="${visit.link(actPath(book, index))}">${motion?.title ?? visit.words.body.act(index)}</a> ${motionBadge(visit, book.state, index)}</li>`;
  });
  return html`<h4>${title}</h4><ul class="plain">${items}</ul>`;
}

const standingTone = {
  open: 'indigo',
  overdue: 'red',
  done: 'green',
  'in-part': 'ochre',
  'not-done': 'red',
} as const satisfies Record<string, Tone>;

/** Who carries a resolution out, by when, and how far it is today. */
export function tasksOf(visit: Visit, book: BookView, key: string): Html | null {
  const { words, link, now } = visit;
  const tasks = tableEntries(book.state.tasks).filter(([, task]) => String(task.resolution) === key);
  if (tasks.length === 0) return null;
  const { day } = visit.formats(book.state);
  const items = tasks.map(([index, task]) => {
    const standing = taskStanding(task, now);
    const who =
      task.to.kind === 'office' ? officeSaid(visit, task.to.office) : titleOf(visit, book.state, task.to.body);
    const act = task.report?.act ?? Number(index);
    return html`<li>${badge(standingTone[standing], words.terms.task[standing])} <strong>${who}</strong>: ${task.what} <span class="soft">${words.resolution.deadline(day(task.due))}</span> · <a href="${link(actPath(book, act))}">${words.body.act(act)}</a></li>`;
  });
  return section(words.resolution.tasks, html`<ul class="card list">${items}</ul>`, 'tasks');
}
