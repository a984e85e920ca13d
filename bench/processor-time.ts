// What a process has spent of the processors, its threads and all: under the load of others the same as alone, more or less, which
// cannot be said of how long something took.
import { readdir, readFile } from 'node:fs/promises';

/** A process and those that it has started. */
export async function withChildren(parent: number): Promise<number[]> {
  const family = [parent];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    if (Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]) === parent) family.push(Number(name));
  }
  return family;
}

/** User and system time of all threads of these processes until now, in milliseconds; threads that have ended are left out. */
export async function processorMs(pids: readonly number[]): Promise<number> {
  let nanoseconds = 0;
  for (const pid of pids) {
    for (const thread of await readdir(`/proc/${pid}/task`).catch(() => [])) {
      const spent = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
      nanoseconds += Number(spent.split(' ')[0]);
    }
  }
  return nanoseconds / 1e6;
}
