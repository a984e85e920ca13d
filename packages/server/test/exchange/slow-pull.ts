// A node that pulls one mirror, in a process of its own that a test can kill: URL, folder, origin, source.
import { pullMirror } from '../../src/app/exchange/mirrors.ts';
import { openNode } from '../../src/app/index.ts';

const [databaseUrl = '', dataDir = '', key = '', origin = ''] = process.argv.slice(2);
const node = await openNode({ databaseUrl, dataDir, name: 'b.example', env: { CABILDO_VAULT_KEY: key } });
process.stdout.write('open\n');
const outcome = await pullMirror(node, origin, { onProgress: ({ acts }) => process.stdout.write(`${acts}\n`) });
process.stdout.write(`${outcome.kind}\n`);
await node.close();
