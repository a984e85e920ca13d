import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { ballotFile } from '@cabildo/count';
import { readBallots } from '../ballot-file.ts';
import type { ExitCode, Invocation } from '../command.ts';
import { misuse, Stop } from '../stop.ts';

/** Writes ballots in another format; what the public may read only where nobody is given away. */
export async function writeBallots({ positionals, values, switches, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const { out = '', least } = values;
  if (least !== undefined && !/^[1-9]\d{0,6}$/.test(least)) {
    throw misuse({ es: `--least ${least} no es un número.`, en: `--least ${least} is no number.` }, 'ballots');
  }
  const limit = switches.has('scrutineers') ? 0 : least === undefined ? undefined : Number(least);
  const written = ballotFile(readBallots(file), extname(out).slice(1).toLowerCase(), limit);
  if (!written.ok) throw new Stop(written.refusal.code, written.refusal.text);
  writeFileSync(out, written.text);
  terminal.answer({ ok: true, out }, [terminal.say({ es: `Escrito: ${out}`, en: `Written: ${out}` })]);
  return 0;
}
