/** `cabildo` as a process: its words, its streams, its exit code. */
import { runLine } from './run-line.ts';

// `cabildo … | head` closes our output early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { stdout: out, stderr: err, env } = process;
process.exitCode = await runLine(process.argv.slice(2), { out, err, env });
