import type { Election } from '../election.ts';
import type { CountResult, Stage, Transfer } from '../result.ts';
import type { Language } from '../text.ts';
import { escaped } from './escaped.ts';

const [COLUMN, BAR, HEIGHT, GAP, TOP] = [130, 14, 420, 8, 24];
/** A picture with more columns than this cannot be read; the table has them all. */
const MOST_STAGES = 40;

type Box = { readonly x: number; readonly y: number; readonly height: number };

/** Widths only: what is drawn need not be exact, what is written beside it is. */
const width = (votes: string | undefined): number => Math.max(0, Number(votes ?? 0));

/** The stages from left to right, each candidate's votes as a bar, and what was transferred as bands between them. */
export function flowPicture(election: Election, result: CountResult, language: Language): string {
  const stages = withTransfers(result);
  if (stages.length < 2 || stages.length > MOST_STAGES || !stages.some(({ transfers }) => transfers !== undefined))
    return '';
  const largest = Math.max(...stages.map((stage) => sum(stage)));
  if (largest <= 0) return '';
  const names = new Map(election.candidates.map(({ id, name }) => [id, name]));
  const rows = election.candidates.length + 1;
  const scale = HEIGHT / largest;
  const columns = stages.map((stage, at) => boxes(election, stage, at, scale));
  const bands = stages.flatMap((stage, at) => (at === 0 ? [] : bandsOf(stage, columns[at - 1], columns[at], scale)));
  const bars = stages.flatMap((stage, at) => barsOf(stage, columns[at] as Map<string, Box>, names));
  const size = { width: COLUMN * stages.length + 120, height: HEIGHT + rows * GAP + TOP + 10 };
  const label =
    language === 'es'
      ? 'Los votos de cada candidatura y sus transferencias'
      : 'Each candidate’s votes and their transfers';
  const heads = stages.map(({ n }, at) => `<text x="${at * COLUMN}" y="14">${n}</text>`);
  return `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}" font-size="11">${heads.join('')}${bands.join('')}${bars.join('')}</svg>`;
}

/** A count by keep factors moves parts of every ballot at once: there what each lost goes to those who gained, in proportion. */
function withTransfers({ method, stages }: CountResult): readonly Stage[] {
  if (method !== 'meek-stv') return stages;
  return stages.map((stage, at) => {
    const before = stages[at - 1];
    return before === undefined || stage.action === 'fill'
      ? stage
      : { ...stage, transfers: netTransfers(before, stage) };
  });
}

function netTransfers(before: Stage, after: Stage): Transfer[] {
  const change = (id: string): number => width(after.tally[id]) - width(before.tally[id]);
  const ids = Object.keys(after.tally);
  const gains: [string | null, number][] = [
    ...ids.map((id): [string, number] => [id, change(id)]),
    [null, width(after.nonTransferable) - width(before.nonTransferable)],
  ];
  const gained = gains.filter(([, votes]) => votes > 0);
  const all = gained.reduce((total, [, votes]) => total + votes, 0);
  return ids
    .filter((from) => change(from) < 0)
    .flatMap((from) => gained.map(([to, votes]) => ({ from, to, votes: String((-change(from) * votes) / all) })));
}

const sum = ({ tally, nonTransferable }: Stage): number =>
  Object.values(tally).reduce((all, votes) => all + width(votes), width(nonTransferable));

function boxes(
  { candidates }: Election,
  { tally, nonTransferable }: Stage,
  column: number,
  scale: number,
): Map<string, Box> {
  const found = new Map<string, Box>();
  let y = TOP;
  for (const [id, votes] of [...candidates.map(({ id }) => [id, tally[id]] as const), ['', nonTransferable] as const]) {
    const height = width(votes) * scale;
    if (height > 0) found.set(id, { x: column * COLUMN, y, height });
    y += height > 0 ? height + GAP : 0;
  }
  return found;
}

function barsOf({ elected = [] }: Stage, column: Map<string, Box>, names: ReadonlyMap<string, string>): string[] {
  return [...column].map(([id, { x, y, height }]) => {
    const fill = id === '' ? '#999' : elected.includes(id) ? '#2a7a2a' : '#35608f';
    const name = escaped((names.get(id) ?? '–').slice(0, 18));
    return `<rect x="${x}" y="${place(y)}" width="${BAR}" height="${place(height)}" fill="${fill}"/><text x="${x + BAR + 3}" y="${place(y + Math.min(height, 11))}">${name}</text>`;
  });
}

/** What stayed, and what moved, between two columns. */
function bandsOf(
  { transfers = [], tally }: Stage,
  before: Map<string, Box> | undefined,
  after: Map<string, Box> | undefined,
  scale: number,
): string[] {
  const leaving = new Map<string, number>();
  const arriving = new Map<string, number>();
  const moved = transfers.flatMap((transfer) => band(transfer, before, after, leaving, arriving, scale));
  const stayed = Object.keys(tally).flatMap((id) => {
    const [from, to] = [before?.get(id), after?.get(id)];
    if (from === undefined || to === undefined) return [];
    const height = Math.min(from.height - (leaving.get(id) ?? 0), to.height);
    return height <= 0 ? [] : [ribbon(from, from.y + (leaving.get(id) ?? 0), to, to.y, height, '#35608f')];
  });
  return [...stayed, ...moved];
}

function band(
  { from, to, votes }: Transfer,
  before: Map<string, Box> | undefined,
  after: Map<string, Box> | undefined,
  leaving: Map<string, number>,
  arriving: Map<string, number>,
  scale: number,
): string[] {
  const [source, target] = [before?.get(from), after?.get(to ?? '')];
  const height = width(votes) * scale;
  if (source === undefined || target === undefined || height <= 0) return [];
  const [left, right] = [leaving.get(from) ?? 0, (arriving.get(to ?? '') ?? 0) + height];
  leaving.set(from, left + height);
  arriving.set(to ?? '', right);
  // What arrives lies below what was there.
  return [ribbon(source, source.y + left, target, target.y + target.height - right, height, '#c77d0a')];
}

function ribbon(from: Box, y1: number, to: Box, y2: number, height: number, fill: string): string {
  const [x1, x2] = [from.x + BAR, to.x];
  const middle = (x1 + x2) / 2;
  const [a, b, c, d] = [y1, y2, y2 + height, y1 + height].map(place);
  return `<path d="M${x1} ${a}C${middle} ${a} ${middle} ${b} ${x2} ${b}L${x2} ${c}C${middle} ${c} ${middle} ${d} ${x1} ${d}Z" fill="${fill}" opacity=".35"/>`;
}

const place = (value: number): string => value.toFixed(1);
