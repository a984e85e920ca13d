import { confirmedText, textOf } from './agreed.ts';
import { linesOfAct } from './disputed.ts';
import type { Draft, KnownBook, Standing } from './types.ts';

interface Settled {
  /** The book has the same, or has been sent it: this phone's copy has done its work. */
  readonly done: readonly Draft[];
  /** What is there says something else than the receiver has signed: the receiver's word goes beside it. */
  readonly due: readonly Draft[];
  /** Corrections of which the book has another under the same number: what was signed here counts no more, and is kept to be read. */
  readonly overtaken: readonly Draft[];
}

/** Texts that have become a matter of the book. What this phone could not ask stays as it is. */
export async function settledIn(book: KnownBook, drafts: readonly Draft[]): Promise<Settled> {
  const found: Record<keyof Settled, Draft[]> = { done: [], due: [], overtaken: [] };
  for (const draft of drafts) {
    const standing = book.handOvers.find(({ id }) => id === draft.agreed.id);
    if (standing === undefined || draft.overtaken !== undefined) continue;
    const as = draft.agreed.what === 'correction' ? await correctedAs(draft, standing) : standsAs(draft, standing);
    if (as === 'done' || as === 'due') found[as].push(draft);
    else if (as !== null) found.overtaken.push({ ...draft, overtaken: as.act });
  }
  return found;
}

function standsAs(draft: Draft, standing: Standing): 'done' | 'due' | null {
  const { agreed, side, receiver, book } = draft;
  if (bothSigned(draft)) return 'done';
  const isSame = textOf(book, agreed) === confirmedText(book, standing);
  if (isSame && (!standing.provisional || side === 'giver')) return 'done';
  return side === 'receiver' && receiver !== null ? 'due' : null;
}

async function correctedAs(draft: Draft, standing: Standing): Promise<'done' | { readonly act: number } | null> {
  const { agreed, book, body } = draft;
  const number = agreed.what === 'correction' ? agreed.number : 0;
  const act = standing.corrections[number - 1];
  if (act === undefined) return null;
  if (bothSigned(draft)) return 'done';
  const lines = number === standing.corrections.length ? standing.lines : await linesOfAct(body, act);
  if (lines === null) return null;
  return textOf(book, { ...agreed, lines }) === textOf(book, agreed) ? 'done' : { act };
}

/** Both signatures went out together: the draft was there to be shown, and of what is refused its sending tells. */
const bothSigned = ({ giver, receiver }: Draft): boolean => giver !== null && receiver !== null;
