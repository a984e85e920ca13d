import {
  areAllAstray,
  isAstray,
  momentOf,
  reach,
  reachDocument,
  reachLines,
  readClosures,
  readRoads,
} from '@cabildo/supply';
import type { ExitCode, Invocation } from '../command.ts';
import { misuse } from '../stop.ts';
import { astrayNote, fromSupplyFile } from '../supply-file.ts';

type Position = readonly [number, number];
type Roads = ReturnType<typeof readRoads>;

/** Exit 0 when answered, 1 when the closures are of some other place, 2 when the question cannot be read. */
export async function supplyReach({ values, lists, language, terminal }: Invocation): Promise<ExitCode> {
  const { roads: roadFile = '', closures: closureFile, from = '', at } = values;
  const snapKm = kilometresIn(values['snap-km'] ?? '3');
  const start = positionIn('--from', from);
  const to = (lists.to ?? []).map((word) => namedPlace('--to', word));
  const typed = (lists.closure ?? []).map((word) => namedPlace('--closure', word));
  if (at !== undefined && momentOf(at) === undefined) {
    throw misuse(
      {
        es: `--at ${at} no es una fecha, ni una hora con su zona.`,
        en: `--at ${at} is no date, and no time with its zone.`,
      },
      'supply reach',
    );
  }
  const roads = fromSupplyFile(roadFile, readRoads);
  const filed = closureFile === undefined ? [] : fromSupplyFile(closureFile, readClosures);
  const closures = [...filed, ...typed.map(({ name, place }) => ({ id: name, place }))];
  onTheNetwork(roads, '--from', start);
  for (const { name, place } of to) onTheNetwork(roads, `--to ${name}`, place);
  const found = reach({ roads, closures, from: start, to, snapKm, ...(at !== undefined && { at }) });
  terminal.answer(reachDocument(found), reachLines(found, language));
  const [first] = found.ignored;
  if (!areAllAstray(found) || first === undefined) return 0;
  terminal.note(astrayNote(closureFile ?? '--closure', first.closure));
  return 1;
}

function namedPlace(option: string, word: string): { readonly name: string; readonly place: Position } {
  const at = word.lastIndexOf('=');
  if (at > 0) return { name: word.slice(0, at), place: positionIn(`${option} ${word}`, word.slice(at + 1)) };
  throw misuse(
    { es: `${option} ${word}: falta «NOMBRE=».`, en: `${option} ${word}: “NAME=” is missing.` },
    'supply reach',
  );
}

function positionIn(option: string, given: string): Position {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(given);
  const [lon, lat] = [Number(match?.[1]), Number(match?.[2])];
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat];
  throw misuse(
    {
      es: `${option}: «${given}» no es LONGITUD,LATITUD en grados.`,
      en: `${option}: “${given}” is no LONGITUDE,LATITUDE in degrees.`,
    },
    'supply reach',
  );
}

function kilometresIn(given: string): number {
  if (/^\d+(?:\.\d+)?$/.test(given) && Number(given) <= 1_000) return Number(given);
  throw misuse(
    {
      es: `--snap-km ${given} no es una distancia de 0 a 1000.`,
      en: `--snap-km ${given} is no distance from 0 to 1000.`,
    },
    'supply reach',
  );
}

function onTheNetwork(roads: Roads, option: string, place: Position): void {
  if (!isAstray(roads, place)) return;
  throw misuse(
    {
      es: `${option}: ${place.join(',')} está a más de 100 km de todo camino del archivo.`,
      en: `${option}: ${place.join(',')} is more than 100 km from any road of the file.`,
    },
    'supply reach',
  );
}
