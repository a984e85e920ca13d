import { base64Encode, type DisclosureFile, utf8Decode } from '@cabildo/book';
import type { ActRow } from '../app/node.ts';

/** An act as the API shows it; `entry` is the leaf itself, decoded. */
export interface ActJson {
  readonly origin: string;
  readonly index: number;
  readonly act: string;
  readonly at: string;
  readonly code: string;
  readonly leaf: string;
  readonly receivedAt: string;
  readonly entry: unknown;
}

export const actJson = (row: ActRow): ActJson => ({
  origin: row.origin,
  index: row.index,
  act: row.act,
  at: row.at,
  code: row.code,
  leaf: base64Encode(row.leaf),
  receivedAt: row.receivedAt,
  entry: JSON.parse(utf8Decode(row.entry) ?? 'null'),
});

/** Only what is disclosed, without the salts: those are for whoever checks the commitment, in `/books`. */
/** With them whoever reads a disclosure can hold it against the commitment in the act. */
export const saltsOf = (file: DisclosureFile | null): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(file?.slots ?? {}).map(([slot, { salt }]) => [slot, salt]));

export const disclosedOf = (file: DisclosureFile | null): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(file?.slots ?? {}).map(([slot, { disclosure }]) => [slot, disclosure]));
