// An election among candidates in secret over HTTP: the archive's sums, which somebody else's program verifies, are what the book counts.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { plusMonths } from '@cabildo/core';
import { belenios, scratch, skipWithoutBelenios } from '../../../ballot/test/tool.ts';
import { type FoundedBody, found, hall, type Person, type TestServer, withServer } from './http-fixture.ts';
import {
  castBallot,
  choiceMaker,
  download,
  openResult,
  openSecretVote,
  secretArticles,
  statusOf,
  verified,
} from './secret-vote.ts';

const skip = skipWithoutBelenios();

type Contest = { readonly offices: readonly string[]; readonly method: string; readonly vacancy: string };

const articlesOf = (contests: readonly Contest[]) => {
  const articles = secretArticles(2, 2);
  const rules = articles.rules.map((rule) =>
    rule.matter === 'election' ? { ...rule, methods: [...rule.methods, 'urn', 'secret'] } : rule,
  );
  return { ...articles, rules, elections: { contests } };
};

const marked: readonly Contest[] = [
  { offices: ['president'], method: 'plurality', vacancy: 'next' },
  { offices: ['secretary', 'watch'], method: 'block', vacancy: 'next' },
];

async function tableElection(server: TestServer, convener: FoundedBody, sitting: number): Promise<number> {
  const from = server.node.now();
  const proposal = { kind: 'hold-election', from, until: plusMonths(from, 24) };
  const text = { title: 'Officers', text: 'That officers be elected.' };
  const tabled = await server.done(convener, 'TableMotion', { sitting, matter: 'election', ...text, proposal });
  return tabled.json.acts[0].index;
}

async function stand(server: TestServer, motion: number, contest: number, people: readonly Required<Person>[]) {
  for (const person of people) {
    const key = base64Encode(generateKey().signer.publicKey);
    await server.done(person, 'EnterCandidature', { motion, contest, holder: person.member, key });
  }
}

