import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressIn, pathOf } from '../src/shell/address.ts';
import { handedIn } from '../src/shell/fragment.ts';

test('an address is read as it was written, also of a body whose name has slashes', () => {
  for (const address of [
    { area: '', body: null, sitting: null },
    { area: 'meeting', body: null, sitting: null },
    { area: 'seals', body: 'villa-ingenio', sitting: null },
    { area: 'desk', body: 'el-alto.example/distrito-3~2', sitting: 41 },
  ])
    assert.deepEqual(addressIn(pathOf(address)), address);
  assert.equal(pathOf({}), '/phone');
  assert.equal(pathOf({ area: 'desk', body: 'a.example/b', sitting: 0 }), '/phone/desk/a.example%2Fb/0');
});

test('what is no address of ours stays readable and harmless', () => {
  assert.deepEqual(addressIn('/phone/desk/%E0%A4%A/x'), { area: 'desk', body: '%E0%A4%A', sitting: null });
  assert.deepEqual(addressIn('/phone/'), { area: '', body: null, sitting: null });
  assert.equal(addressIn('/phone/desk/b/-1').sitting, null);
});

test('a scanned code is a card, a slip or a door; anything else is nothing', () => {
  const nothing = { body: null, card: null, door: null, sitting: null };
  assert.deepEqual(handedIn('http://nodo.local/phone#body=b&card=AbC-12'), { ...nothing, body: 'b', card: 'AbC-12' });
  assert.deepEqual(handedIn('http://nodo.local/phone#body=b&sitting=7&door=K3M9-X2'), {
    ...nothing,
    body: 'b',
    sitting: 7,
    door: 'K3M9-X2',
  });
  assert.equal(handedIn('https://example.org/'), null);
  assert.equal(handedIn('body=b'), null);
});
