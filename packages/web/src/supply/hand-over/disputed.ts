import type { HandOverLine } from '@cabildo/core';
import { ask, bodyPath } from '../../shell/asking.ts';
import type { Standing, Version } from './types.ts';

/** Once both have signed other amounts nobody needs the versions beside each other any more. */
export const isDisputed = ({ disputes, corrections }: Standing): boolean =>
  disputes.length > 0 && corrections.length === 0;

/** Of `GET /api/bodies/<body>/acts/<index>`, as far as it is about this. */
interface ActRead {
  readonly entry: {
    readonly data: {
      readonly lines?: readonly HandOverLine[];
      readonly other?: { readonly lines: readonly HandOverLine[] };
      readonly giver?: unknown;
      readonly receiver?: unknown;
    };
  };
}

/** So many of the newest: each is asked for once, and then kept for where there is no network. */
const MOST = 24;

/** What the acts say of which there is more than one text. An act never changes, so what is known already is not asked again. */
export async function versionsOf(
  body: string,
  handOvers: readonly Standing[],
  known: readonly Version[],
): Promise<readonly Version[]> {
  const wanted = handOvers
    .filter(isDisputed)
    .slice(-MOST)
    .flatMap(({ handOver, disputes }) => [handOver, ...disputes]);
  const found = known.filter(({ act }) => wanted.includes(act));
  for (const act of wanted.filter((one) => !found.some((version) => version.act === one))) {
    const reply = await ask<ActRead>(`${bodyPath(body)}/acts/${act}`);
    if (reply.kind === 'unreachable') break;
    if (reply.kind === 'ok') found.push(versionIn(act, reply.value));
  }
  return found;
}

/** What one act says; null where the node does not answer. */
export async function linesOfAct(body: string, act: number): Promise<readonly HandOverLine[] | null> {
  const reply = await ask<ActRead>(`${bodyPath(body)}/acts/${act}`);
  return reply.kind === 'ok' ? versionIn(act, reply.value).lines : null;
}

function versionIn(act: number, { entry: { data } }: ActRead): Version {
  const [given, received] = [data.giver !== undefined, data.receiver !== undefined];
  const signed = given ? (received ? 'both' : 'giver') : received ? 'receiver' : 'nobody';
  return { act, lines: data.other?.lines ?? data.lines ?? [], signed };
}
