// Shortest ways on a road network, against ngraph.path in the same run; how they grow with the network.
import ngraph, { type Graph } from 'ngraph.graph';
import { aStar, nba } from 'ngraph.path';
import { closedBy, placeClosures } from '../packages/supply/src/roads/closures.ts';
import type { Position } from '../packages/supply/src/roads/great-circle.ts';
import { waysBetween } from '../packages/supply/src/roads/junctions.ts';
import { joinLines, positionOf, type Roads } from '../packages/supply/src/roads/network.ts';
import { type Passable, passable, waysFrom } from '../packages/supply/src/roads/ways.ts';
import { chanceFrom } from '../packages/supply/src/routes/chance.ts';
import { type Figure, type Section, type Spent, spent, timed } from './measure.ts';

const CLOSURES = 90;
const [SOURCES, TARGETS] = [100, 1_000];
/** Ways that ngraph.path is asked for: it answers for one pair at a time, and the whole matrix would take hours. */
const SAMPLE = 12;

export const measureRoads: Section = async ({ rounds }, say) => {
  const figures: Figure[] = [];
  for (const side of [58, 82, 129]) {
    const roads = townsAndRoads(side);
    say(`${roads.points} points`);
    const open = passable(roads, closedBy(roads, []));
    figures.push(...oneToAllFigures(roads, await oneToAll(open, rounds)));
  }
  const side = 183;
  const lines = linesOf(side);
  say('joining lines');
  const joining = await timed(rounds, () => joinLines(lines));
  const roads = joinLines(lines);
  const network = blocked(roads);
  figures.push({ what: `joining lines into ${roads.points} points`, value: joining * 1_000, unit: 'ms' });
  say(`${roads.points} points`);
  const all = await oneToAll(network, rounds);
  say('ngraph.path');
  const theirs = await ngraphSeconds(network);
  figures.push(
    ...oneToAllFigures(roads, all),
    { what: 'one pair by ngraph.path, aStar (mean)', value: theirs.aStar * 1_000, unit: 'ms' },
    {
      what: 'one pair by ngraph.path, nba (mean)',
      value: theirs.nba * 1_000,
      unit: 'ms',
      ratio: theirs.nba / all.seconds,
      of: 'our ways to all points',
    },
  );
  say('matrix');
  const [starts, ends] = [spread(roads, SOURCES), spread(roads, TARGETS)];
  const what = `${SOURCES} × ${TARGETS} with ${CLOSURES} closures`;
  const matrix = await spent(rounds, () => waysBetween(network, starts, ends));
  figures.push(
    {
      what,
      value: matrix.seconds,
      unit: 's',
      ratio: (theirs.nba * SOURCES * TARGETS) / matrix.seconds,
      of: 'as fast as ngraph.path (nba) asked pair by pair, from its mean',
    },
    { what: `${what}: processor`, value: matrix.processor, unit: 's' },
  );
  for (const smaller of [58, 129]) figures.push(await smallerMatrix(smaller, rounds));
  return figures;
};

async function smallerMatrix(side: number, rounds: number): Promise<Figure> {
  const network = blocked(townsAndRoads(side));
  const { roads } = network;
  const [starts, ends] = [spread(roads, SOURCES), spread(roads, TARGETS)];
  const { processor } = await spent(rounds, () => waysBetween(network, starts, ends));
  return { what: `${SOURCES} × ${TARGETS} on ${roads.points} points: processor`, value: processor, unit: 's' };
}

const oneToAllFigures = ({ points }: Roads, { seconds, processor }: Spent): Figure[] => [
  { what: `one to all, ${points} points`, value: seconds * 1_000, unit: 'ms' },
  { what: `one to all, ${points} points: processor`, value: processor * 1_000, unit: 'ms' },
];

/** Junctions in a net, with a bend on each road between two. */
function linesOf(side: number): readonly (readonly Position[])[] {
  const chance = chanceFrom(side);
  const near = (value: number): number => value + 0.004 * chance.part();
  const junctions = Array.from({ length: side }, (_, x) =>
    Array.from({ length: side }, (_, y): Position => [near(-70 + 0.02 * x), near(-20 + 0.02 * y)]),
  );
  const bent = (line: readonly Position[]): readonly Position[] =>
    line.flatMap((place, at) => {
      const next = line[at + 1];
      return next === undefined ? [place] : [place, [near((place[0] + next[0]) / 2), near((place[1] + next[1]) / 2)]];
    });
  const across = Array.from({ length: side }, (_, y) => junctions.map((column) => column[y] as Position));
  return [...junctions, ...across].map(bent);
}

const townsAndRoads = (side: number): Roads => joinLines(linesOf(side));

function blocked(roads: Roads): Passable {
  const closures = spread(roads, CLOSURES).map((point, at) => ({ id: `${at}`, place: positionOf(roads, point) }));
  return passable(roads, closedBy(roads, placeClosures(roads, closures, { within: 10_000 }).snapped));
}

/** Points all over the network, never the same for two purposes. */
const spread = ({ points }: Roads, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * points) / count) + (count % 7));

async function oneToAll(network: Passable, rounds: number): Promise<Spent> {
  const starts = spread(network.roads, 10);
  // Each start once for the compiler, which would otherwise be measured on the smallest network.
  for (const start of starts) waysFrom(network, start);
  const all = await spent(rounds, () => starts.map((start) => waysFrom(network, start)));
  return { seconds: all.seconds / starts.length, processor: all.processor / starts.length };
}

/** Their mean for one pair; and that theirs are as long as ours. */
async function ngraphSeconds(network: Passable): Promise<{ readonly aStar: number; readonly nba: number }> {
  const graph = ngraphOf(network);
  const { roads } = network;
  const distance = (_from: unknown, _to: unknown, link: { readonly data: number }): number => link.data;
  const pairs = spread(roads, SAMPLE).map(
    (start, at, all) => [start, all[(at * 7 + 3) % all.length] as number] as const,
  );
  const asked = pairs.filter(
    ([start, end]) => start !== end && Number.isFinite(waysFrom(network, start).distance[end]),
  );
  const seconds = { aStar: 0, nba: 0 };
  for (const [name, make] of Object.entries({ aStar, nba })) {
    const finder = make(graph, { distance });
    seconds[name as keyof typeof seconds] =
      (await timed(1, () => asked.map(([start, end]) => finder.find(start, end)))) / asked.length;
  }
  const finder = aStar(graph, { distance });
  for (const [start, end] of asked.slice(0, 5)) {
    const way = finder.find(start, end).map(({ id }) => id);
    const theirs = way.slice(1).reduce<number>((sum, id, at) => {
      const before = way[at] as typeof id;
      return sum + ((graph.getLink(id, before) ?? graph.getLink(before, id))?.data ?? Number.NaN);
    }, 0);
    if (theirs !== waysFrom(network, start).distance[end])
      throw new Error(`${start} to ${end}: not as far for ngraph.path`);
  }
  return seconds;
}

function ngraphOf({ roads, closed }: Passable): Graph<undefined, number> {
  const graph = ngraph<undefined, number>();
  for (let stretch = 0; stretch < roads.stretches; stretch++) {
    const [a, b] = [roads.tail[stretch] as number, roads.head[stretch] as number];
    if (closed.stretches[stretch] === 1 || closed.points[a] === 1 || closed.points[b] === 1) continue;
    graph.addLink(a, b, roads.length[stretch] as number);
  }
  return graph;
}