test('given candidates of whom some ask to be named, when they stand, then the list and the voter’s page have those names, and the book none', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'junta', 'base', articlesOf(marked));
    const { sitting, members } = await hall(server, body, 8);
    const motion = await tableElection(server, body, sitting);
    const [rosa, other] = members.slice(2, 4) as [Required<Person>, Required<Person>];
    const standAs = async (person: Required<Person>, name: string) => {
      const key = base64Encode(generateKey().signer.publicKey);
      const entered = { motion, contest: 1, holder: person.member, key, name };
      return (await server.done(person, 'EnterCandidature', entered)).json.acts[0].index;
    };
    const first = await standAs(rosa, 'Rosa <Quispe>');
    await stand(server, motion, 1, [other]);
    const third = await standAs(members[7] as Required<Person>, 'Elías Choque');
    await stand(server, motion, 2, members.slice(4, 7));
    await server.done(members[7] as Person, 'WithdrawCandidature', { motion, contest: 1, number: 3 });

    const act = (await server.get(`/api/bodies/junta/acts/${first}`)).json;
    assert.ok(!JSON.stringify(act.entry).includes('Quispe'));
    const list = async () => (await server.get(`/b/junta/candidates/${motion}`, {})).text;
    const before = await list();
    assert.match(before, /<strong>1<\/strong><span>Rosa &lt;Quispe&gt;<\/span>/);
    assert.match(before, /<strong>2<\/strong><span class="to-write"/);
    assert.match(before, /<strong>3<\/strong><span class="soft">/, 'whoever withdrew is not named');
    assert.match(
      before,
      /colour-0" aria-hidden="true">●<\/span><strong>1<[\s\S]*colour-1" aria-hidden="true">■<\/span><strong>2</,
    );
    assert.match(
      (await server.get(`/b/junta/sittings/${sitting}`, {})).text,
      new RegExp(`/b/junta/candidates/${motion}"`),
    );
    assert.match(before, new RegExp(`href="/office/candidates/junta/${sitting}"`), 'the way to stand');
    assert.equal((await server.get(`/b/junta/candidates/${sitting}`, {})).status, 404, 'no election');
    const candidates = (person: Person | null, of = motion) =>
      server.get(`/api/bodies/junta/motions/${of}/candidates`, person === null ? {} : { token: person.token });
    const { contests, vote, parity } = (await candidates(rosa)).json;
    assert.deepEqual([vote, parity], [null, false]);
    assert.deepEqual(contests[0], {
      contest: 1,
      offices: ['president'],
      called: [{ es: 'presidencia', en: 'president' }],
      seats: [],
      marks: 1,
      candidates: [
        { number: 1, name: 'Rosa <Quispe>', withdrawn: false, own: true, votes: null, place: null },
        { number: 2, name: null, withdrawn: false, own: false, votes: null, place: null },
        { number: 3, name: null, withdrawn: true, own: false, votes: null, place: null },
      ],
      counted: null,
    });
    assert.ok((await candidates(null)).json.contests[0].candidates.every(({ own }: { own: boolean }) => !own));
    assert.deepEqual(
      [(await candidates(null, sitting)).status, (await candidates(null, sitting)).json.code],
      [404, 'not-an-election'],
    );

    const { election } = (await server.post(`/api/bodies/junta/motions/${motion}/ballot`, {}, { token: body.token }))
      .json;
    const { questions, names } = await statusOf(server, election);
    assert.deepEqual(
      [questions.map(({ answers }: { answers: string[] }) => answers), names],
      [
        [
          ['1', '2'],
          ['1', '2', '3'],
        ],
        [
          ['Rosa <Quispe>', null],
          [null, null, null],
        ],
      ],
    );
    const { steps } = (await server.get(`/api/bodies/junta/sittings/${sitting}/steps`, { token: body.token })).json;
    const opening = steps.find(
      ({ command, input }: { command: string; input: { method: string } }) =>
        command === 'OpenVote' && input.method === 'secret',
    );
    assert.deepEqual(
      opening.links.map(({ path }: { path: string }) => path),
      [`/b/junta/candidates/${motion}`],
    );

    for (const index of [first, third]) await server.done(body, 'RecordErasure', { index, slot: 'name' });
    assert.ok(!(await list()).includes('Quispe'), 'what was withdrawn is not printed');
    assert.deepEqual((await statusOf(server, election)).names?.[0], [null, null]);
  });
});

/** Of each contest the blank vote first, then whom the ballot names. */
const ballots = [
  [
    [0, 1, 0],
    [0, 1, 1, 0],
  ],
  [
    [0, 1, 0],
    [0, 1, 0, 1],
  ],
  [
    [0, 0, 1],
    [0, 1, 0, 0],
  ],
  [
    [1, 0, 0],
    [0, 0, 1, 1],
  ],
  [
    [0, 1, 0],
    [1, 0, 0, 0],
  ],
  [
    [0, 0, 1],
    [0, 0, 1, 0],
  ],
] as const;

