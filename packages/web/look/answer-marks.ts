/** As many as have no factor in common with the colours, so that the first thirty answers all differ. */
const SHAPES = '●■▲◆★▼';
const COLOURS = 5;

export interface AnswerMark {
  readonly shape: string;
  /** Its place among the colours (`.colour-1` to `.colour-4` in the styles; 0 is what a mark has by itself). */
  readonly colour: number;
}

/** What an answer is told by beside its words, in the booth and on the list in the hall. The first is 1, as on the list. */
export const answerMark = (number: number): AnswerMark => ({
  shape: SHAPES[(number - 1) % SHAPES.length] ?? '',
  colour: (number - 1) % COLOURS,
});
