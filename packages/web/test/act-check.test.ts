import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  actCode,
  base64Encode,
  encodeLeaf,
  type Leaf,
  leafHash,
  sealText,
  utf8Decode,
  utf8Encode,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { ActAnswer } from '../src/answers.ts';
import { checkAct } from '../src/seals/act-check.ts';

const text = 'Se leyó y se aprobó.';

const leaf: Leaf = {
  act: 'MinutesApproved',
  at: '2005-06-08T15:04:05Z',
  blind: base64Encode(new Uint8Array(16).fill(7)),
  book: 'el-alto.example/villa-ingenio',
  by: { article: 'minutes', office: 'secretary' },
  cites: [],
  commits: {},
  data: { sitting: 3, firstAct: 3, lastAct: 20, text: base64Encode(nodeCrypto.sha256(utf8Encode(text))) },
  format: 'cabildo/1',
  index: 21,
  rules: 1,
  v: 1,
};

const wanted = { body: 'villa-ingenio', index: 21, act: 'MinutesApproved' };

function shownBy(entry: Leaf = leaf, changed: Partial<ActAnswer> = {}): ActAnswer {
  const hash = base64Encode(leafHash(encodeLeaf(entry), nodeCrypto));
  // As it comes over the network: parsed, members in any order.
  const shuffled = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(entry))).reverse());
  return { index: entry.index, leaf: hash, entry: shuffled, disclosures: { text }, ...changed };
}

const faultOf = (shown: ActAnswer, asked = wanted): string => {
  const checked = checkAct(asked, shown);
  return checked.ok ? 'none' : checked.fault;
};

test('what is signed is worked out from the bytes: hash, code, and the four lines of the seal', () => {
  const checked = checkAct(wanted, shownBy());
  assert.ok(checked.ok);
  const bytes = encodeLeaf(leaf);
  const hash = leafHash(bytes, nodeCrypto);
  assert.deepEqual(checked.act.leaf, leaf);
  assert.equal(base64Encode(checked.act.hash), base64Encode(hash));
  assert.equal(checked.act.code, actCode(hash));
  assert.equal(checked.act.seal, sealText(leaf.book, 21, hash));
  assert.equal(checked.act.text, utf8Decode(bytes));
  assert.equal(checked.act.document, text);
});

test('one changed letter, another place, another book, another kind: nothing is signed', () => {
  const changed = { ...leaf, data: { ...leaf.data, lastAct: 19 } };
  assert.equal(faultOf(shownBy(changed)), 'none', 'by itself it is a leaf like any other');
  assert.equal(faultOf(shownBy(changed, { leaf: shownBy().leaf })), 'other-leaf');
  assert.equal(faultOf(shownBy({ ...leaf, index: 20 })), 'other-place');
  assert.equal(faultOf(shownBy({ ...leaf, book: 'el-alto.example/rio-seco' })), 'other-place');
  assert.equal(faultOf(shownBy({ ...leaf, book: 'el-alto.example/not-villa-ingenio' })), 'other-place');
  assert.equal(faultOf(shownBy({ ...leaf, act: 'DelegateRecalled' })), 'other-act');
  for (const entry of [null, 'leaf', [], {}, { ...leaf, more: 1 }, { ...leaf, index: 1.5 }, { ...leaf, act: '\ud800' }])
    assert.equal(faultOf(shownBy(leaf, { entry })), 'no-leaf', JSON.stringify(entry));
});

test('a text that is not the one of which the act holds the hash is not shown as approved', () => {
  const checked = checkAct(wanted, shownBy(leaf, { disclosures: { text: `${text} No.` } }));
  assert.ok(checked.ok);
  assert.equal(checked.act.document, null);
});

test('a body is known by its own name, or by the whole name of its book, also when the book goes on as another', () => {
  const on = { ...leaf, book: 'el-alto.example/villa-ingenio~2' };
  for (const body of ['villa-ingenio', 'el-alto.example/villa-ingenio'])
    for (const one of [leaf, on]) assert.equal(faultOf(shownBy(one), { ...wanted, body }), 'none', one.book);
  assert.equal(faultOf(shownBy(), { ...wanted, body: 'ingenio' }), 'other-place');
  assert.equal(faultOf(shownBy(), { ...wanted, body: 'el-alto.example/villa-ingenio~2' }), 'other-place');
});
