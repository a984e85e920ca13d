/** Whether one archive only goes on where another ended: what was published must never change. */
import { type ArchiveSource, readEntries } from './archive-reader.ts';
import type { Finding } from './finding.ts';
import type { Machine } from './machine.ts';
import { BLOCK } from './tar.ts';

const PIECE = 1_048_576;

export type Comparison =
  | { readonly ok: true; readonly bytesAdded: number }
  | {
      readonly ok: false;
      /** The entry of the old archive in which the new one first differs, or ends. */
      readonly entry: number;
      readonly name: string;
      readonly reason: 'differs' | 'shorter' | 'old-damaged';
    };

export async function extendsArchive(old: ArchiveSource, now: ArchiveSource, machine: Machine): Promise<Comparison> {
  const different = await firstDifference(old, now);
  const damage: Finding[] = [];
  let place = { at: 1, name: 'BELENIOS' };
  let lies = false;
  for await (const { at, name, offset } of readEntries(old, machine, (finding) => damage.push(finding))) {
    // An entry begins with its header.
    lies ||= different !== undefined && different < offset - BLOCK;
    if (!lies) place = { at, name };
  }
  if (damage[0] !== undefined && different === undefined) {
    const { entry, name = '' } = damage[0];
    return { ok: false, entry, name, reason: 'old-damaged' };
  }
  if (different === undefined) return { ok: true, bytesAdded: now.size - old.size };
  return { ok: false, entry: place.at, name: place.name, reason: different >= now.size ? 'shorter' : 'differs' };
}

/** Where the new one is not what the old one was, or undefined. */
async function firstDifference(old: ArchiveSource, now: ArchiveSource): Promise<number | undefined> {
  for (let at = 0; at < old.size; at += PIECE) {
    const length = Math.min(PIECE, old.size - at);
    const a = await old.read(at, length);
    const b = at < now.size ? await now.read(at, Math.min(length, now.size - at)) : new Uint8Array(0);
    for (let i = 0; i < length; i++) if (a[i] !== b[i]) return at + i;
  }
  return undefined;
}
