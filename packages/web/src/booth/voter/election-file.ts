/** The election as every ballot is bound to it: its file, whose hash is in the body's book. */
import type { Question } from '@cabildo/ballot';
import { sha256 } from '../../sha2.ts';
import { askBytes, type NodeAddress, type Reply } from '../asking.ts';
import type { Status } from '../status.ts';

export interface ElectionFile {
  /** Byte for byte. */
  readonly json: string;
  readonly name: string;
  readonly questions: readonly Question[];
}

/** A file that is not the one that was named is as good as none. */
export async function readElectionFile(
  node: NodeAddress,
  files: NonNullable<Status['files']>,
): Promise<Reply<ElectionFile>> {
  const reply = await askBytes(node, `/files/${encodeURIComponent(files.election)}`);
  if (reply.kind !== 'ok') return reply;
  const bytes = new Uint8Array(await reply.value.arrayBuffer());
  if (btoa(String.fromCharCode(...sha256(bytes))) !== files.election) return { kind: 'unreachable' };
  const json = new TextDecoder().decode(bytes);
  const { uuid, name, questions } = JSON.parse(json) as { uuid: string } & Omit<ElectionFile, 'json'>;
  return uuid === node.election ? { kind: 'ok', value: { json, name, questions } } : { kind: 'unreachable' };
}
