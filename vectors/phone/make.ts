// Makes signed-commands.json from fixed seeds: `node vectors/phone/make.ts`.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { base64Encode, canonicalize, utf8Encode } from '@cabildo/book';
import { signerFromSeed } from '@cabildo/book/node';

const seedOf = (word: string) => new Uint8Array(createHash('sha256').update(`cabildo vectors ${word}`).digest());

interface Made {
  readonly book: string;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly key: string;
  readonly madeAt: string;
}

const seed = seedOf('phone');
const phone = signerFromSeed(seed);
const other = signerFromSeed(seedOf('another phone'));

const vote: Made = {
  book: 'el-alto.example/villa-ingenio',
  command: 'CastVote',
  input: { vote: 57, choice: 'yes' },
  key: 'Zk3w0eYI6a1mO9sQ',
  madeAt: '2026-11-21T20:15:03Z',
};
const block: Made = {
  book: 'el-alto.example/villa-ingenio~2',
  command: 'CountBlock',
  input: { vote: 61, block: 'Graderías «sur» – niñas', round: 1, yes: 195, no: 28, abstain: 0 },
  key: 'block-61-1',
  madeAt: '2026-11-21T20:31:59.042Z',
};
const papers: Made = {
  book: 'el-alto.example/distrito-3',
  command: 'EnterBallots',
  input: { vote: 8, contest: 1, round: 2, papers: 3, spoilt: 0, ballots: '2 1 2 0\n1 2 0\n' },
  key: '~!"papers"',
  madeAt: '2026-11-21T23:59:59Z',
};

const textOf = ({ book, command, input, key, madeAt }: Made): string =>
  canonicalize({ book, command, input, key, madeAt });

const signed = (made: Made, signer = phone) => {
  const text = textOf(made);
  const signature = base64Encode(signer.sign(utf8Encode(text)));
  return { ...made, text, signature, header: `${made.madeAt} ${signature}` };
};

/** What arrives under a signature that was made over `over`. */
const changed = (what: string, over: Made, arrives: Partial<Made>) => {
  const { signature } = signed(over);
  const made = { ...over, ...arrives };
  return { what, ...made, signature, header: `${made.madeAt} ${signature}` };
};

export const phoneVectors = () => ({
  comment: 'What a phone signs when it sends a command; see README.md',
  seed: base64Encode(seed),
  publicKey: base64Encode(phone.publicKey),
  good: [vote, block, papers].map((made) => signed(made)),
  refused: [
    changed('another choice', vote, { input: { ...vote.input, choice: 'no' } }),
    changed('another vote', vote, { input: { ...vote.input, vote: 58 } }),
    changed('another book', vote, { book: 'el-alto.example/villa-ingenio~2' }),
    changed('another command', vote, { command: 'CountBlock' }),
    changed('another idempotency key', vote, { key: 'Zk3w0eYI6a1mO9sR' }),
    changed('another moment', vote, { madeAt: '2026-11-21T20:15:04Z' }),
    { what: 'another phone', ...signed(vote, other) },
  ],
});

export const writePhoneVectors = (): string => `${JSON.stringify(phoneVectors(), null, 2)}\n`;

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'signed-commands.json'), writePhoneVectors());
