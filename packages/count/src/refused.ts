import type { CountRefusal, LotPurpose } from './result.ts';
import type { Text } from './text.ts';

/** Leaves a method that cannot count; `count` hands it on as data. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: CountRefusal;

  constructor(code: string, text: Text) {
    super(text.en);
    this.refusal = { code, text };
  }
}

/** Leaves a method at a tie for which no lot was handed in; what was counted so far stands in the record. */
export class LotNeeded extends Error {
  override readonly name = 'LotNeeded';
  readonly purpose: LotPurpose;
  readonly tied: readonly number[];
  readonly draw: number;

  constructor(purpose: LotPurpose, tied: readonly number[], draw: number) {
    super('a lot is needed');
    this.purpose = purpose;
    this.tied = tied;
    this.draw = draw;
  }
}
