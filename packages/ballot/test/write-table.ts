// Writes into docs/secret-ballot.md which falsified elections each verifier finds: ours by its tests, belenios-tool by running it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentPath, tableRow, withTable } from './mutation-table.ts';
import { mutations } from './mutations.ts';
import { forger } from './mutations-forger.ts';
import { belenios } from './tool.ts';

const own = await forger();
const folder = join(tmpdir(), `cabildo-mutations-${process.pid}`);

function accepts(bytes: Uint8Array): boolean {
  mkdirSync(folder);
  writeFileSync(join(folder, `${own.made.uuid}.bel`), bytes);
  const { ok, said } = belenios(folder, ['election', 'verify']);
  rmSync(folder, { recursive: true });
  return ok && said.includes('all checks passed');
}

if (!accepts(own.made.archive)) throw new Error('belenios-tool refuses the election before it is falsified');
const rows = mutations.map((mutation) => tableRow(mutation, accepts(mutation.make(own))));
writeFileSync(documentPath, withTable(readFileSync(documentPath, 'utf8'), rows));
process.stdout.write(
  `${rows.length} rows, ${rows.filter((row) => row.includes('accepts')).length} accepted by belenios-tool\n`,
);
