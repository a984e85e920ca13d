import { archiveOf, bytesOf, type Entry, entriesOf, hashOf, TIME, tarEntry } from './archive-model.ts';
import type { Mutation } from './mutation.ts';

const raw = (what: string, finds: Mutation['finds'], how: (bytes: Buffer) => Uint8Array): Mutation => ({
  part: 'file',
  what,
  finds,
  make: ({ made }) => new Uint8Array(how(Buffer.from(made.archive))),
});

const entries = (what: string, finds: Mutation['finds'], how: (list: Entry[]) => Entry[]): Mutation => ({
  part: 'file',
  what,
  finds,
  make: ({ made }) => archiveOf(how(entriesOf(made.archive))),
});

/** Where the header of the entry with that number begins. */
function headerAt(bytes: Buffer, entry: number): number {
  let at = 0;
  for (const { name, content } of entriesOf(bytes).slice(0, entry - 1))
    at += Buffer.concat(tarEntry(name, content)).length;
  return at;
}

/** Writes over a header and makes its sum right again. */
function header(what: string, finds: Mutation['finds'], at: number, text: string): Mutation {
  return raw(what, finds, (bytes) => {
    const start = headerAt(bytes, 7);
    bytes.write(text, start + at, 'latin1');
    bytes.write('        ', start + 148, 'latin1');
    const sum = bytes.subarray(start, start + 512).reduce((total, byte) => total + byte, 0);
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, start + 148, 'latin1');
    return bytes;
  });
}

const append =
  (...more: readonly Uint8Array[]) =>
  (bytes: Buffer) =>
    Buffer.concat([bytes, ...more]);

const headed = (content: string) => (list: Entry[]) => [
  { name: 'BELENIOS', content: bytesOf(content) },
  ...list.slice(1),
];

export const fileMutations: readonly Mutation[] = [
  header('other permissions', ['tar-header'], 100, '0000600\0'),
  header('an owner', ['tar-header'], 108, '0001750\0'),
  header('another time in one header', ['tar-header'], 136, '10000000000\0'),
  header("a later tar's mark", ['tar-header'], 257, 'ustar\x0000'),
  header('a link instead of a file', ['tar-header'], 156, '2'),
  header('a size with spaces before it', ['tar-header'], 124, '      '),
  raw('a wrong sum of a header', ['tar-header'], (bytes) => {
    // Another digit, whichever it is.
    const digit = headerAt(bytes, 7) + 153;
    bytes.writeUInt8(bytes.readUInt8(digit) ^ 1, digit);
    return bytes;
  }),
  raw('a size that is too large', ['tar-header', 'tar-truncated', 'data-without-event'], (bytes) => {
    bytes.write('07777777777', headerAt(bytes, 8) + 124);
    return bytes;
  }),
  raw('blocks of zeroes at the end', ['tar-end'], append(new Uint8Array(1024))),
  raw(
    'an entry hidden behind blocks of zeroes',
    ['tar-end'],
    append(new Uint8Array(1024), ...tarEntry('notes.txt', bytesOf('x'))),
  ),
  raw('a few bytes more', ['tar-truncated'], append(bytesOf('more'))),
  raw('cut in the middle of an entry', ['tar-truncated', 'data-without-event'], (bytes) =>
    bytes.subarray(0, bytes.length - 700),
  ),
  raw('cut before the padding', ['tar-truncated', 'data-without-event'], (bytes) =>
    bytes.subarray(0, bytes.length - 100),
  ),
  raw('bytes in the padding', ['tar-padding'], (bytes) => {
    bytes[bytes.length - 1] = 1;
    return bytes;
  }),
  raw(
    "a byte of a ballot's content",
    [
      'hash-differs',
      'ballot-malformed',
      'tally-differs',
      'num-tallied',
      'total-weight',
      'decryption-proof',
      'result-too-early',
    ],
    (bytes) => {
      bytes[headerAt(bytes, 9) + 512] = 0x20;
      return bytes;
    },
  ),
  raw('content that is no text', ['hash-differs', 'not-text', 'tally-malformed'], (bytes) => {
    bytes[headerAt(bytes, 16) + 512 + 10] = 0xff;
    return bytes;
  }),
  entries('a file of its own in it', ['tar-name'], (list) => [...list, { name: 'notes.txt', content: bytesOf('x') }]),
  entries('a second header', ['tar-name'], (list) => [...list, list[0] as Entry]),
  entries('a name in capitals', ['tar-name', 'payload-missing'], (list) =>
    list.map((entry, at) =>
      at === 6 ? { ...entry, name: entry.name.replace(/^[0-9a-f]+/, (hash) => hash.toUpperCase()) } : entry,
    ),
  ),
  entries('a name that leads out of the folder', ['tar-name'], (list) => [
    ...list,
    { name: '../x.data.json', content: bytesOf('{}') },
  ]),
  entries('a header of another version', ['archive-header'], headed(`{"version":2,"timestamp":"${TIME}"}`)),
  entries('another time in the first entry', ['archive-header'], headed(`{"version":1,"timestamp":"${TIME + 1}"}`)),
  entries('the time as a number', ['archive-header'], headed(`{"version":1,"timestamp":${TIME}}`)),
  entries(
    'a field that nobody knows in the first entry',
    ['archive-header'],
    headed(`{"version":1,"timestamp":"${TIME}","x":1}`),
  ),
  entries('an entry twice', ['entry-twice', 'data-out-of-place'], (list) => list.toSpliced(8, 0, list[6] as Entry)),
  entries('an event under a name that is not its hash', ['hash-differs'], (list) =>
    list.map((entry, at) => (at === list.length - 1 ? { ...entry, name: `${hashOf('')}.event.json` } : entry)),
  ),
];
