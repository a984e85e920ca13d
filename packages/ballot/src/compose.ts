/** The three files with which an archive begins. */
import type { Workshop } from './proof.ts';
import { readSetup, type Setup, type SetupFault, type SetupFiles } from './setup.ts';
import { type ElectionFields, type TrusteeFields, trusteesShape } from './structures.ts';
import { readTrustees } from './trustee.ts';
import { readJson, writeJson } from './wire.ts';

export interface ElectionPlan
  extends Pick<ElectionFields, 'uuid' | 'name' | 'description' | 'questions' | 'administrator'> {
  readonly trustees: readonly TrusteeFields[];
  /** Public credentials, each of which weighs one. */
  readonly credentials: readonly string[];
}

export interface Composed {
  readonly files: SetupFiles;
  readonly setup: Setup | undefined;
  readonly faults: readonly SetupFault[];
}

export function composeSetup(workshop: Workshop, plan: ElectionPlan): Composed {
  const { group, machine } = workshop;
  const { trustees, credentials, uuid, name, description, questions, administrator } = plan;
  const election: ElectionFields = {
    version: 1,
    description,
    name,
    group: group.name,
    public_key: group.write(readTrustees(workshop, trustees).trustees.electionKey),
    questions,
    uuid,
    ...(administrator !== undefined && { administrator }),
  };
  const files = {
    election: writeJson(election),
    trustees: writeJson(trustees),
    credentials: writeJson(credentials),
  };
  return { files, ...readSetup(files, machine) };
}

/** Trustees as they stand in an archive; undefined where the file has not their form. */
export function readTrusteeFields(json: string): readonly TrusteeFields[] | undefined {
  const read = readJson(json, trusteesShape);
  return read.ok && writeJson(read.value) === json ? read.value : undefined;
}

/** The public keys of all trustees as they are written, in the order of their numbers. */
export function keysOf(fields: readonly TrusteeFields[]): readonly string[] {
  return fields.flatMap((item) =>
    item[0] === 'Single'
      ? [item[1].public_key]
      : item[1].verification_keys.map((verification) => verification.public_key),
  );
}
