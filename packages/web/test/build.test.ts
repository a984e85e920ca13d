// The first thing that `npm start` does, run as npm runs it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const program = join(import.meta.dirname, '../build.js');
const folder = await mkdtemp(join(tmpdir(), 'cabildo-web-build-'));
after(() => rm(folder, { recursive: true, force: true }));

function run(args: string[], account: { uid?: number; gid?: number } = {}): Promise<{ code: number; said: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: tmpdir(), ...account }, (error, _out, said) =>
      resolve({ code: error === null ? 0 : Number(error.code) || 1, said }),
    ),
  );
}

const build = (dist: string) => run([program, dist]);

test('the phone page is built, and built again over what was there', async () => {
  const dist = join(folder, 'dist');
  for (let times = 0; times < 2; times++) {
    assert.deepEqual(await build(dist), { code: 0, said: '' });
    assert.deepEqual((await readdir(dist)).toSorted(), [
      'assets',
      'ballot',
      'index.en.html',
      'index.html',
      'office',
      'pass',
      'phone-worker.js',
      'supply',
    ]);
    await writeFile(join(dist, 'left-over'), '');
  }
});

test('where it cannot be written, a sentence says so and what to do, without a stack', async () => {
  // Root may write anywhere: a folder below a plain file is what no one can make.
  await writeFile(join(folder, 'plain'), '');
  const { code, said } = await build(join(folder, 'plain', 'dist'));
  assert.equal(code, 1);
  assert.match(
    said,
    /^The phone page cannot be built: .*plain\/dist cannot be written \(ENOTDIR\)\.\nCopy the project/,
  );
  assert.equal(said.trimEnd().split('\n').length, 2);
});

// Root may write anywhere, so it tries as somebody else; who that is may not be let into the folder of the project.
const ordinary = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const reachable = await run(['--check', program], ordinary).then(({ code }) => code === 0);

test('a page that was built before is good enough where nothing can be written', { skip: !reachable }, async () => {
  const dist = join(folder, 'read-only');
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), '');
  await chmod(folder, 0o755);
  await chmod(dist, 0o555);
  const { code, said } = await run([program, dist], ordinary);
  assert.equal(code, 0);
  assert.match(said, /cannot be written \(EACCES\): the phone page is the one that was built before\.\n$/);
  assert.deepEqual(await readdir(dist), ['index.html']);
});
