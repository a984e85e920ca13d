import type { BodyState } from '@cabildo/core';
import type { ActRow, Node } from '../app/node.ts';
import { readAct } from './acts.ts';
import { sentenceOf, visitWith } from './visit.ts';

/** The sentence of an act as the pages say it, in both languages; null where this program knows none. */
export async function actInWords(
  node: Node,
  state: BodyState,
  row: ActRow,
): Promise<{ readonly es: string; readonly en: string } | null> {
  const books = await node.books();
  const { act } = readAct(row);
  const said = (language: 'es' | 'en') =>
    sentenceOf(visitWith(node, books, { path: '', base: '', language, chosen: false }), state, act);
  const [es, en] = [said('es'), said('en')];
  return es === null || en === null ? null : { es, en };
}
