import { utf8Decode } from '@cabildo/book';
import { type Act, readableAct } from '@cabildo/core';
import type { ActRow } from '../app/node.ts';

/** What pages show of a leaf. */
export interface ReadAct {
  readonly row: ActRow;
  readonly text: string;
  /** Null if this program does not know the type or version. */
  readonly act: Act | null;
  readonly by: { readonly office: string; readonly article: string };
  readonly cites: readonly { readonly book: string; readonly index: number }[];
  readonly slots: readonly string[];
}

interface LeafJson {
  readonly act: string;
  readonly v: number;
  readonly data: object;
  readonly by?: ReadAct['by'];
  readonly cites?: ReadAct['cites'];
  readonly commits?: Readonly<Record<string, string>>;
}

export function readAct(row: ActRow): ReadAct {
  const text = utf8Decode(row.entry) ?? '';
  const leaf = JSON.parse(text) as LeafJson;
  const act = { act: leaf.act, v: leaf.v, index: row.index, at: row.at, data: leaf.data };
  return {
    row,
    text,
    act: readableAct(act) ? act : null,
    by: leaf.by ?? { office: '', article: '' },
    cites: leaf.cites ?? [],
    slots: Object.keys(leaf.commits ?? {}),
  };
}
