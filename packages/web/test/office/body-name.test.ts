import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodyNameOf, isBodyName } from '../../src/office/founding/body-name.ts';
import { invitationIn } from '../../src/office/founding/invitation.ts';

test('a title gives the name in addresses, without accents and signs', () => {
  assert.equal(bodyNameOf('Junta vecinal «Villa Ingenio», Ñuñoa'), 'junta-vecinal-villa-ingenio-nunoa');
  assert.equal(bodyNameOf('  ¡¡A!! '), '');
});

test('whatever the title, its name is one that a node takes, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const name = bodyNameOf(title);
      assert.ok(name === '' || isBodyName(name), name);
    }),
  );
});

test('an invitation is found in its link and alone; anything else is none', () => {
  const code = '20260722T101500Z.AbCd-_123456.AAAAAAAAAAAAAAAAAAAAAA';
  for (const text of [code, ` ${code}\n`, `https://nodo.example/office/founding#invitation=${code}`])
    assert.equal(invitationIn(text), code);
  for (const text of ['', 'https://nodo.example/', code.slice(0, -1), `${code}&card=x`])
    assert.equal(invitationIn(text), null);
});
