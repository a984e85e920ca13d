import { FormatProblem, quoted } from './problem.ts';

type Names = { readonly names: string[]; readonly title: string };

/**
 * The names after the ballots of a BLT file, and the title. One name a line, with quotes or without, is the common form;
 * where a line has several quoted texts, the first is the name and the second a party. All on one line is read as well.
 */
export function namesOf(text: string, firstLine: number, candidates: number): Names {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ text: withoutComment(line).trim().replace(/^,+$/, ''), number: firstLine + at }));
  const filled = lines.filter((line) => line.text !== '');
  if (filled.length < candidates) {
    const inOne = quotedTexts(text);
    if (inOne.length >= candidates && inOne.length <= candidates + 3) {
      return { names: inOne.slice(0, candidates), title: inOne[candidates] ?? '' };
    }
    throw new FormatProblem(
      { line: firstLine + lines.length - 1, column: 1 },
      {
        es: `Faltan nombres: hay ${filled.length} y los candidatos son ${candidates}.`,
        en: `Names are missing: there are ${filled.length} for ${candidates} candidates.`,
      },
    );
  }
  // After the names the file may have a title, a source and a comment in quotes, and notes without.
  const surplus = filled.slice(candidates + 3).find((line) => line.text.startsWith('"'));
  if (surplus !== undefined) {
    throw new FormatProblem(
      { line: surplus.number, column: 1 },
      { es: `Sobra texto: ${quoted(surplus.text)}.`, en: `There is too much text: ${quoted(surplus.text)}.` },
    );
  }
  const names = filled.map((line) => nameOn(line).trim());
  return { names: names.slice(0, candidates), title: names[candidates] ?? '' };
}

function nameOn({ text, number }: { text: string; number: number }): string {
  // A spreadsheet leaves a comma behind.
  if (!text.startsWith('"')) return text.replace(/,$/, '');
  const [name] = quotedTexts(text);
  if (name !== undefined) return name;
  throw new FormatProblem(
    { line: number, column: 1 },
    { es: 'Faltan las comillas de cierre.', en: 'The closing quotation mark is missing.' },
  );
}

const quotedTexts = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\\r\n]|\\.)*)"/g)].map(([, name = '']) => name.replaceAll(/\\(.)/g, '$1'));

/**
 * A `#` outside quotation marks begins a comment, at the start of a line or after a closing quote; but Glasgow's files of 2007 have
 * their names in comments, as PrefLib does.
 */
function withoutComment(line: string): string {
  const named = /^\s*# ALTERNATIVE NAME \d+:\s*(?<name>.*)$/i.exec(line)?.groups?.name;
  if (named !== undefined) return named;
  if (line.trimStart().startsWith('#')) return '';
  return /^\s*"/.test(line) ? line.replace(/^(\s*"(?:[^"\\]|\\.)*"[^"#]*)#.*$/, '$1') : line;
}
