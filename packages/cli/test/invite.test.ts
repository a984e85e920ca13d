// An invitation to found, from the command line of whoever runs the node.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';
import { type NodeProcess, startNode } from './node-process.ts';

let node: NodeProcess;

before(async () => {
  node = await startNode();
});

const invitationIn = (link: string): string => new URLSearchParams(new URL(link).hash.slice(1)).get('invitation') ?? '';

test('whoever can read the data folder makes a link; the node takes what stands behind its #', async () => {
  const ran = await cabildo(['invite', '--data', node.data, '--url', 'https://el-alto.example/', '--json']);
  assert.equal(ran.code, 0, ran.err);
  const { link, code, until } = JSON.parse(ran.out);
  assert.match(link, /^https:\/\/el-alto\.example\/office\/founding#invitation=/);
  assert.equal(invitationIn(link), code);
  const headers = { authorization: `Bearer ${code}` };
  const answered = await fetch(`${node.url}/api/invitation`, { headers });
  assert.deepEqual(await answered.json(), { node: 'el-alto.example', until, founded: null });
  const said = await cabildo(['invite', '--data', node.data, '--lang', 'es']);
  assert.match(said.out, /^http:\/\/127\.0\.0\.1:\d+\/office\/founding#invitation=\S+\n {2}Funda una sola asamblea/);
  assert.doesNotMatch(node.said(), /invitation/);
});

test('without the data folder, or with an address that is none, a sentence says what is missing', async () => {
  const elsewhere = await cabildo(['invite', '--node', node.url, '--data', await scratch()]);
  assert.equal(elsewhere.code, 2);
  assert.match(elsewhere.err, /is for the operator/);
  const address = await cabildo(['invite', '--data', node.data, '--url', 'el-alto']);
  assert.equal(address.code, 2);
  assert.match(address.err, /--url el-alto: an http\(s\) address/);
});
