/** What a teller has found in the urn. */
export interface Papers {
  readonly papers: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly blank: number;
  readonly spoilt: number;
}

export const papersFields = [
  'papers',
  'yes',
  'no',
  'abstain',
  'blank',
  'spoilt',
] as const satisfies readonly (keyof Papers)[];

export const noPapers: Papers = { papers: 0, yes: 0, no: 0, abstain: 0, blank: 0, spoilt: 0 };

/** How many papers lie on no pile yet; below zero where the piles hold more than there are. */
export const difference = ({ papers, yes, no, abstain, blank, spoilt }: Papers): number =>
  papers - yes - no - abstain - blank - spoilt;

export type Typed =
  | { readonly ok: true; readonly papers: number }
  /** The first line that cannot be read, from 1. */
  | { readonly ok: false; readonly line: number };

const line = /^\d+(\s+[1-9]\d*(=[1-9]\d*)*)*\s+0$/;

/** Lines of papers as BLT has them (`3 2 1 0`): how many papers they are. The node reads them again, with its rules. */
export function readLines(text: string): Typed {
  let papers = 0;
  for (const [at, raw] of text.split('\n').entries()) {
    const typed = raw.trim();
    if (typed === '') continue;
    if (!line.test(typed)) return { ok: false, line: at + 1 };
    papers += Number(typed.split(/\s+/)[0]);
  }
  return { ok: true, papers };
}
