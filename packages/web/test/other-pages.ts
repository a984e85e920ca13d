// Pages of what the sample federation has none of: a list of demands, an election among candidates, a supply committee, accounts.
import assert from 'node:assert/strict';
import { base64Encode } from '@cabildo/book';
import { plusMonths, type Statute } from '@cabildo/core';
import { found, lightStatute } from '../../server/test/app/node-fixture.ts';
import { Body, makeBody, memberName } from '../../server/test/exchange/fixture.ts';
import { goldenBooks } from '../../server/test/golden-books.ts';
import { committeeWith } from '../../server/test/http/hand-over-phones.ts';
import { type TestServer, withServer } from '../../server/test/http/http-fixture.ts';

const textHash = base64Encode(new Uint8Array(32));

/** The paths of those pages, by their kinds, on a node of their own. */
export async function withOtherPages(
  work: (base: string, kinds: ReadonlyMap<string, string>) => Promise<void>,
): Promise<void> {
  await withServer(async (server) => {
    const committee = await committeeWith(server, 1, 100);
    const supply = `/b/${committee.who.body}/supply`;
    await work(
      server.base,
      new Map([
        ['demand list', await demandList(server)],
        ['candidates', await candidates(server)],
        ['accounts', await accounts(server)],
        ['supply', supply],
        ['supply of a thing', `${supply}/${committee.item}`],
      ]),
    );
  });
}

async function demandList({ node }: TestServer): Promise<string> {
  const assembly = await makeBody({ node }, 'asamblea', 'delegate');
  const text = { matter: 'ordinary', title: 'Pliego al gobierno', textHash };
  const tabled = { sitting: await assembly.sitting(), ...text, proposal: { kind: 'resolution' } };
  const motion = await assembly.write('MotionTabled', tabled);
  const adopted = { vote: motion, motion, ...text, status: 'in-force' };
  const resolution = await assembly.write('ResolutionAdopted', adopted);
  const list = await assembly.write('DemandListAdopted', { vote: 0, resolution, demands: ['Gas', 'Agua', 'Escuelas'] });
  await assembly.write('DemandStateChanged', { list, number: 2, state: 'met', reported: true });
  return `/b/${assembly.name}/demands/${list}`;
}

async function candidates({ node }: TestServer): Promise<string> {
  const contests = ['president', 'secretary'].map((office) => ({
    offices: [office],
    method: 'plurality',
    vacancy: 'next',
  }));
  const rules = lightStatute().rules.map((rule) => ({ ...rule, methods: [...rule.methods, 'urn'] }));
  const articles = { rules, elections: { contests } } as unknown as Partial<Statute>;
  const { name } = await found(node, 'junta', lightStatute(articles));
  const junta = new Body({ node }, name);
  const proposal = { kind: 'hold-election', from: node.now(), until: plusMonths(node.now(), 24) };
  const tabled = { sitting: await junta.sitting(), matter: 'election', title: 'Directiva', textHash, proposal };
  const motion = await junta.write('MotionTabled', tabled);
  for (const number of [1, 2])
    await junta.write('CandidateEntered', { motion, contest: 1, number, holder: memberName(number) });
  assert.notEqual(await node.election(junta.origin, motion, null), null, 'there is an election among candidates');
  return `/b/${name}/candidates/${motion}`;
}

/** The acts of a golden book in a book of this node, each in its place. */
async function accounts({ node }: TestServer): Promise<string> {
  const golden = goldenBooks.get('42-accounts/junta-1.jsonl') ?? assert.fail('there are no golden accounts');
  const junta = new Body({ node }, 'cuentas');
  await node.addBook({ origin: junta.origin, kind: 'body', title: 'Cuentas' });
  for (const { entry } of golden.rows) {
    const { act, data, by } = JSON.parse(Buffer.from(entry).toString());
    const outcome = await node.record(junta.origin, [{ act, data, by }]);
    assert.equal(outcome.kind, 'done', `${act}: ${JSON.stringify(outcome)}`);
  }
  return `/b/${junta.name}/accounts`;
}
