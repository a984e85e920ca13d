import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Pulses, type PulseText } from '../../src/app/live/pulses.ts';

const ORIGIN = 'el-alto.example/senkata';

/** Pulses of a body whose content is a number, on a clock of the test's own. */
function counted(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let count = 0;
  let phones = 0;
  let computed = 0;
  let now = 0;
  const text = (): PulseText => ({
    all: `all ${count}`,
    running: `running ${count}`,
    said: { all: String(count), running: `${count}, ${phones} phones` },
  });
  const pulses = new Pulses({
    compute: () => {
      computed += 1;
      return Promise.resolve(text());
    },
    log: (line) => assert.fail(line),
    now: () => now,
  });
  return {
    pulses,
    computed: () => computed,
    change() {
      count += 1;
      pulses.touched(ORIGIN);
    },
    phoneHeard() {
      phones += 1;
      pulses.touched(ORIGIN);
    },
    async pass(ms: number) {
      now += ms;
      t.mock.timers.tick(ms);
      // Until what was looked up has been told.
      for (let i = 0; i < 20; i++) await Promise.resolve();
    },
    listen(runs: boolean) {
      const heard: string[] = [];
      const stop = pulses.listen(ORIGIN, ({ said }) => heard.push(runs ? said.running : said.all), runs);
      return { heard, stop };
    },
  };
}

test('however often something changes, a listener is told at most four times a second, and the last of it', async (t) => {
  const { change, pass, listen } = counted(t);
  const { heard } = listen(false);
  await pass(1_000);
  for (let i = 0; i < 20; i++) {
    change();
    await pass(50);
  }
  await pass(250);
  assert.ok(heard.length <= 6, heard.join());
  assert.equal(heard.at(-1), '20');
});

test('of a crowd those who run the sitting are told four times a second, everybody else less often', async (t) => {
  const { change, pass, listen, computed } = counted(t);
  const crowd = Array.from({ length: 2_500 }, () => listen(false));
  const desk = listen(true);
  await pass(5_000);
  for (let i = 0; i < 20; i++) {
    change();
    await pass(250);
  }
  const [one] = crowd as [(typeof crowd)[0]];
  assert.ok(desk.heard.length >= 19, desk.heard.join());
  assert.ok(one.heard.length <= 7, one.heard.join());
  assert.ok(computed() <= 21, `${computed()} times computed`);
  await pass(1_000);
  assert.deepEqual(
    crowd.map(({ heard }) => heard.at(-1)),
    crowd.map(() => '20'),
  );
});

test('whoever begins to listen while a change waits takes it from nobody', async (t) => {
  const { pulses, change, pass, listen } = counted(t);
  const early = listen(false);
  await pulses.current(ORIGIN);
  change();
  await pass(250);
  change();
  const late = listen(false);
  assert.equal((await pulses.current(ORIGIN))?.said.all, '2');
  await pass(250);
  assert.deepEqual(early.heard, ['1', '2']);
  assert.equal(late.heard.at(-1), '2');
});

test('the same again is told to nobody, and nothing is computed for nobody', async (t) => {
  const { pulses, pass, listen, computed, change } = counted(t);
  const { heard, stop } = listen(false);
  await pulses.current(ORIGIN);
  pulses.touched(ORIGIN);
  await pass(250);
  assert.deepEqual([heard, computed()], [[], 2]);
  stop();
  change();
  await pass(1_000);
  assert.equal(computed(), 2);
});

test('that a phone is heard is news for those who run the sitting alone', async (t) => {
  const { pulses, pass, listen, phoneHeard } = counted(t);
  const [crowd, desk] = [listen(false), listen(true)];
  await pulses.current(ORIGIN);
  phoneHeard();
  await pass(250);
  assert.deepEqual([crowd.heard, desk.heard], [[], ['0, 1 phones']]);
});
