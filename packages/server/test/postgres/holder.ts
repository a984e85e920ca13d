// A process of its own that starts a database and holds it, for tests that kill it.
// Says one line of JSON when it is ready; ends well when its input ends.
import { startDatabase } from '../../src/store/postgres/index.ts';

const [dataDir = '', share = ''] = process.argv.slice(2);
const lines: string[] = [];
try {
  const database = await startDatabase({
    dataDir,
    env: {},
    log: (line) => lines.push(line),
    share: share === 'share',
    settings: { fsync: 'off' },
  });
  const { url, version, place, pid } = database;
  console.log(JSON.stringify({ url, version, place, pid, lines }));
  process.stdin.resume().on('end', () => void database.stop());
} catch (error) {
  console.log(JSON.stringify({ error: String(error), lines }));
}
