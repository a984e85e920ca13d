/** The beginning of an archive: the election, its trustees and its voters, and whether they fit together. */
import { readVoters } from './credential.ts';
import { type Election, readElection } from './election.ts';
import type { FindingCode } from './finding.ts';
import type { Machine } from './machine.ts';
import { credentialsShape, trusteesShape } from './structures.ts';
import { readTrustees, type Trustees } from './trustee.ts';
import { readJson, writeJson } from './wire.ts';

export interface Setup {
  readonly election: Election;
  readonly trustees: Trustees;
  /** Weight by public credential. */
  readonly voters: ReadonlyMap<string, bigint>;
}

export interface SetupFiles {
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
}

export interface SetupFault {
  readonly code: FindingCode;
  readonly file: keyof SetupFiles;
  readonly path: string;
}

/** The setup as far as it can be read, and everything that is wrong with it. */
export function readSetup(
  files: SetupFiles,
  machine: Machine,
): { readonly setup: Setup | undefined; readonly faults: readonly SetupFault[] } {
  const faults: SetupFault[] = [];
  const read = readElection(files.election, machine);
  if (!read.ok) faults.push({ code: `election-${read.fault}`, file: 'election', path: read.path });
  const trusteeFields = readJson(files.trustees, trusteesShape);
  if (!trusteeFields.ok) faults.push({ code: 'trustees-malformed', file: 'trustees', path: trusteeFields.path });
  else if (writeJson(trusteeFields.value) !== files.trustees || trusteeFields.value.length === 0)
    faults.push({ code: 'trustees-malformed', file: 'trustees', path: '' });
  const lines = readJson(files.credentials, credentialsShape);
  if (!lines.ok) faults.push({ code: 'credentials-malformed', file: 'credentials', path: lines.path });
  else if (writeJson(lines.value) !== files.credentials)
    faults.push({ code: 'credentials-malformed', file: 'credentials', path: '' });
  if (!read.ok || !trusteeFields.ok || !lines.ok) return { setup: undefined, faults };
  const { election } = read;
  const { trustees, faults: ofTrustees } = readTrustees(election, trusteeFields.value);
  for (const { fault, path } of ofTrustees) faults.push({ code: `trustees-${fault}`, file: 'trustees', path });
  if (trustees.electionKey !== election.key.y)
    faults.push({ code: 'election-key', file: 'election', path: 'public_key' });
  const { voters, faults: ofVoters } = readVoters(lines.value, election.group);
  for (const { fault, path } of ofVoters) faults.push({ code: `credentials-${fault}`, file: 'credentials', path });
  return { setup: { election, trustees, voters }, faults };
}
