import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type ArchiveReport,
  finish,
  type Head,
  makeShare,
  readArchiveTime,
  readShareFile,
  type Setup,
  type Share,
  writeArchive,
  writeEncryptedTally,
} from '@cabildo/ballot';
import { nodeMachine, nodeRandom } from '@cabildo/ballot/node';
import type { ExitCode, Invocation } from '../command.ts';
import { openArchive, verifyFile } from '../secret-ballot/open-archive.ts';
import { reportDocument, reportLines } from '../secret-ballot/report-document.ts';
import { Stop } from '../stop.ts';

/** Exit 0 with the result written; 1 where the archive is not valid or parts are missing. */
export async function ballotTally(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, language, terminal } = invocation;
  const [file = ''] = positionals;
  const { keys = '', out = '' } = values;
  if (existsSync(out)) throw new Stop('eexist', { es: `${out} ya existe.`, en: `${out} exists already.` });
  const folder = dirname(out);
  if (!existsSync(folder))
    throw new Stop('enoent', { es: `La carpeta ${folder} no existe.`, en: `The folder ${folder} does not exist.` });
  const source = openArchive(file);
  try {
    const report = await verifyFile(file, source, invocation);
    const { setup, head } = report;
    if (!report.ok || setup === undefined || head === undefined) {
      terminal.answer(reportDocument(file, report, language), reportLines(file, report, language));
      return 1;
    }
    if (report.stage === 'complete') {
      throw new Stop('complete', { es: `${file} ya tiene su resultado.`, en: `${file} has its result already.` });
    }
    const given = sharesIn(keys, setup, report);
    const finished = append({ file, out, time: await readArchiveTime(source) }, head, report, setup, given.shares);
    for (const name of given.strangers) terminal.note(noKey(name));
    for (const owner of finished.bad) terminal.note(badPart(owner));
    const document = { ok: finished.ok, out, strangers: given.strangers, bad: finished.bad };
    if (finished.ok) {
      terminal.answer({ ...document, missing: [] }, [
        terminal.say({ es: `Resultado en ${out}.`, en: `Result in ${out}.` }),
      ]);
      return 0;
    }
    terminal.answer({ ...document, missing: finished.missing }, [
      ...finished.missing.map(({ needed, among }) => terminal.say(missing(needed, among))),
      ...(finished.missing.length === 0 ? [terminal.say(tooLarge)] : []),
    ]);
    return 1;
  } finally {
    source.close();
  }
}

interface Target {
  readonly file: string;
  readonly out: string;
  readonly time: number;
}

/** The new archive appears whole or not at all. */
function append(
  { file, out, time }: Target,
  head: Head,
  report: ArchiveReport,
  setup: Setup,
  shares: readonly Share[],
) {
  const part = `${out}.part`;
  copyFileSync(file, part);
  const handle = openSync(part, 'a');
  try {
    const writer = writeArchive({ machine: nodeMachine, time, write: (bytes) => void writeSync(handle, bytes) }, head);
    const { stage, tally, voters, weight, parts } = report;
    if (stage === 'voting') writer.endBallots();
    if (stage !== 'tallied')
      writer.tally(writeEncryptedTally(setup, tally), { numTallied: voters, totalWeight: weight });
    const finished = finish(writer, { setup, tally, weight, parts, shares });
    closeSync(handle);
    renameSync(part, out);
    return finished;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** What the folder gives: keys make their parts here, parts made elsewhere are taken as they are. */
function sharesIn(folder: string, setup: Setup, { tally }: ArchiveReport) {
  const shares: Share[] = [];
  const strangers: string[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    const isKey = name.endsWith('.privkey');
    if (!isKey && !name.endsWith('.decryption.json')) continue;
    const content = readFileSync(join(folder, name), 'utf8');
    const share = isKey ? shareOf(content, setup, tally) : readShareFile(content);
    if (share === undefined) strangers.push(name);
    else shares.push(share);
  }
  return { shares, strangers };
}

function shareOf(content: string, setup: Setup, tally: ArchiveReport['tally']): Share | undefined {
  const digits = /^"([0-9]{1,620})"\s*$/.exec(content)?.[1];
  const key = digits === undefined ? undefined : BigInt(digits);
  if (key === undefined || key >= setup.election.group.q) return undefined;
  return makeShare(setup, tally, key, nodeRandom);
}

const noKey = (name: string) => ({
  es: `${name}: no es la llave ni la parte de nadie que custodie esta elección.`,
  en: `${name}: neither key nor part of a trustee of this election.`,
});

const badPart = (owner: number) => ({
  es: `Custodio ${owner}: su parte no está probada y se deja de lado.`,
  en: `Trustee ${owner}: the part is not proven and is left out.`,
});

const missing = (needed: number, among: readonly number[]) => ({
  es: `Falta la parte de ${needed} de los custodios ${among.join(', ')}.`,
  en: `The part of ${needed} of the trustees ${among.join(', ')} is missing.`,
});

const tooLarge = {
  es: 'La suma de los pesos es demasiado grande para leerla.',
  en: 'The sum of the weights is too large to be read.',
};
