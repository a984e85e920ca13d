// A node in a process of its own, to be killed: `serving.ts DATA-FOLDER`. Prints its address.
import { serve } from '../../src/serve.ts';

const [dataDir = ''] = process.argv.slice(2);
const { url } = await serve({
  name: 'el-alto.example',
  dataDir,
  port: 0,
  env: {},
  log: (line) => process.stderr.write(`${line}\n`),
  onLost: (error) => {
    process.stderr.write(`lost: ${error.message}\n`);
    process.exit(1);
  },
});
process.stdout.write(`${url}\n`);
