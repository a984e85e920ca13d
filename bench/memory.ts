// Resident memory of a node and its database a while after the story: summed PSS, so that pages which the database's
// processes share are counted once.
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure, Section } from './measure.ts';
import { withNodeProcess } from './node-process.ts';
import { withChildren } from './processor-time.ts';

export const measureMemory: Section = ({ wait }, say) =>
  withNodeProcess(['demo'], async ({ pid, databasePid }) => {
    say(`the story is told; waiting ${wait} s`);
    await pause(wait * 1_000);
    const node = await pssOf([pid]);
    const family = await withChildren(databasePid);
    const database = await pssOf(family);
    return [
      { what: 'node', value: node, unit: 'MB' },
      { what: `database, ${family.length} processes`, value: database, unit: 'MB' },
      { what: `together, ${wait} s after the story`, value: node + database, unit: 'MB' },
    ] satisfies Figure[];
  });

/** In megabytes of a million bytes. */
async function pssOf(pids: readonly number[]): Promise<number> {
  let kilobytes = 0;
  for (const pid of pids) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch((error: NodeJS.ErrnoException) => {
      // A backend that has ended meanwhile; anything else would make the sum wrong.
      if (error.code === 'ENOENT' || error.code === 'ESRCH') return '';
      throw error;
    });
    kilobytes += Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
  }
  return (kilobytes * 1_024) / 1e6;
}
