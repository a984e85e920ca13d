import type { BodyState } from '@cabildo/core';
import type { ActRow, Node } from '../app/node.ts';
import { readAct } from './acts.ts';
import { builtInTongue } from './tongue.ts';
import { sentenceOf, type Visit, visitWith } from './visit.ts';

interface InBoth {
  readonly es: string;
  readonly en: string;
}

/** The sentence of an act as the pages say it, in both languages; null where this program knows none. */
export const actInWords = async (node: Node, state: BodyState, row: ActRow): Promise<InBoth | null> =>
  (await actsInWords(node, state, [row]))[0] ?? null;

/** The same of several. */
export async function actsInWords(
  node: Node,
  state: BodyState,
  rows: readonly ActRow[],
): Promise<readonly (InBoth | null)[]> {
  const books = await node.booksByOrigin();
  const [inSpanish, inEnglish] = (['es', 'en'] as const).map((language) =>
    visitWith(node, books, { path: '', base: '', tongue: builtInTongue(language), others: [], chosen: null }),
  ) as [Visit, Visit];
  return rows.map((row) => {
    const { act } = readAct(row);
    const [es, en] = [sentenceOf(inSpanish, state, act), sentenceOf(inEnglish, state, act)];
    return es === null || en === null ? null : { es, en };
  });
}
