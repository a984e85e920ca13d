// The steps of a secret vote as the desk is told them: followed one after the other, from its preparation to its result.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeExcluded } from '@cabildo/ballot';
import type { Step, Steps } from '../../src/app/live/answer.ts';
import { found, hall, type Person, type TestServer, withServer } from './http-fixture.ts';
import {
  ballotMaker,
  castBallot,
  ceremony,
  makeHalves,
  openResult,
  type Preparation,
  secretArticles,
  sendText,
  tableMotion,
  tryKeys,
} from './secret-vote.ts';

const stepsFor = async (server: TestServer, who: Person, sitting: number): Promise<Steps> =>
  (await server.get(`/api/bodies/${who.body}/sittings/${sitting}/steps`, { token: who.token })).json;

/** The step of that name about the secret vote. */
function stepNamed({ steps }: Steps, command: string): Step {
  const found = steps.find((one) => one.command === command && (one.input.method ?? 'secret') === 'secret');
  return found ?? assert.fail(`${command} is not offered`);
}

const codeIn = (path: string): string => path.slice(path.indexOf('-') + 1);

/** What the links of the steps hand out, as those who open them have it. */
const asPrepared = (election: string, trustees: Step, one: Step, other: Step): Preparation => ({
  election,
  trustees: trustees.links.map(({ path }, at) => ({ seat: at + 1, code: codeIn(path) })),
  tellers: [one, other].map(({ links: [link] }, at) => ({ teller: at + 1, code: codeIn(link?.path ?? '') })),
});

test('whoever presides is told each next step of a secret vote with its links, and why another is not lawful yet', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'junta', 'base', secretArticles(3, 2));
    const { sitting, members } = await hall(server, body, 5);
    const [first, second] = members as [Person, Person];
    const motion = await tableMotion(server, body, sitting);
    const desk = () => stepsFor(server, body, sitting);
    const send = async (who: Person, { command, input, missing, lawful, refusal }: Step, more: object = {}) => {
      assert.ok(lawful, `${command}: ${JSON.stringify(refusal)}`);
      assert.deepEqual(missing, Object.keys(more).length === 0 ? [] : missing);
      return server.done(who, command, { ...input, ...more });
    };

    const begin = stepNamed(await desk(), 'NameTrustees');
    assert.deepEqual([begin.lawful, begin.links, begin.prepares], [true, [], `/motions/${motion}/ballot`]);
    assert.equal(stepNamed(await desk(), 'OpenVote').refusal?.code, 'trustees-not-named');
    const post = (path: string) => server.post(`/api/bodies/junta${path}`, {}, { token: body.token });
    const { election } = (await post(begin.prepares ?? '')).json;

    const naming = stepNamed(await desk(), 'NameTrustees');
    assert.equal(naming.lawful, false, 'nobody has made a key');
    assert.match(naming.refusal?.sentences.en ?? '', /Missing: 1, 2, and 3/);
    assert.ok(naming.links.every(({ path }) => path.startsWith(`/ballot/t/${election}#`)));
    const links = async (who: Person) => stepNamed(await stepsFor(server, who, sitting), 'EnterCredentialHalves');
    assert.deepEqual((await links(body)).links, [], 'who presides is handed no teller’s code');
    assert.deepEqual(stepNamed(await stepsFor(server, second, sitting), 'NameTrustees').links, []);
    const prepared = asPrepared(election, naming, await links(first), await links(second));

    const trustees = await ceremony(server, prepared, 2);
    const named = stepNamed(await desk(), 'NameTrustees');
    assert.deepEqual(named.missing, ['trustees.list']);
    assert.match(named.links[0]?.said.en ?? '', /^Trustee 1 · \w+( \w+){7}$/, 'what its page shows, to be read aloud');
    const lists = ['azul', 'roja', 'verde'];
    const keys = named.input.trustees as readonly { readonly key: string }[];
    await send(body, named, { trustees: keys.map(({ key }, at) => ({ list: lists[at], key })) });

    assert.equal(stepNamed(await desk(), 'RecordTrialDecryption').lawful, false);
    await tryKeys(server, prepared, trustees);
    await send(body, stepNamed(await desk(), 'RecordTrialDecryption'));

    assert.equal((await links(first)).lawful, false);
    const { voters } = await makeHalves(server, prepared, 4);
    for (const [at, who] of [first, second].entries()) await send(who, await links(who), { list: lists[at] });
    assert.equal(stepNamed(await desk(), 'ListCredentials').lawful, false, 'nobody has said which are left over');
    const left = writeExcluded({ election, left: [3] });
    const headers = { 'ballot-code': prepared.tellers[0]?.code ?? '' };
    assert.equal((await sendText(server, 'PUT', `${election}/excluded`, left, headers)).status, 200);
    await send(body, stepNamed(await desk(), 'ListCredentials'));

    const opening = stepNamed(await desk(), 'OpenVote');
    assert.deepEqual([opening.lawful, opening.missing], [true, ['archive']]);
    const { archive } = (await post(opening.prepares ?? '')).json;
    await send(body, opening, { archive });

    const live = async () => (await server.get(`/api/bodies/junta/sittings/${sitting}/live`, {})).json;
    assert.deepEqual([(await live()).vote.election, (await live()).vote.received], [election, 0]);
    const ballot = await ballotMaker(server, election);
    for (const at of [0, 1]) await castBallot(server, election, ballot(voters[at] ?? 0n, 'yes'));
    const closing = stepNamed(await desk(), 'CloseBallotBox');
    assert.deepEqual(
      closing.links.map(({ path }) => path),
      [`/ballot/v/${election}`, `/ballot/c/${election}`],
    );
    await send(body, closing);
    await server.node.ballots.settled();
    const waits = stepNamed(await desk(), 'CloseVote');
    assert.match(waits.refusal?.sentences.en ?? '', /0 of 2/);
    assert.equal(waits.links.length, 3);
    const opened = { election, motion, vote: 0, trustees, voters, archive };
    await openResult(server, opened, trustees.slice(0, 2));
    await server.node.ballots.settled();
    await send(body, stepNamed(await desk(), 'CloseVote'));
    const { last } = await live();
    assert.deepEqual([last.election, last.tallies], [election, [{ yes: 2, no: 0, abstain: 0 }]]);
  });
});
