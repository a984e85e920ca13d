import type { Candidate } from './election.ts';
import { LotNeeded } from './refused.ts';
import type { Elected, LotPurpose, Stage } from './result.ts';

type Written = Omit<Stage, 'n' | 'tally' | 'nonTransferable' | 'residue' | 'elected' | 'excluded'> & {
  /** By place in the list of candidates; undefined is left out. */
  readonly tally: readonly (string | undefined)[];
  readonly nonTransferable?: string;
  readonly residue?: string;
  readonly elected?: readonly number[];
  readonly excluded?: readonly number[];
};

/** What a method writes down while it counts. */
export class CountRecord {
  readonly stages: Stage[] = [];
  readonly elected: Elected[] = [];
  quota: string | null = null;
  invalid = 0n;
  private readonly candidates: readonly Candidate[];
  readonly lots: readonly number[];

  constructor(candidates: readonly Candidate[], lots: readonly number[]) {
    this.candidates = candidates;
    this.lots = lots;
  }

  /** Writes a stage; whoever it elects is elected in it. */
  stage({ tally, elected = [], excluded = [], nonTransferable = '0', residue = '0', ...rest }: Written): void {
    const n = this.stages.length + 1;
    for (const at of elected) this.elected.push({ id: this.id(at), name: this.name(at), stage: n });
    const shown = tally.flatMap((votes, at): [string, string][] => (votes === undefined ? [] : [[this.id(at), votes]]));
    this.stages.push({
      n,
      tally: Object.fromEntries(shown),
      nonTransferable,
      residue,
      ...rest,
      ...(elected.length > 0 && { elected: elected.map((at) => this.id(at)) }),
      ...(excluded.length > 0 && { excluded: excluded.map((at) => this.id(at)) }),
    });
  }

  id(at: number): string {
    return this.candidates[at]?.id ?? '';
  }

  name(at: number): string {
    return this.candidates[at]?.name ?? '';
  }

  names(places: readonly number[]): string[] {
    return places.map((at) => this.name(at));
  }

  /** The first of the lot's order among the tied. What a lot does not decide has to be drawn. */
  drawOne(purpose: LotPurpose, tied: readonly number[]): number {
    return this.draw(purpose, tied, 1)[0] as number;
  }

  /** The first `count` of the tied in the lot's order. */
  draw(purpose: LotPurpose, tied: readonly number[], count: number): number[] {
    if (tied.length <= count && purpose !== 'order') return [...tied];
    const drawn = this.lots.filter((at) => tied.includes(at)).slice(0, count);
    // The last one left needs no drawing.
    const rest = tied.filter((at) => !drawn.includes(at));
    if (drawn.length === count - 1 && rest.length === 1) return [...drawn, ...rest];
    if (drawn.length < count) throw new LotNeeded(purpose, tied, count);
    return drawn;
  }
}
