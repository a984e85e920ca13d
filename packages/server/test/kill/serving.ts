// A node in a process of its own, to be killed: `serving.ts DATA-FOLDER`. Prints its address.
import { serve } from '../../src/serve.ts';

const [dataDir = ''] = process.argv.slice(2);
const MINUTE = 60_000;
let ahead = 0;
// A minute goes by.
process.on('SIGUSR2', () => {
  ahead += MINUTE;
});
const { url } = await serve({
  name: 'el-alto.example',
  dataDir,
  port: 0,
  env: {},
  clock: () => Date.now() + ahead,
  log: (line) => process.stderr.write(`${line}\n`),
  onLost: (error) => {
    process.stderr.write(`lost: ${error.message}\n`);
    process.exit(1);
  },
});
process.stdout.write(`${url}\n`);