test('given candidates of two contests, when six vote and one again, then the book elects whom the verified sums name', {
  skip,
}, async () => {
  await withServer(async (server) => {
    const body = await found(server, 'junta', 'base', articlesOf(marked));
    const { sitting, members } = await hall(server, body, 8);
    const motion = await tableElection(server, body, sitting);
    await stand(server, motion, 1, members.slice(2, 4));
    await stand(server, motion, 2, members.slice(4, 7));
    const opened = await openSecretVote(server, body, { sitting, members }, { threshold: 2, slips: 6, on: motion });
    const { election, vote, voters, trustees } = opened;
    const { questions } = await statusOf(server, election);
    assert.deepEqual(questions, [
      { answers: ['1', '2'], blank: true, min: 1, max: 1, question: 'Officers · president' },
      { answers: ['1', '2', '3'], blank: true, min: 1, max: 2, question: 'Officers · secretary, watch' },
    ]);
    const make = await choiceMaker(server, election);
    for (const [at, voter] of voters.entries())
      assert.equal((await castBallot(server, election, make(voter, ballots[at] ?? []))).status, 202);
    // The last voter thinks again.
    const again = make(voters[5] ?? 0n, [
      [0, 0, 1],
      [0, 1, 1, 0],
    ]);
    assert.equal((await castBallot(server, election, again)).status, 202);
    await server.done(body, 'CloseBallotBox', { vote });
    await server.node.ballots.settled();
    await openResult(server, opened, trustees);
    await server.node.ballots.settled();
    const whole = await download(server, election);
    const folder = scratch();
    writeFileSync(join(folder, `${election}.bel`), whole);
    assert.match(belenios(folder, ['election', 'verify']).said, /all checks passed/);
    const { result, rows } = await statusOf(server, election);
    assert.equal(result, null);
    assert.deepEqual(rows, [
      [1, 3, 2],
      [1, 4, 3, 2],
    ]);
    const checked = (await verified(whole)).result ?? [];
    assert.deepEqual(
      checked.map((row) => row.map(Number)),
      rows,
    );
    const done = await server.done(body, 'CloseVote', { vote });
    assert.deepEqual(
      done.json.acts.map(({ act }: { act: string }) => act),
      ['SecretElectionClosed', 'ElectionCounted', 'ElectionCounted', 'VoteClosed', 'OfficersElected'],
    );
    const read = async (place: number) =>
      (await server.get(`/api/bodies/junta/acts/${done.json.acts[place].index}`)).json.entry.data;
    const { ballots: cast, voters: counted, contests } = await read(0);
    assert.deepEqual([cast, counted], [7, 6]);
    assert.deepEqual(
      contests.map((one: { blank: number; votes: { votes: number }[] }) => [
        one.blank,
        ...one.votes.map(({ votes }) => votes),
      ]),
      rows,
    );
    assert.deepEqual(
      (await read(2)).elected.map(({ number }: { number: number }) => number),
      [1, 2],
    );
    const { text } = await server.get(`/b/junta/candidates/${motion}`, {});
    const printed = [...text.matchAll(/<a href="[^"]*\/acts\/(\d+)">(\d) votos<\/a>(?:[^<]|<(?!\/li>))*/g)].map(
      ([row, act, votes]) => [Number(act), Number(votes), /Elegida: ([\p{L}]+)/u.exec(row)?.[1] ?? null],
    );
    const [, first, second] = done.json.acts.map(({ index }: { index: number }) => index);
    assert.deepEqual(printed, [
      [first, 3, 'presidencia'],
      [first, 2, null],
      [second, 4, 'secretaría'],
      [second, 3, 'watch'],
      [second, 2, null],
    ]);
    assert.ok(!text.includes('/office/candidates/'), 'nobody stands any more');
    assert.match((await server.get(`/b/junta/sittings/${sitting}`, {})).text, /Candidaturas y resultado<\/a>/);
  });
});

test('given candidates who are ranked, when an officer prepares a secret vote, then it is refused, and the urn is there', async () => {
  await withServer(async (server) => {
    const ranked = marked.map((one, at) => (at === 1 ? { ...one, method: 'scottish-stv', vacancy: 'countback' } : one));
    const body = await found(server, 'junta', 'base', articlesOf(ranked));
    const { sitting, members } = await hall(server, body, 8);
    const motion = await tableElection(server, body, sitting);
    await stand(server, motion, 1, members.slice(2, 4));
    await stand(server, motion, 2, members.slice(4, 7));
    const refused = await server.post(`/api/bodies/junta/motions/${motion}/ballot`, {}, { token: body.token });
    assert.deepEqual([refused.status, refused.json.code], [409, 'no-secret-vote']);
    const opening = await server.command(body, 'OpenVote', { motion, method: 'secret' });
    assert.equal(opening.json.code, 'ranked-on-paper');
    assert.match((await server.get(`/b/junta/candidates/${motion}`, {})).text, /Se vota en papel/);
    await server.done(body, 'OpenVote', { motion, method: 'urn' });
  });
});
