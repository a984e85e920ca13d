/** Writing an archive: events, each with the hash of the one before it, and what they speak of before them. */
import { utf8Encode } from './encoding.ts';
import { fileHash } from './hashing.ts';
import type { Machine } from './machine.ts';
import type { ArchiveEvent, EventType } from './structures.ts';
import { paddingOf, tarHeader } from './tar.ts';
import { writeJson } from './wire.ts';

/** Where an archive stands: what the next event continues. */
export interface Head {
  /** Of the last event. */
  readonly hash: string;
  readonly height: number;
}

export interface ArchiveSetting {
  readonly machine: Machine;
  /** In seconds; every header carries it. */
  readonly time: number;
  readonly write: (bytes: Uint8Array) => void;
}

export interface ArchiveWriter {
  readonly setUp: (election: string, trustees: string, credentials: string) => void;
  readonly cast: (ballot: string) => void;
  readonly endBallots: () => void;
  readonly tally: (tally: string, sized: { readonly numTallied: number; readonly totalWeight: bigint }) => void;
  readonly decrypted: (owner: number, decryption: string) => void;
  readonly result: (result: string) => void;
  readonly head: () => Head | undefined;
}

/** Starts an archive, or goes on after `head`. */
export function writeArchive({ machine, time, write }: ArchiveSetting, from?: Head): ArchiveWriter {
  let head = from;
  const file = (name: string, content: Uint8Array): void => {
    write(tarHeader({ name, size: content.length, time }));
    write(content);
    write(new Uint8Array(paddingOf(content.length)));
  };
  const put = (json: string, kind: 'data' | 'event'): string => {
    const content = utf8Encode(json);
    const hash = fileHash(content, machine);
    file(`${hash}.${kind}.json`, content);
    return hash;
  };
  const event = (type: EventType, payload?: string): void => {
    const parent = head === undefined ? {} : { parent: head.hash };
    const height = head === undefined ? 0 : head.height + 1;
    const fields = { ...parent, height, type, ...(payload !== undefined && { payload }) } satisfies ArchiveEvent;
    head = { hash: put(writeJson(fields), 'event'), height };
  };
  if (from === undefined) file('BELENIOS', utf8Encode(writeJson({ version: 1, timestamp: `${time}` })));
  return {
    setUp(election, trustees, credentials) {
      const parts = [election, trustees, credentials].map((json) => put(json, 'data'));
      const setup = { election: parts[0], trustees: parts[1], credentials: parts[2] };
      event('Setup', put(writeJson(setup), 'data'));
    },
    cast: (ballot) => event('Ballot', put(ballot, 'data')),
    endBallots: () => event('EndBallots'),
    tally(tally, { numTallied, totalWeight }) {
      const encrypted = put(tally, 'data');
      const sized = { num_tallied: numTallied, total_weight: totalWeight, encrypted_tally: encrypted };
      event('EncryptedTally', put(writeJson(sized), 'data'));
    },
    decrypted(owner, decryption) {
      const payload = put(decryption, 'data');
      event('PartialDecryption', put(writeJson({ owner, payload }), 'data'));
    },
    result: (result) => event('Result', put(result, 'data')),
    head: () => head,
  };
}
