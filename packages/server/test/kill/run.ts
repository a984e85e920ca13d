// `npm run kill`: the kills in full number. `npm run kill -- ROUNDS COMMANDS` for others.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const [rounds = '20', commands = '2000'] = process.argv.slice(2);
const run = spawn(process.execPath, ['--test', join(import.meta.dirname, 'kill.test.ts')], {
  env: { ...process.env, CABILDO_KILL_ROUNDS: rounds, CABILDO_KILL_COMMANDS: commands },
  stdio: 'inherit',
});
run.on('exit', (code) => process.exit(code ?? 1));
