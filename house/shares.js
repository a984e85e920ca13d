// Which test files share a process. To load a node and all its rules takes longer than most files test, and so does starting a
// browser. Plain old JavaScript, because `test.js` is.
import fs from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * In the order in which they are begun: what takes longest first, so that at the end nothing long runs by itself. `most` files
 * share a process; rules need so little each that a few processes do.
 */
const kinds = [
  { name: 'command', of: /^packages\/(?:cli|ballot)\/|^simulate\//, most: 1 },
  // Once those are under way: whoever comes here first builds the client, and others find it.
  { name: 'web', of: /^packages\/web\//, most: 5 },
  // Processes are killed and servers set up there: each file by itself.
  { name: 'server-alone', of: /^packages\/server\/test\/(?:kill|postgres)\//, most: 1 },
  { name: 'server', of: /^packages\/server\//, most: 9 },
  { name: 'pure', of: /^packages\/(?:core|book|count|supply)\//, most: 20 },
  { name: 'rest', of: /^/, most: 1 },
];

/** However few files are named, as many processes have something to do. */
const FEWEST = 3;

/** Before and after everything in its process, or in a browser of its own kind. */
const alone = /^(?:before|beforeEach|afterEach)\(|inChromium\([^)]/m;

/** One file for each process, in `folder`, named in the order in which they are to be begun. */
export function sharesOf(files, folder) {
  const shares = [];
  let left = files;
  for (const { name, of, most } of kinds) {
    const own = left.filter((file) => of.test(file));
    left = left.filter((file) => !of.test(file));
    const single = own.filter((file) => most === 1 || alone.test(fs.readFileSync(file, 'utf8')));
    const shared = own.filter((file) => !single.includes(file));
    const count = Math.max(Math.min(shared.length, FEWEST), Math.ceil(shared.length / most));
    const groups = Array.from({ length: count }, (_, group) => shared.filter((_, at) => at % count === group));
    for (const group of [...single.map((file) => [file]), ...groups]) shares.push({ name, group });
  }
  return shares.map(({ name, group }, at) => {
    // Node begins files in the order of their names.
    const path = join(folder, `${String(at + 1).padStart(3, '0')}-${name}.test.mjs`);
    fs.writeFileSync(
      path,
      group.map((file) => `await import(${JSON.stringify(pathToFileURL(file).href)});\n`).join(''),
    );
    return path;
  });
}
