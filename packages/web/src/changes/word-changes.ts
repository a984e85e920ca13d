/** A stretch of words: as it was, taken out, put in. */
export interface Stretch {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Beyond that a table of all pairs is too much for a cheap phone: the middle is shown as taken out and put in whole. */
const mostPairs = 1_000_000;

/** What became of a text, word by word: what is out before what is in, and nothing else between them. */
export function wordChanges(before: string, after: string): readonly Stretch[] {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const start = sharedStart(old, now);
  const end = sharedStart(old.slice(start).reverse(), now.slice(start).reverse());
  const [gone, come] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const middle =
    gone.length * come.length > mostPairs
      ? [
          ...gone.map((text) => ({ kind: 'out', text }) as const),
          ...come.map((text) => ({ kind: 'in', text }) as const),
        ]
      : pairUp(gone, come);
  const same = (words: readonly string[]) => words.map((text) => ({ kind: 'same', text }) as const);
  return joined([...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))]);
}

/** Words and signs, each with the blanks before it, so that joining them gives the text back. */
const wordsIn = (text: string): string[] => text.match(/\s*[\p{L}\p{N}\p{M}]+|\s*[^\s\p{L}\p{N}\p{M}]|\s+$/gu) ?? [];

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one[shared] === other[shared]) shared++;
  return shared;
}

/** The longest common subsequence, by the table of its lengths. */
function pairUp(gone: readonly string[], come: readonly string[]): readonly Stretch[] {
  const width = come.length + 1;
  const lengths = new Uint16Array((gone.length + 1) * width);
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        gone[i] === come[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    const [out, put] = [gone[i], come[j]];
    if (out !== undefined && out === put) {
      found.push({ kind: 'same', text: out });
      i++;
      j++;
    } else if (
      put === undefined ||
      (out !== undefined && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      found.push({ kind: 'out', text: out ?? '' });
      i++;
    } else {
      found.push({ kind: 'in', text: put });
      j++;
    }
  }
  return found;
}

/** What changes with so many words around it; what is left out in between is a dot of three. */
export function around(stretches: readonly Stretch[], near: number): readonly Stretch[] {
  return stretches.map((stretch, place) => {
    const words = wordsIn(stretch.text);
    const [first, last] = [place === 0, place === stretches.length - 1];
    const kept = (first ? 0 : near) + (last ? 0 : near);
    if (stretch.kind !== 'same' || kept === 0 || words.length <= kept) return stretch;
    const head = first ? '' : words.slice(0, near).join('');
    const tail = last ? '' : words.slice(words.length - near).join('');
    return { kind: 'same', text: `${head} …${tail}` };
  });
}

/** Neighbours of one kind in one piece; between two common words everything out stands before everything in. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let out = '';
  let put = '';
  const settle = (): void => {
    if (out !== '') found.push({ kind: 'out', text: out });
    if (put !== '') found.push({ kind: 'in', text: put });
    out = '';
    put = '';
  };
  for (const { kind, text } of stretches) {
    if (kind === 'out') out += text;
    else if (kind === 'in') put += text;
    else {
      settle();
      const last = found.at(-1);
      if (last?.kind === 'same') found[found.length - 1] = { kind, text: last.text + text };
      else found.push({ kind, text });
    }
  }
  settle();
  return found;
}
