import { base64Encode, canonicalBytes, type Hash, type Json, leafHash } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { CommandSpec } from '../command.ts';
import { both, misuse, Stop } from '../stop.ts';
import type { NodeClient } from './node-client.ts';

interface ActJson {
  readonly origin: string;
  readonly act: string;
  readonly at: string;
  readonly leaf: string;
  readonly entry: Json;
}

export interface ReadAct extends ActJson {
  readonly index: number;
  /** Computed here from what the node shows, so that what is signed is what was read. */
  readonly hash: Hash;
}

export function actNumber(given: string, command: CommandSpec['name']): number {
  if (!/^\d{1,15}$/.test(given)) throw misuse(both(`INDEX: ${given}?`), command);
  return Number(given);
}

/** An act to be signed on this device. */
export async function readAct(client: NodeClient, body: string, index: number): Promise<ReadAct> {
  const shown = await client.get<ActJson>(`/api/bodies/${encodeURIComponent(body)}/acts/${index}`);
  if (shown === undefined)
    throw new Stop('no-act', { es: `${body} no tiene acto ${index}.`, en: `${body} has no act ${index}.` });
  const hash = leafHash(canonicalBytes(shown.entry), nodeCrypto);
  if (base64Encode(hash) !== shown.leaf)
    throw new Stop('other-leaf', {
      es: 'El nodo muestra otra hoja que la suya.',
      en: 'The node shows another leaf than its own.',
    });
  return { ...shown, index, hash };
}
