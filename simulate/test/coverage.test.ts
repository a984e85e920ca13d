// Every command that a node takes is given by somebody in the simulation and accepted, and every act is written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allActs, allCommands } from '@cabildo/core';
import { unplayed } from '../scenes/unplayed.ts';
import { simulate, told } from '../simulate.ts';

const most = 24;

test('every command is accepted and every act written in some run, but for those that are said to have no scene', () => {
  const acts = allActs.filter(({ status }) => status === 'implemented').map(({ name }) => name);
  const all = [...allCommands.map(({ name }) => name), ...acts];
  const awaited = new Set(all.filter((name) => !(name in unplayed)));
  const played = new Set<string>();
  for (let seed = 1; seed <= most && awaited.size > 0; seed++) {
    const { sim, violation } = simulate({ seed, bodies: 5, days: 150 });
    assert.equal(violation, null, violation === null ? '' : told(sim, violation));
    for (const name of [...sim.reached.accepted.keys(), ...sim.reached.acts.keys()]) {
      awaited.delete(name);
      played.add(name);
    }
  }
  assert.deepEqual(
    [...awaited],
    [],
    `never in ${most} runs: ${[...awaited].join(', ')}. A new command or act needs somebody who brings it about: add a scene ` +
      '(a generator in simulate/scenes, a row in simulate/scenes/subjects.ts), look at `npm run simulate -- --seed 1 ' +
      '--bodies 5 --days 150 --coverage`, or say in simulate/scenes/unplayed.ts why there is none.',
  );
  const said = Object.keys(unplayed).filter((name) => played.has(name));
  assert.deepEqual(said, [], 'these have a scene now: strike them from simulate/scenes/unplayed.ts');
});
