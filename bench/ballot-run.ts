// Verifies one archive in a process of its own and says what that took: `node bench/ballot-run.ts FILE THREADS`.
import { verifyArchive } from '@cabildo/ballot';
import { nodeMachine, nodeRandom, openArchiveFile, startBallotWorkers } from '@cabildo/ballot/node';

const [file = '', threads = '1'] = process.argv.slice(2);
const count = Number(threads);
const started = performance.now();
const source = openArchiveFile(file);
const report = await verifyArchive(source, nodeMachine, {
  random: nodeRandom,
  ...(count > 1 && { startChecker: startBallotWorkers(count) }),
});
source.close();
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    ok: report.ok,
    seconds: (performance.now() - started) / 1_000,
    processor: (user + system) / 1_000_000,
    megabytes: process.resourceUsage().maxRSS / 1_000,
  }),
);
