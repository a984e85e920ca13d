/** What `supply reach` answers: as a document for programs and as lines for people. */
import type { Language } from '../text.ts';
import type { IgnoredClosure, SnappedClosure } from './closures.ts';
import type { Position } from './great-circle.ts';
import { parts } from './network.ts';
import type { Reach, Target } from './reach.ts';

export interface ReachDocument {
  readonly points: number;
  readonly edges: number;
  readonly km: number;
  readonly reachable: number;
  /** Shapes of the road file that are no lines; missing where there are none. */
  readonly shapesLeftOut?: number;
  readonly closuresSnapped: number;
  readonly closuresIgnored: readonly (ClosureShown & { readonly km: number; readonly why: string })[];
  readonly targets: readonly {
    readonly name: string;
    readonly km: number | null;
    readonly cutOffBy: readonly ClosureShown[];
  }[];
}

interface ClosureShown {
  readonly id: string;
  readonly place: Position;
  readonly since?: string;
  readonly until?: string;
  readonly reportedBy?: string;
  readonly decidedBy?: string;
  readonly confirmed?: boolean;
}

export function reachDocument(reach: Reach): ReachDocument {
  return {
    points: reach.roads.points,
    edges: reach.roads.stretches,
    km: kilometres(reach.decimetres),
    reachable: reach.reachable,
    ...((reach.roads.leftOut ?? 0) > 0 && { shapesLeftOut: reach.roads.leftOut ?? 0 }),
    closuresSnapped: reach.snapped.length,
    closuresIgnored: ignoredDocument(reach.ignored),
    targets: reach.targets.map(({ name, decimetres, cutOffBy }) => ({
      name,
      km: decimetres === null ? null : kilometres(decimetres),
      cutOffBy: cutOffBy.map(shown),
    })),
  };
}

export const ignoredDocument = (ignored: readonly IgnoredClosure[]): ReachDocument['closuresIgnored'] =>
  ignored.map((one) => ({ ...shown(one), km: kilometres(one.decimetres), why: one.why }));

/** Whole metres. */
const kilometres = (decimetres: number): number => Math.round(decimetres / 10) / 1_000;

const shown = ({ closure }: SnappedClosure | IgnoredClosure): ClosureShown => closure;

export function reachLines(reach: Reach, language: Language): readonly string[] {
  return [...networkLines(reach, language), ...ignoredLines(reach.ignored, language), ...targetLines(reach, language)];
}

function networkLines({ roads, decimetres, reachable, snapped, startClosedBy }: Reach, language: Language): string[] {
  const left = roads.leftOut ?? 0;
  const [points, stretches, km] = [roads.points, roads.stretches, tenths(decimetres)];
  const cut = names(startClosedBy);
  const [largest = 0] = parts(roads);
  return language === 'es'
    ? [
        `Red: ${points} puntos, ${stretches} tramos, ${km} km; sin cortes, ${largest} puntos quedan unidos.`,
        ...(left > 0 ? [`El archivo tiene ${left} formas que no son líneas; no cuentan.`] : []),
        `Cortes en los caminos: ${snapped.length}.`,
        `Se alcanzan ${reachable} de ${points} puntos.`,
        ...(cut === '' ? [] : [`El punto de partida mismo está cerrado: ${cut}.`]),
      ]
    : [
        `Network: ${points} points, ${stretches} stretches, ${km} km; without closures ${largest} points hang together.`,
        ...(left > 0 ? [`The file has ${left} shapes that are no lines; they do not count.`] : []),
        `Closures on the roads: ${snapped.length}.`,
        `${reachable} of ${points} points can be reached.`,
        ...(cut === '' ? [] : [`The start itself is closed: ${cut}.`]),
      ];
}

/** The closures that close nothing, and why. */
export function ignoredLines(ignored: readonly IgnoredClosure[], language: Language): string[] {
  return ignored.map(({ closure, why, decimetres }) => {
    const named = `${closure.id} (${closure.place.join(', ')})`;
    if (why === 'expired') {
      return language === 'es' ? `Corte ya vencido, no contado: ${named}` : `Closure expired, not counted: ${named}`;
    }
    const km = tenths(decimetres);
    return language === 'es'
      ? `Corte lejos de todo camino (${km} km), no contado: ${named}`
      : `Closure far from any road (${km} km), not counted: ${named}`;
  });
}

function targetLines({ targets }: Reach, language: Language): string[] {
  return targets.map((target) => `${target.name}: ${targetWords(target, language)}`);
}

function targetWords({ decimetres, cutOffBy, hasRoad }: Target, language: Language): string {
  if (decimetres !== null) return `${tenths(decimetres)} km`;
  if (!hasRoad) return language === 'es' ? 'ningún camino de esta red llega' : 'no road of this network leads there';
  const [count, cut] = [cutOffBy.length, cutOffBy.map((one) => told(one, language)).join(', ')];
  if (language === 'es') return `sin paso. Hay que abrir ${count === 1 ? 'el corte' : `los ${count} cortes`} ${cut}`;
  return `cut off. To open: ${count === 1 ? 'closure' : `${count} closures`} ${cut}`;
}

const names = (closures: readonly SnappedClosure[]): string => closures.map(({ closure }) => closure.id).join(', ');

/** With the body that decided it, which is whom one has to speak with. */
function told({ closure: { id, decidedBy, confirmed } }: SnappedClosure, language: Language): string {
  const unsure = language === 'es' ? 'sin confirmar' : 'unconfirmed';
  const known = [decidedBy, confirmed === false ? unsure : undefined].filter((one) => one !== undefined);
  return known.length === 0 ? id : `${id} (${known.join(', ')})`;
}

/** Kilometres, to a tenth. */
const tenths = (decimetres: number): string => (Math.round(decimetres / 1_000) / 10).toString();
