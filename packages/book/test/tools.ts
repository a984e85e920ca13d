/** Programs that somebody else wrote, with which the tests check ours. */
import { spawnSync } from 'node:child_process';

function works(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/**
 * For a test's `skip`: false if the tool is there, else a sentence saying that it is not. Where CI=true a missing tool
 * is an error, so that a check cannot quietly stop being made.
 */
export function skipWithoutTool(name: string, args: readonly string[]): string | false {
  if (works(name, args)) return false;
  if (process.env.CI === 'true') throw new Error(`${name} is needed for this test and is not installed`);
  return `${name} is not installed`;
}

export const GO_ENV = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '' };
