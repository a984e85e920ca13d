// The threads that look at ballots: what is asked of them while they are busy, and when one dies.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeSetup, groupNamed, makeBallot, publishKey } from '@cabildo/ballot';
import { nodeMachine, nodeRandom } from '@cabildo/ballot/node';
import { createThreads } from '../../src/app/ballot/threads.ts';

const group = groupNamed('BELENIOS-2048', nodeMachine) ?? assert.fail();
const workshop = { group, machine: nodeMachine, random: nodeRandom };

const files = { uuid: 'x', election: '{}', credentials: '[]' };

test('given a flood of ballots, when more wait than can soon be looked at, then the rest is told to come again and other work goes on', async () => {
  const threads = createThreads();
  try {
    const asked = Array.from({ length: 1_000 }, () => threads.checkBallot('x', files, '{}'));
    const outcomes = await Promise.allSettled(asked);
    const busy = outcomes.filter((one) => one.status === 'rejected' && one.reason.name === 'Busy');
    assert.ok(busy.length >= 500 && busy.length < 1_000);
    assert.equal(await threads.ask('countHalves', { file: 'no halves', election: 'x', teller: 1 }), null);
  } finally {
    await threads.stop();
  }
});

test('given a thread that has ended, when something is asked, then another answers', async () => {
  const threads = createThreads();
  await threads.ask('countHalves', { file: '', election: 'x', teller: 1 });
  await threads.stop();
  try {
    assert.equal(await threads.ask('countHalves', { file: '', election: 'x', teller: 1 }), null);
  } finally {
    await threads.stop();
  }
});

test('given an election that cannot be read, when its ballots are looked at, then that is said and the thread lives on', async () => {
  const threads = createThreads();
  try {
    await assert.rejects(threads.checkBallot('x', files, '{}'), /a job failed/);
    assert.equal(await threads.ask('countHalves', { file: '', election: 'x', teller: 2 }), null);
  } finally {
    await threads.stop();
  }
});

/** An election of one voter, and a ballot of it. */
function election() {
  const secret = 123_456_789_012_345_678_901_234_567_890n;
  const key = publishKey(workshop, 98_765_432_109_876_543_210n);
  const { files, setup } = composeSetup(workshop, {
    uuid: 'NwCLjPBvfL7iB8',
    name: 'Prueba',
    description: '',
    questions: [{ answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: '¿Sí?' }],
    trustees: [['Single', key]],
    credentials: [group.write(group.powerOfG(secret))],
  });
  const { election: about } = setup ?? assert.fail();
  return { ...files, ballot: () => makeBallot(about, secret, [[0, 1, 0]], nodeRandom) };
}

test('given sound ballots, when they are looked at, then the node goes on with other things meanwhile', async () => {
  const threads = createThreads();
  try {
    const { election: json, credentials, ballot } = election();
    const ballots = Array.from({ length: 20 }, ballot);
    const held = { uuid: 'x', election: json, credentials };
    await threads.checkBallot('x', held, ballots[0] ?? '');
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const checked = await Promise.all(ballots.map((one) => threads.checkBallot('x', held, one)));
    isOver = true;
    assert.ok(checked.every(({ faults }) => faults.length === 0));
    assert.ok(turns > 10 * ballots.length, `${turns} turns while ${ballots.length} ballots were looked at`);
  } finally {
    await threads.stop();
  }
});
