import { bad, fieldsOf, itemsOf, required, textOf } from '../input/fields.ts';
import { type Json, parseJson } from '../input/json.ts';
import { momentTextOf } from '../input/moments.ts';
import { writeJson } from '../input/write-json.ts';
import { itemOf, known, needOf, type Places, positionOf, readPlanProblem, siteOf, stockOf } from '../plan/read-plan.ts';
import { readVehicle } from '../plan/read-vehicle.ts';
import { attempt, BadInput, type Outcome, type Problem } from '../problem.ts';
import { type TableName, tableNames } from './columns.ts';
import { named, sitePoints } from './site-points.ts';
import { tableRows } from './table-rows.ts';

/** A file that was handed in, by its name and its text. */
export type ImportFile = { readonly name: string; readonly text: string; readonly format: 'csv' | 'geojson' };

export type ImportOrder = {
  /** A problem of which the tables replace what they are: rule, moment, roads, passages stay. */
  readonly base?: ImportFile;
  readonly tables: Readonly<Partial<Record<TableName, ImportFile>>>;
  /** What the file of closures is called beside the problem. */
  readonly closuresName: string;
  /** The text of a file that the base names. */
  readonly open: (name: string) => string;
};

export type Imported = {
  /** The problem, as `supply plan` reads it. */
  readonly problem: string;
  /** The closures as GeoJSON; null where no table has any. */
  readonly closures: string | null;
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
};

export type ImportOutcome =
  | { readonly ok: true; readonly value: Imported }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Lists = ReadonlyMap<TableName, readonly Json[]>;

/** Everything or nothing: one wrong cell, and all that is wrong is said instead. */
export function importProblem(order: ImportOrder): ImportOutcome {
  const outcome = attempt(() => imported(order));
  return outcome.ok ? outcome.value : { ok: false, problems: [outcome.problem] };
}

function imported(order: ImportOrder): ImportOutcome {
  const files = tableNames.flatMap((name) => {
    const file = order.tables[name];
    return file === undefined ? [] : [{ name, file }];
  });
  const read = files.map(({ name, file }) => ({ name, rows: attempt(() => rowsOf(name, file)) }));
  const base = attempt(() => baseOf(order.base));
  const wrong = [...read.flatMap(({ rows }) => (rows.ok ? rows.value.problems : [rows.problem])), ...problemIn(base)];
  if (!base.ok) return { ok: false, problems: wrong };
  const lists = new Map(read.map(({ name, rows }) => [name, rows.ok ? rows.value.nodes : []] as const));
  const composed = compose(base.value, lists, order.closuresName);
  const isAnySiteWrong = read.some(
    ({ name, rows }) => (name === 'sites' || name === 'items') && (!rows.ok || rows.value.problems.length > 0),
  );
  const problems = [...wrong, ...rowProblems(composed, lists, isAnySiteWrong), ...twins(lists)];
  if (problems.length > 0) return { ok: false, problems };
  return finished(order, composed, lists);
}

/** What is wrong is said with the file's name, also where the file could not be taken apart. */
function inFile<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BadInput) || error.problem.place.path?.startsWith(name)) throw error;
    const { code, place, text } = error.problem;
    throw new BadInput(code, { ...place, path: [name, place.path].filter(Boolean).join(' ') }, text);
  }
}

const problemIn = (outcome: Outcome<unknown>): readonly Problem[] => (outcome.ok ? [] : [outcome.problem]);

function rowsOf(table: TableName, { name, text, format }: ImportFile) {
  if (format === 'csv') return inFile(name, () => tableRows(table, name, text));
  if (table === 'sites') return { nodes: inFile(name, () => sitePoints(name, text)), problems: [] };
  throw new BadInput(
    'format',
    { path: name },
    { es: 'de GeoJSON se leen sólo lugares; lo demás, de CSV', en: 'of GeoJSON only sites are read; the rest of CSV' },
  );
}

function baseOf(file: ImportFile | undefined): ReadonlyMap<string, Json> {
  if (file === undefined) return new Map();
  return inFile(file.name, () => fieldsOf(named(parseJson(file.text), file.name), known));
}

const bare = { path: '', line: 1, column: 1 };
const list = (items: readonly Json[]): Json => ({ ...bare, kind: 'array', items });
const text = (word: string): Json => ({ ...bare, kind: 'string', text: word });
const object = (members: Iterable<readonly [string, Json]>): Json => ({
  ...bare,
  kind: 'object',
  members: new Map(members),
});

