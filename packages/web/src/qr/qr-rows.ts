import { correction, generate } from 'lean-qr/nano';

/** The modules of a code that says this text, row by row, true where they are dark; a seventh of it may be spoilt. */
export function qrRows(text: string, border: number): readonly (readonly boolean[])[] {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const places = Array.from({ length: code.size + 2 * border }, (_, i) => i - border);
  return places.map((y) => places.map((x) => code.get(x, y)));
}
