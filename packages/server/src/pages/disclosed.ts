import { actEntry, type BodyState, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import type { ReadAct } from './acts.ts';
import { type Html, html } from './html.ts';
import { actPath, type Visit } from './visit.ts';

/** What lies beside an act, in one slot: there for everybody, withdrawn, for some only, or not on this node. */
export type Disclosed =
  | { readonly slot: string; readonly state: 'open'; readonly content: unknown }
  | { readonly slot: string; readonly state: 'withdrawn'; readonly by: number }
  | { readonly slot: string; readonly state: 'restricted' | 'absent' };

export async function disclosedBy({ node }: Visit, state: BodyState, act: ReadAct): Promise<readonly Disclosed[]> {
  if (act.slots.length === 0) return [];
  const file = await node.disclosures(act.row.origin, act.row.index, 'public');
  const audiences = actEntry(act.row.act)?.discloses ?? {};
  return act.slots.map((slot) => {
    const erased = tableGet(state.erasures, `${act.row.index}/${slot}`);
    if (erased !== undefined) return { slot, state: 'withdrawn', by: erased };
    const found = file?.slots[slot];
    if (found !== undefined) return { slot, state: 'open', content: found.disclosure };
    return { slot, state: audiences[slot] === 'public' ? 'absent' : 'restricted' };
  });
}

/** The words of an act, whatever else was committed to beside them. */
export const textAmong = (disclosed: readonly Disclosed[]): Disclosed | undefined =>
  disclosed.find(({ slot }) => slot === 'text') ?? disclosed[0];

/** A text as paragraphs; anything else as the JSON that was committed to. */
export function contentOf(content: unknown): Html {
  if (typeof content !== 'string') return html`<pre>${JSON.stringify(content, null, 1)}</pre>`;
  return html`<div class="text">${content.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)}</div>`;
}

/** The public text of a motion or of minutes, or why it is not here. */
export async function textOf(visit: Visit, book: BookView, act: ReadAct): Promise<Html | null> {
  const text = textAmong(await disclosedBy(visit, book.state, act));
  if (text === undefined) return null;
  if (text.state === 'open') return contentOf(text.content);
  if (text.state === 'withdrawn')
    return html`<p class="soft">${visit.words.sitting.withdrawn} <a href="${visit.link(actPath(book, text.by))}">${visit.words.body.act(text.by)}</a></p>`;
  return html`<p class="soft">${visit.words.sitting.textNotHere}</p>`;
}
