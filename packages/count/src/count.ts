import type { Election } from './election.ts';
import type { Method, Needs, Task } from './method.ts';
import { methods } from './methods.ts';
import { CountRecord } from './record.ts';
import { LotNeeded, Refused } from './refused.ts';
import type { CountRefusal, CountResult, LotsRequired } from './result.ts';
import { type OptionSpec, Settings } from './settings.ts';
import { votesText } from './tally.ts';
import { lotWords, needWords } from './words/count.ts';

export type CountRequest = {
  readonly method: string;
  /** What the statute says; otherwise what the method or the file says. */
  readonly seats?: number;
  readonly options?: Readonly<Record<string, string>>;
  /** Lots drawn, by candidate id in the order in which they were drawn. */
  readonly lots?: readonly string[];
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

function counted(election: Election, request: CountRequest): CountResult {
  const method = methods[request.method];
  if (method === undefined) throw unknownMethod(request.method);
  const specs = method.needs === 'pool' ? method.options : { ...method.options, withdrawn: withdrawnOption };
  const settings = new Settings(request.method, specs, request.options ?? {});
  checkNeeds(request.method, method.needs, election);
  const seats = seatsFor(request, method, election);
  const lots = lotsFor(election, request.lots);
  const record = new CountRecord(election.candidates, lots);
  const withdrawn = withdrawnIn(election, settings);
  const task: Task = { election, settings, seats, record, withdrawn };
  const lotsRequired = run(method, task);
  const { total, blank } = election.ballots;
  const valid = total - blank - record.invalid;
  return {
    method: request.method,
    options: { ...settings.values, ...(lots.length > 0 && { lots: lots.map((at) => record.id(at)).join(',') }) },
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
    method.run(task);
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

function unknownMethod(name: string): Refused {
  const list = Object.keys(methods).join(', ');
  return new Refused('unknown-method', {
    es: `No se conoce el método ${name}. Hay: ${list}.`,
    en: `The method ${name} is not known. There are: ${list}.`,
  });
}

function checkNeeds(name: string, needs: Needs, election: Election): void {
  const { style, candidates, budget } = election;
  const fits: Record<Needs, boolean> = {
    ranked: style === 'ranked' || style === 'scores',
    choices: style === 'ranked' || style === 'approval',
    scores: style === 'scores',
    parties: candidates.some(({ votes }) => votes !== undefined) || style === 'ranked' || style === 'approval',
    projects: budget !== null && candidates.every(({ cost }) => cost !== undefined),
    pool: candidates.length > 0,
  };
  if (!fits[needs]) throw new Refused('wrong-ballots', needWords(name, needs));
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

/** By id, or by a name that only one has. */
function placeOf({ candidates }: Election, given: string): number {
  const byId = candidates.findIndex(({ id }) => id === given);
  if (byId >= 0) return byId;
  const byName = candidates.flatMap(({ name }, at) => (name === given ? [at] : []));
  if (byName.length === 1) return byName[0] as number;
  throw new Refused('unknown-candidate', {
    es: `No hay ninguna candidatura «${given}».`,
    en: `There is no candidate “${given}”.`,
  });
}
