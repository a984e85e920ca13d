import { placeOf } from './candidate-places.ts';
import type { Method, SeatFiller, Task, Vacancy } from './method.ts';
import { CountRecord } from './record.ts';
import { LotNeeded, Refused } from './refused.ts';
import { type VacancyRule, vacancyWords as words } from './words/vacancy.ts';

/**
 * Fills seats that have become free, one after the other, by the rule that the election was held under. The election itself
 * is counted once more for it: who holds a seat is never taken on somebody's word.
 */
export function fillVacancies(method: Method, task: Task, originalLots: readonly number[]): void {
  const { settings, election } = task;
  const rule = settings.text('vacancy');
  if (rule === 'none') throw new Refused('no-vacancy-rule', words.noRule);
  const leaving = settings.list('vacated').map((id) => placeOf(election, id));
  const unavailable = settings.list('unavailable').map((id) => placeOf(election, id));
  const quiet = { ...task, record: new CountRecord(election.candidates, originalLots) };
  const filler = original(quiet, () => fillerFor(method, rule as VacancyRule, quiet, new Set(leaving)));
  task.record.invalid = quiet.record.invalid;
  let sitting = quiet.record.elected.map(({ id }) => placeOf(election, id));
  const fills: Record<string, string> = {};
  leaving.forEach((departed, nth) => {
    const name = task.record.name(departed);
    if (!sitting.includes(departed)) throw new Refused('no-seat', words.noSeat(name));
    const sits = unavailable.find((at) => sitting.includes(at));
    if (sits !== undefined) throw new Refused('has-a-seat', words.sits(task.record.name(sits)));
    sitting = sitting.filter((at) => at !== departed);
    const absent = new Set([...leaving.slice(0, nth + 1), ...unavailable]);
    // A recount elects everybody again: only the last is the answer.
    const shown = rule !== 'recount' || nth === leaving.length - 1;
    const at = { ...task, record: shown ? task.record : new CountRecord(election.candidates, originalLots) };
    const winner = filler({ departed, sitting, absent, task: at });
    if (winner !== null) sitting = [...sitting, winner];
    if (winner !== null) fills[task.record.id(departed)] = task.record.id(winner);
    if (shown) writeFilled(task, departed, winner, fills);
  });
}

/** Counts the election, which has to be decided before anybody can leave a seat of it. */
function original(quiet: Task, run: () => SeatFiller): SeatFiller {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof LotNeeded)) throw error;
    throw new Refused('original-undecided', words.openOriginal(quiet.record.names(error.tied)));
  }
}

function fillerFor(method: Method, rule: VacancyRule, quiet: Task, leaving: ReadonlySet<number>): SeatFiller {
  if (rule === 'countback' && method.countback !== undefined) return method.countback(quiet, leaving);
  method.run(quiet);
  return (vacancy) => (rule === 'recount' ? recount(method, vacancy) : nextHighest(method, vacancy));
}

/**
 * All ballots once more without whoever has left; sitting members are guarded from exclusion, and their seats are nobody else's
 * (Hill, Casual vacancies and the Meek method, Voting matters).
 */
function recount(method: Method, { task, sitting, absent }: Vacancy): number | null {
  const members = new Set(sitting);
  const constraints = task.constraints.and({
    group: 'sitting',
    members,
    least: members.size,
    most: members.size,
  });
  const withdrawn = new Set([...task.withdrawn, ...absent]);
  method.run({ ...task, constraints, withdrawn, seats: sitting.length + 1 });
  const elected = task.record.elected.map(({ id }) => placeOf(task.election, id));
  return elected.find((at) => !members.has(at)) ?? null;
}

function nextHighest(method: Method, { task, sitting, absent }: Vacancy): number | null {
  const before = task.record.elected.length;
  method.run({ ...task, filling: { sitting, absent } });
  const winner = task.record.elected[before];
  return winner === undefined ? null : placeOf(task.election, winner.id);
}

function writeFilled({ record, election }: Task, departed: number, winner: number | null, fills: object): void {
  const last = record.stages.at(-1);
  record.stage({
    action: 'fill',
    explanation: words.fills(record.name(departed), winner === null ? null : record.name(winner)),
    tally: election.candidates.map(({ id }) => last?.tally[id]),
    ...(last !== undefined && { nonTransferable: last.nonTransferable, residue: last.residue }),
    details: { fills: { ...fills } },
  });
}
