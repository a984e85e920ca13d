import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appendLeaf,
  base64Encode,
  canonicalBytes,
  EMPTY_RANGE,
  formatTlogProof,
  hashesOfLeaves,
  inclusionProof,
  leafHash,
  rootOf,
  signCheckpoint,
} from '@cabildo/book';
import { generateKey, nodeCrypto } from '@cabildo/book/node';
import { checkReceipt, type Shown } from '../src/member/receipt.ts';
import { holds } from '../src/member/receipt-check.ts';

const origin = 'el-alto.example/villa-ingenio';

const treeOf = (contents: readonly object[], index: number) => {
  const leaves = contents.map((content) => leafHash(canonicalBytes(content as never), nodeCrypto));
  let range = EMPTY_RANGE;
  for (const leaf of leaves) range = appendLeaf(range, leaf, nodeCrypto);
  const proof = inclusionProof(index, leaves.length, hashesOfLeaves(leaves, nodeCrypto), nodeCrypto);
  return { root: rootOf(range, nodeCrypto), proof, leaf: leaves[index] as Uint8Array };
};

/** A vote of five, closed by act 6 of a book of nine. */
function shown(): Shown {
  const ballots = [0, 1, 2, 3, 4].map((n) => ({
    book: origin,
    choice: n % 2 === 0 ? ('yes' as const) : ('no' as const),
    salt: base64Encode(new Uint8Array(32).fill(n)),
    vote: 5,
    voter: `m-${n}`,
  }));
  const counted = treeOf(ballots, 2);
  const root = base64Encode(counted.root);
  const closing = { act: 'VoteClosed', data: { vote: 5, ballots: { count: 5, root }, outcome: 'carried' } };
  const acts = Array.from({ length: 9 }, (_, n) => (n === 6 ? closing : { act: 'Other', n }));
  const book = treeOf(acts, 6);
  const checkpoint = signCheckpoint({ origin, size: 9, root: book.root }, generateKey().signer, origin, nodeCrypto);
  return {
    body: 'villa-ingenio',
    receipt: {
      vote: 5,
      closedBy: 6,
      counted: true,
      ballot: ballots[2]!,
      index: 2,
      size: 5,
      root,
      proof: counted.proof.map(base64Encode),
    },
    pressed: 'yes',
    closing: { index: 6, leaf: base64Encode(book.leaf), entry: closing, disclosures: {} },
    proof: formatTlogProof({ index: 6, hashes: book.proof, checkpoint }),
  };
}

test('a ballot that was counted leads to the head of the book', () => {
  const check = checkReceipt(shown());
  assert.deepEqual(
    { ...check, head: check.head?.size },
    { asPressed: true, counted: true, closed: true, inBook: true, head: 9 },
  );
  assert.ok(holds(check));
  assert.ok(holds(checkReceipt({ ...shown(), pressed: null })));
});

test('whatever is changed is found', () => {
  const good = shown();
  const { receipt, closing } = good;
  const other = base64Encode(new Uint8Array(32).fill(9));
  const lies: Readonly<Record<string, Shown>> = {
    'another choice than was pressed': { ...good, pressed: 'no' },
    'a changed choice': {
      ...good,
      pressed: 'no',
      receipt: { ...receipt, ballot: { ...receipt.ballot, choice: 'no' } },
    },
    'another vote': { ...good, receipt: { ...receipt, ballot: { ...receipt.ballot, vote: 4 } } },
    'another body': { ...good, body: 'rio-seco' },
    'a tree of their own': { ...good, receipt: { ...receipt, root: other } },
    'a wrong place': { ...good, receipt: { ...receipt, index: 3 } },
    'a proof cut short': { ...good, receipt: { ...receipt, proof: receipt.proof.slice(1) } },
    'a hash that is none': { ...good, receipt: { ...receipt, proof: ['x', ...receipt.proof.slice(1)] } },
    'not counted': { ...good, receipt: { ...receipt, counted: false } },
    'another closing act': { ...good, closing: { ...closing, entry: { act: 'VoteClosed', data: { vote: 4 } } } },
    'an act beside the book': { ...good, closing: { ...closing, entry: { ...(closing.entry as object), more: 1 } } },
    'a proof of another act': { ...good, closing: { ...closing, index: 5 } },
    'no proof': { ...good, proof: 'nothing' },
  };
  for (const [name, lie] of Object.entries(lies)) assert.equal(holds(checkReceipt(lie)), false, name);
});
