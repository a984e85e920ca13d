import { placeOf } from './candidate-places.ts';
import { checkFeasible, constraintsIn, splitOptions } from './constraint-options.ts';
import type { Constraints } from './constraints.ts';
import type { Election } from './election.ts';
import type { Method, Needs, Task } from './method.ts';
import { methods } from './methods.ts';
import { asItWas, type Original, otherBallots, underOriginal } from './original.ts';
import { CountRecord } from './record.ts';
import { LotNeeded, Refused } from './refused.ts';
import type { CountRefusal, CountResult, LotsRequired } from './result.ts';
import { type OptionSpec, Settings } from './settings.ts';
import { votesText } from './tally.ts';
import { fillVacancies } from './vacancy.ts';
import { lotWords, needWords } from './words/count.ts';

export type CountRequest = {
  readonly method: string;
  /** What the statute says; otherwise what the method or the file says. */
  readonly seats?: number;
  readonly options?: Readonly<Record<string, string>>;
  /** Lots drawn, by candidate id in the order in which they were drawn. */
  readonly lots?: readonly string[];
  /** The result of the election, where one of its vacancies is filled: its rule was fixed then. */
  readonly original?: Original;
};

export type CountOutcome =
  | { readonly ok: true; readonly result: CountResult }
  | { readonly ok: false; readonly refusal: CountRefusal };

/** Counts an election. The same ballots, rule and lots give the same result, whoever counts and whenever. */
export function count(election: Election, request: CountRequest): CountOutcome {
  try {
    return { ok: true, result: counted(election, request) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

const withdrawnOption: OptionSpec = {
  default: '',
  kind: 'ids',
  also: ['excluded'],
  says: { es: 'candidaturas retiradas, por su número', en: 'withdrawn candidates, by id' },
};

function counted(election: Election, given: CountRequest): CountResult {
  const method = Object.hasOwn(methods, given.method) ? methods[given.method] : undefined;
  if (method === undefined) throw unknownMethod(given.method);
  const request = given.original === undefined ? given : vacancyOf(election, given, given.original, method);
  const { asked, others } = splitOptions(request.options ?? {});
  const specs = method.needs === 'pool' ? method.options : { ...method.options, withdrawn: withdrawnOption };
  const settings = new Settings(request.method, specs, others);
  const asking = constraintsIn(asked, request.method, method, election);
  checkNeeds(request.method, method, election);
  const seats = seatsFor(request, method, election);
  const lots = lotsFor(election, request.lots);
  const record = new CountRecord(election.candidates, lots);
  const withdrawn = withdrawnIn(election, settings);
  const constraints = protecting(asking, election, settings);
  checkFeasible(
    constraints,
    election.candidates.flatMap((_, at) => (withdrawn.has(at) ? [] : [at])),
    seats,
  );
  const task: Task = { election, settings, seats, record, withdrawn, constraints };
  const lotsRequired = run(method, task);
  const { total, blank } = election.ballots;
  const valid = total - blank - record.invalid;
  return {
    method: request.method,
    options: {
      ...settings.values,
      ...asked,
      ...(lots.length > 0 && { lots: lots.map((at) => record.id(at)).join(',') }),
    },
    seats,
    ballots: {
      total: votesText(total, election),
      valid: votesText(valid, election),
      blank: votesText(blank, election),
      invalid: votesText(record.invalid, election),
    },
    quota: record.quota,
    elected: record.elected,
    stages: record.stages,
    lotsRequired,
  };
}

function run(method: Method, task: Task): LotsRequired | null {
  const { record } = task;
  try {
    if (task.settings.text('vacated') === '') method.run(task);
    else fillVacancies(method, task, originalLots(task));
    return null;
  } catch (error) {
    if (!(error instanceof LotNeeded)) throw error;
    const { purpose, tied, draw } = error;
    return {
      stage: record.stages.length + 1,
      purpose,
      tied: tied.map((at) => record.id(at)),
      draw,
      explanation: lotWords(purpose, record.names(tied), draw),
    };
  }
}

/** The same election, counted to see that these are its ballots, with the seats of it that have become free. */
function vacancyOf(election: Election, request: CountRequest, original: Original, method: Method): CountRequest {
  const { elected } = counted(election, asItWas(original));
  const ids = (list: CountResult['elected']): string => list.map(({ id }) => id).join();
  const under = underOriginal(request, original, method);
  if (ids(elected) !== ids(original.elected)) throw otherBallots();
  return { ...under, ...(request.lots !== undefined && { lots: request.lots }) };
}

/** Lots of the election itself: those named as such, and otherwise those handed in. */
function originalLots({ election, settings, record }: Task): readonly number[] {
  const named = settings.list('original-lots');
  return named.length === 0 ? record.lots : named.map((id) => placeOf(election, id));
}

/** Whoever is protected has to be elected, as one of a group that has to be. */
function protecting(constraints: Constraints, election: Election, settings: Settings): Constraints {
  const members = new Set(settings.list('protect').map((id) => placeOf(election, id)));
  return constraints.and({ group: 'protect', members, least: members.size, most: members.size });
}

function unknownMethod(name: string): Refused {
  const list = Object.keys(methods).join(', ');
  return new Refused('unknown-method', {
    es: `No se conoce el método ${name}. Hay: ${list}.`,
    en: `The method ${name} is not known. There are: ${list}.`,
  });
}

function checkNeeds(name: string, { needs, marks }: Method, election: Election): void {
  const { style, candidates, budget } = election;
  const fits: Record<Needs, boolean> = {
    ranked: style === 'ranked' || style === 'scores',
    choices: style === 'ranked' || style === 'approval',
    scores: style === 'scores',
    parties: candidates.some(({ votes }) => votes !== undefined) || style === 'ranked' || style === 'approval',
    projects: budget !== null && candidates.every(({ cost }) => cost !== undefined),
    pool: candidates.length > 0,
  };
  const hasSums = style !== 'none' && candidates.some(({ votes }) => votes !== undefined);
  // A method that looks at whole ballots would leave out those that are known as sums alone.
  if (!fits[needs] || (hasSums && marks === undefined)) throw new Refused('wrong-ballots', needWords(name, needs));
}

function seatsFor({ seats, method: name }: CountRequest, { seats: rule, needs }: Method, election: Election): number {
  const number = seats ?? (rule === 'file' ? election.seats : 1);
  if (number === null) {
    if (needs === 'projects') return 0;
    throw new Refused('no-seats', {
      es: 'El archivo no dice cuántos puestos hay: hace falta --seats.',
      en: 'The file does not say how many seats there are: --seats is needed.',
    });
  }
  const most = 1_000_000;
  if (!Number.isSafeInteger(number) || number < 1 || number > most) {
    throw new Refused('bad-seats', {
      es: `${number} no es un número de puestos.`,
      en: `${number} is no number of seats.`,
    });
  }
  if (rule === 'one' && number > 1) {
    throw new Refused('one-seat-only', {
      es: `${name} llena un solo puesto; para ${number} hay otros métodos (docs/counting.md).`,
      en: `${name} fills one seat only; for ${number} there are other methods (docs/counting.md).`,
    });
  }
  return number;
}

function lotsFor(election: Election, lots: readonly string[] | undefined): readonly number[] {
  if (lots === undefined || lots.length === 0) return election.tieOrder ?? [];
  return lots.map((id) => placeOf(election, id));
}

function withdrawnIn(election: Election, settings: Settings): Set<number> {
  const named = settings.list('withdrawn').map((id) => placeOf(election, id));
  return new Set([...election.candidates.flatMap(({ withdrawn }, at) => (withdrawn ? [at] : [])), ...named]);
}