/** The base with the tables in it; without any list of items, those that are needed or there. */
function compose(base: ReadonlyMap<string, Json>, lists: Lists, closuresName: string): ReadonlyMap<string, Json> {
  const members = new Map(base);
  for (const [name, nodes] of lists) members.set(name, name === 'closures' ? text(closuresName) : list(nodes));
  for (const name of ['sites', 'needs', 'stocks'] as const) if (!members.has(name)) members.set(name, list([]));
  if (!members.has('items')) {
    const words = ['needs', 'stocks'].flatMap((name) => itemsOf(members.get(name) ?? list([])).map(itemNameIn));
    const ids = [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
    members.set('items', list(ids.map((id) => object([['id', text(id)]]))));
  }
  return members;
}

const itemNameIn = (node: Json): string => textOf(required(node, 'item'));

/** What the rows say of each other: a need without its site, a floor above its ceiling, a date that is none. */
function rowProblems(composed: ReadonlyMap<string, Json>, lists: Lists, isAnySiteWrong: boolean): readonly Problem[] {
  const nodesOf = (name: string): readonly Json[] => itemsOf(composed.get(name) ?? list([]));
  const items = nodesOf('items').map((node) => attempt(() => itemOf(node)));
  const sites = nodesOf('sites').map((node) => attempt(() => siteOf(node)));
  const at = composed.get('at');
  const moment = attempt(() => (at === undefined ? null : momentTextOf(at)));
  const first = [...items, ...sites, moment].flatMap(problemIn);
  const closures = (lists.get('closures') ?? []).map((node) => attempt(() => closureOf(node)));
  // A need of a site that is itself wrong would be called wrong for nothing.
  if (first.length > 0 || isAnySiteWrong) return [...first, ...closures.flatMap(problemIn)];
  const byId = <T extends { readonly id: string }>(all: readonly Outcome<T>[]): ReadonlyMap<string, T> =>
    new Map(all.flatMap((one) => (one.ok ? [[one.value.id, one.value] as const] : [])));
  const places: Places = { items: byId(items), sites: byId(sites), at: moment.ok ? moment.value : null };
  return [
    ...nodesOf('needs').map((node) => attempt(() => needOf(node, places))),
    ...nodesOf('stocks').map((node) => attempt(() => stockOf(node, places))),
    ...nodesOf('vehicles').map((node) => attempt(() => readVehicle(node, places.sites))),
    ...closures,
  ].flatMap(problemIn);
}

const nameFields: Readonly<Record<TableName, readonly string[]>> = {
  items: ['id'],
  sites: ['id'],
  vehicles: ['id'],
  closures: ['id'],
  needs: ['site', 'item', 'from', 'until'],
  stocks: [],
};

/** Two rows for one thing; several stocks of an item at a depot are lots. */
function twins(lists: Lists): readonly Problem[] {
  return [...lists].flatMap(([name, nodes]) => {
    const seen = new Map<string, number>();
    return nodes.flatMap((node) => {
      const words = nameFields[name].map((field) => wordIn(node, field));
      const key = JSON.stringify(words);
      const first = words.length === 0 ? undefined : seen.get(key);
      if (first === undefined) seen.set(key, node.line);
      if (first === undefined) return [];
      const what = words.filter(Boolean).join(', ');
      const es = `«${what}» está dos veces, también en la línea ${first}; si son dos, una necesita otro nombre`;
      const en = `“${what}” stands twice, also in line ${first}; if they are two, one needs another name`;
      return [bad(node, { es, en }, 'twice').problem];
    });
  });
}

function wordIn(node: Json, field: string): string {
  const value = node.kind === 'object' ? node.members.get(field) : undefined;
  return value?.kind === 'string' ? value.text : '';
}

/** A row as the GeoJSON feature that `supply reach` and `supply plan` read. */
function closureOf(node: Json): Json {
  const at = required(node, 'at');
  positionOf(at);
  const fields = node.kind === 'object' ? [...node.members] : [];
  return object([
    ['type', text('Feature')],
    ['id', required(node, 'id')],
    [
      'geometry',
      object([
        ['type', text('Point')],
        ['coordinates', at],
      ]),
    ],
    ['properties', object(fields.filter(([name]) => name !== 'id' && name !== 'at'))],
  ]);
}

/** What was put together is read as a plan would read it, before anybody relies on it. */
function finished(order: ImportOrder, composed: ReadonlyMap<string, Json>, lists: Lists): ImportOutcome {
  const problem = writeJson(object(composed));
  const points = lists.get('closures')?.map(closureOf);
  const closures =
    points === undefined
      ? null
      : writeJson(
          object([
            ['type', text('FeatureCollection')],
            ['features', list(points)],
          ]),
        );
  const open = (name: string): string =>
    closures !== null && name === order.closuresName ? closures : order.open(name);
  const outcome = attempt(() => readPlanProblem(problem, open));
  if (!outcome.ok) {
    // Its lines are those of a text that nobody has seen.
    const { code, place, text: said } = outcome.problem;
    return { ok: false, problems: [{ code, place: place.path === undefined ? {} : { path: place.path }, text: said }] };
  }
  const counts = Object.fromEntries([...lists].map(([name, nodes]) => [name, nodes.length]));
  return { ok: true, value: { problem, closures, counts } };
}
