// The table of falsified elections in docs/secret-ballot.md.
import { fileURLToPath } from 'node:url';
import type { Mutation } from './mutation.ts';

export const documentPath = fileURLToPath(new URL('../../../docs/secret-ballot.md', import.meta.url));

const heading = '## What each verifier finds';

export function tableRow({ part, what, finds }: Mutation, isAccepted: boolean): string {
  return `${rowStart(part, what, finds)} ${isAccepted ? '**accepts**' : 'refuses'} |`;
}

/** What a row says of ours; what it says of the other is known only by running it. */
export function rowStart(part: string, what: string, finds: readonly string[]): string {
  return `| ${part} | ${what} | ${finds.map((code) => `\`${code}\``).join(' ')} |`;
}

export function withTable(page: string, rows: readonly string[]): string {
  const accepted = rows.filter((row) => row.includes('**accepts**')).length;
  const text = [
    heading,
    '',
    `Ways to falsify an election, by a forger who holds every key and makes hashes and signatures anew (\`packages/ballot/test/mutations.ts\`). Of ${rows.length},`,
    `\`cabildo ballot verify\` finds all; \`belenios-tool\` 2.0 accepts ${accepted}. Many of these do no harm by themselves (another tar header, an entry without use);`,
    'they are found because an archive that can be written in two ways can be read in two ways. The table is made by',
    '`node packages/ballot/test/write-table.ts`, and the tests hold its rows against what is found.',
    '',
    '| part | what is falsified | ours finds | belenios-tool 2.0 |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  const at = page.indexOf(heading);
  return at < 0 ? `${page.trimEnd()}\n\n${text}` : `${page.slice(0, at)}${text}`;
}
