/** belenios-tool, which somebody else wrote, and with which the tests check ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** Keys of tests need no entropy worth waiting for. */
const env = { ...process.env, BELENIOS_USE_URANDOM: '1' };

function version(): string | undefined {
  const ran = spawnSync('belenios-tool', ['--version'], { encoding: 'utf8', timeout: 60_000 });
  return ran.status === 0 ? ran.stdout.trim() : undefined;
}

/** For a test's `skip`. Where CI=true a missing tool is an error, so that a check cannot quietly stop being made. */
export function skipWithoutBelenios(): string | false {
  if (version() !== undefined) return false;
  if (process.env.CI === 'true') throw new Error('belenios-tool is needed for this test and is not installed');
  return 'belenios-tool is not installed';
}

export interface Ran {
  readonly ok: boolean;
  readonly out: string;
  readonly said: string;
}

/** Runs the tool in a folder; it finds the archive there by itself. */
export function belenios(folder: string, args: readonly string[], input = ''): Ran {
  const ran = spawnSync('belenios-tool', args, { cwd: folder, env, input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { ok: ran.status === 0, out: ran.stdout, said: ran.stderr };
}

/** The same where it has to succeed. */
export function must(folder: string, args: readonly string[], input = ''): string {
  const { ok, out, said } = belenios(folder, args, input);
  if (!ok) throw new Error(`belenios-tool ${args.join(' ')}: ${said}`);
  return out;
}

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes away with the test file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cabildo-ballot-'));
  made.push(folder);
  return folder;
}
