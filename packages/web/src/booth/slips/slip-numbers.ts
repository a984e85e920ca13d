/** Numbers of slips as people write them down: `3, 7-9 12`. */
export type ReadNumbers =
  | { readonly ok: true; readonly numbers: readonly number[] }
  | { readonly ok: false; readonly wrong: string };

/** In order, each once; none above `most`. */
export function readNumbers(typed: string, most: number): ReadNumbers {
  const found = new Set<number>();
  for (const part of typed.split(/[\s,;]+/).filter((one) => one !== '')) {
    const [, from, to = from] = /^([0-9]{1,5})(?:[-–]([0-9]{1,5}))?$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === undefined || first < 1 || last < first || last > most) return { ok: false, wrong: part };
    for (let number = first; number <= last; number++) found.add(number);
  }
  return { ok: true, numbers: [...found].sort((a, b) => a - b) };
}

/** What is on the outside of a half, for a camera: its number, and nothing of what is inside. */
export const outsideCode = (election: string, number: number): string => `cabildo-slip:${election}:${number}`;

export function numberOnOutside(said: string, election: string): number | null {
  const [, named, number] = /^cabildo-slip:([^:]+):([0-9]{1,5})$/.exec(said.trim()) ?? [];
  return named === election && number !== undefined ? Number(number) : null;
}
