import { type Cargo, cargoes, type PassageTotal, readPassages } from '@cabildo/book';
import { useEffect, useState } from 'preact/hooks';
import type { PassProps } from './pass-props.ts';
import type { PassWords } from './words-es.ts';

/** What one phone handed in, by the name of its count, or what was typed by hand. */
export interface Counted {
  readonly count: string;
  readonly byHand: boolean;
  readonly totals: readonly PassageTotal[];
}

const PATH = 'here:passages';

/** Kept on this device until it is published: the phones at the blocks begin anew once they have handed in. */
export function useCounted({ shell, session }: PassProps) {
  const [counted, setCounted] = useState<readonly Counted[]>([]);
  const person = session.person?.id ?? '';
  useEffect(() => {
    void shell.storage
      .get('known', [person, PATH])
      .catch(() => undefined)
      .then((kept) => setCounted((kept?.value as readonly Counted[] | undefined) ?? []));
  }, [shell, person]);
  const keep = async (value: readonly Counted[]): Promise<void> => {
    setCounted(value);
    await shell.storage.put('known', { person, path: PATH, value, at: Date.now() }).catch(() => undefined);
  };
  return { counted, keep };
}

/** A count that comes again takes the place of what it said before: that phone has gone on counting. */
export const withCounted = (all: readonly Counted[], one: Counted): readonly Counted[] => [
  ...all.filter(({ count }) => count !== one.count),
  one,
];

/** A line for each phone; what is wrong with one is said, and nothing of them is taken. */
export function linesIn(text: string, words: PassWords['counted']): readonly Counted[] | string {
  const found: Counted[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const read = readPassages(line);
    if (!read.ok) return words.faults[read.fault](read.part, line.trim().slice(0, 40));
    found.push({ ...read.passages, byHand: false });
  }
  return found.length === 0 ? words.faults['not-passages']('', '') : found;
}

/** All of them together, in the order of cargoes. */
export const sumOf = (all: readonly Counted[]): readonly PassageTotal[] =>
  cargoes.flatMap((cargo) => {
    const of = (which: 'withPass' | 'without'): number =>
      all.flatMap(({ totals }) => totals).reduce((sum, one) => sum + (one.cargo === cargo ? one[which] : 0), 0);
    const total = { cargo, withPass: of('withPass'), without: of('without') };
    return total.withPass + total.without === 0 ? [] : [total];
  });

/** As an act has them. */
export const countsOf = (totals: readonly PassageTotal[], which: 'withPass' | 'without') =>
  totals.flatMap((total): { readonly cargo: Cargo; readonly count: number }[] =>
    total[which] === 0 ? [] : [{ cargo: total.cargo, count: total[which] }],
  );
