import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { checkLine, parseLine } from '../src/command-line.ts';
import { commands } from '../src/command-table.ts';
import { helpOn } from '../src/help.ts';
import { Stop } from '../src/stop.ts';
import { cabildo, program } from './cabildo.ts';

test('the overview names every command, in both languages', async () => {
  for (const lang of ['en', 'es']) {
    const ran = await cabildo(['--help', '--lang', lang]);
    assert.equal(ran.code, 0);
    for (const { name } of commands) assert.ok(ran.out.includes(`\n  ${name}`), name);
    assert.ok(ran.out.split('\n').every((line) => line.length <= 100));
  }
});

for (const command of commands) {
  test(`help of ${command.name}`, async () => {
    const ran = await cabildo([...command.name.split(' '), '--help'], { env: { LANG: 'es_BO.UTF-8' } });
    assert.equal(ran.code, 0, ran.err);
    assert.equal(ran.out, `${helpOn(command, 'es').join('\n')}\n`);
    for (const [language, usage] of [
      ['en', 'Usage'],
      ['es', 'Uso'],
    ] as const) {
      const lines = helpOn(command, language);
      assert.ok(lines.some((line) => line.startsWith(`${usage}: cabildo ${command.name}`)));
      for (const option of [...Object.keys(command.options), 'json', 'help']) {
        assert.ok(
          lines.some((line) => line.startsWith(`  --${option} `)),
          option,
        );
      }
      for (const line of lines) {
        assert.ok(line.length <= 100 || line.startsWith('Us') || line.startsWith('  cabildo'), line);
      }
    }
  });
}

test('help as a document, and by the word', async () => {
  const ran = await cabildo(['help', 'book', 'verify', '--json']);
  assert.equal(JSON.parse(ran.out).command, 'book verify');
});

test('what the help calls required is asked for', () => {
  const refusal = (line: readonly string[]): string => {
    try {
      checkLine(parseLine(line, commands));
      return '';
    } catch (error) {
      return error instanceof Stop ? error.text.en : String(error);
    }
  };
  for (const { name, positionals, required = [] } of commands) {
    const words = name.split(' ');
    if (positionals.some(({ optional }) => optional !== true)) {
      assert.ok(refusal(words).includes(positionals[0]?.name ?? ''), name);
    }
    const given = positionals.map(() => 'x');
    if (required.length > 0) assert.ok(refusal([...words, ...given]).includes(`--${required[0]}`), name);
    const options = required.flatMap((option) => [`--${option}`, 'y']);
    assert.equal(refusal([...words, ...given, ...options]), '');
  }
});

test('the version', async () => {
  assert.match((await cabildo(['--version'])).out, /^cabildo \d+\.\d+\.\d+\n$/);
  assert.equal(JSON.parse((await cabildo(['-V', '--json'])).out).name, 'cabildo');
});

test('misuse: exit code 2, a sentence, what would be right, and nothing on stdout', async () => {
  for (const [line, said] of [
    ['', /No command was given/],
    ['bok verify', /Did you mean: book verify/],
    ['book', /Did you mean: book export, book verify, book import/],
    ['serv', /Did you mean: serve/],
    ['xyz', /There is no command "xyz"/],
    ['book verify x --key y z', /"z" is one argument too many/],
    ['book verify x --kee y', /Did you mean: --key/],
    ['rebuild --key y', /"rebuild" has no option --key/],
    ['book verify x --key --json', /--key needs its value/],
    ['book verify x --key=', /--key needs its value/],
    ['book verify x --key y --rules=yes', /--rules takes no value/],
    ['book verify x --key y --lang fr', /--lang es or --lang en/],
  ] as const) {
    const ran = await cabildo(line === '' ? [] : line.split(' '));
    assert.equal(ran.code, 2, line);
    assert.match(ran.err, said);
    if (!line.includes('--json')) assert.equal(ran.out, '');
    assert.doesNotMatch(ran.err, /\n {4}at /);
  }
});

test('with --json a failure is a document too', async () => {
  const ran = await cabildo(['book', 'verify', '/nowhere', '--key', 'x', '--json', '--lang', 'es']);
  assert.equal(ran.code, 2);
  const { ok, error } = JSON.parse(ran.out);
  assert.equal(ok, false);
  assert.equal(error.code, 'bad-key');
  assert.match(error.message, /no es una llave/);
});

const older = ['/usr/local/bin/node', '/usr/bin/node'].find(
  (path) => existsSync(path) && Number(execFileSync(path, ['-p', 'parseInt(process.versions.node)'])) < 24,
);

test('an older node says what is needed', { skip: older === undefined && 'no older node on this machine' }, () => {
  assert.throws(
    () => execFileSync(older ?? '', [program, '--version'], { stdio: 'pipe' }),
    (error: { status: number; stderr: Buffer }) => {
      assert.equal(error.status, 2);
      assert.match(error.stderr.toString(), /^cabildo needs Node\.js 24 or later; this is v/);
      return true;
    },
  );
});
