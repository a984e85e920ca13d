import type { Method, Task } from '../method.ts';
import type { OptionSpecs } from '../settings.ts';
import { votesText } from '../tally.ts';
import { vacancyOptions } from '../vacancy-options.ts';
import { plainWords as words } from '../words/plain.ts';
import { markedVotes } from './marked.ts';
import { pickMost } from './pick.ts';

/** Whoever has the most votes; each ballot names one. */
export const plurality: Method = {
  needs: 'choices',
  seats: 'one-or-more',
  constrained: true,
  options: vacancyOptions('next-highest'),
  marks: () => 1,
  run: (task) => countMarks(task, 1),
};

const votesOption: OptionSpecs = {
  votes: {
    default: '',
    kind: 'text',
    says: { es: 'cuántos nombres puede marcar cada papeleta', en: 'how many names each ballot may mark' },
  },
  ...vacancyOptions('next-highest'),
};

/** Each ballot has as many votes as there are seats. */
export const block: Method = {
  needs: 'choices',
  seats: 'file',
  constrained: true,
  options: votesOption,
  marks: (votes, seats) => givenOr(votes, seats),
  run: (task) => countMarks(task, votesOf(task, task.seats)),
};

/** Each ballot has fewer votes than there are seats: by default one fewer. */
export const limited: Method = {
  needs: 'choices',
  seats: 'file',
  constrained: true,
  options: votesOption,
  marks: (votes, seats) => givenOr(votes, Math.max(1, seats - 1)),
  run: (task) => countMarks(task, votesOf(task, Math.max(1, task.seats - 1))),
};

/** Each ballot approves as many as it likes. */
export const approval: Method = {
  needs: 'choices',
  seats: 'one-or-more',
  constrained: true,
  options: vacancyOptions('next-highest'),
  marks: () => Number.POSITIVE_INFINITY,
  run: (task) => countMarks(task, Number.POSITIVE_INFINITY),
};

const votesOf = ({ settings }: Task, otherwise: number): number => givenOr(settings.text('votes'), otherwise);

const givenOr = (votes: string, otherwise: number): number =>
  /^[1-9]\d{0,5}$/.test(votes) ? Number(votes) : otherwise;

function countMarks(task: Task, most: number): void {
  const { election, record, withdrawn } = task;
  const { votes, invalid } = markedVotes(election, most, withdrawn);
  record.invalid = invalid;
  const standing = votes.flatMap((_, at) => (withdrawn.has(at) ? [] : [at]));
  const tally = votes.map((sum, at) => (withdrawn.has(at) ? undefined : votesText(sum, election)));
  record.stage({ action: 'count', explanation: words.counted(most), tally });
  const elected = pickMost(standing, votes, task);
  const shown = elected.map((at) => votesText(votes[at] as bigint, election));
  record.stage({ action: 'elect', explanation: words.most(record.names(elected), shown), tally, elected });
}
