import { execFile } from 'node:child_process';

type RunAs = { uid: number; gid: number };
type CommandResult = { code: number; output: string };

/**
 * Runs a program to its end, as `account` where one is given, and never throws for what the program says.
 * The environment is bare: PostgreSQL's messages must be in English, and nothing of the node's own settings
 * (which may hold secrets) belongs in the database's processes.
 */
export function runCommand(program: string, args: string[], account?: RunAs): Promise<CommandResult> {
  const options = {
    cwd: '/',
    env: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
      SystemRoot: process.env.SystemRoot,
    },
    maxBuffer: 16 * 1024 * 1024,
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ code, output: (stdout + stderr || (error?.message ?? '')).trim() });
    });
  });
}
