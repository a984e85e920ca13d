import type { Election } from '../election.ts';
import type { CountResult } from '../result.ts';
import type { Language, Text } from '../text.ts';

const words = {
  stage: { es: 'Etapa', en: 'Stage' },
  nonTransferable: { es: 'sin destino', en: 'non-transferable' },
  residue: { es: 'resto del redondeo', en: 'rounding residue' },
  elected: { es: 'Elegidos', en: 'Elected' },
  nobody: { es: 'nadie', en: 'nobody' },
  quota: { es: 'Cuota', en: 'Quota' },
  ballots: { es: 'Papeletas', en: 'Ballots' },
  valid: { es: 'válidas', en: 'valid' },
  blank: { es: 'en blanco', en: 'blank' },
  invalid: { es: 'nulas', en: 'invalid' },
  seat: { es: 'puestos', en: 'seats' },
} satisfies Record<string, Text>;

/** The result as a teller reads it out, line by line. */
export function resultLines(election: Election, result: CountResult, language: Language): string[] {
  const say = (text: Text) => text[language];
  const names = new Map(election.candidates.map(({ id, name }) => [id, name]));
  const { ballots, quota, stages, elected, lotsRequired } = result;
  const lines: string[] = election.title === '' ? [] : [election.title];
  lines.push(
    `${result.method}, ${result.seats} ${say(words.seat)}`,
    `${say(words.ballots)}: ${ballots.total} (${ballots.valid} ${say(words.valid)}, ${ballots.blank} ${say(words.blank)}, ${ballots.invalid} ${say(words.invalid)})`,
  );
  if (quota !== null) lines.push(`${say(words.quota)}: ${quota}`);
  for (const { n, explanation, tally, nonTransferable, residue } of stages) {
    lines.push('', `${say(words.stage)} ${n}: ${say(explanation)}`);
    const rows = Object.entries(tally);
    const width = Math.max(0, ...rows.map(([, votes]) => votes.length));
    for (const [id, votes] of rows) lines.push(`  ${votes.padStart(width)}  ${names.get(id) ?? id}`);
    if (Number(nonTransferable) !== 0)
      lines.push(`  ${nonTransferable.padStart(width)}  (${say(words.nonTransferable)})`);
    if (Number(residue) !== 0) lines.push(`  ${residue.padStart(width)}  (${say(words.residue)})`);
  }
  lines.push('', `${say(words.elected)}: ${electedText(elected.map(({ name }) => name)) || say(words.nobody)}`);
  if (lotsRequired !== null) lines.push('', say(lotsRequired.explanation), `  ${lotsRequired.tied.join(' ')}`);
  return lines;
}

/** A list that got several seats is named once, with their number. */
function electedText(names: readonly string[]): string {
  const seats = new Map<string, number>();
  for (const name of names) seats.set(name, (seats.get(name) ?? 0) + 1);
  return [...seats].map(([name, number]) => (number === 1 ? name : `${name} (${number})`)).join(', ');
}
