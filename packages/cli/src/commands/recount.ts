import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { base64Decode, hexEncode, type Json, type Leaf, verifyBook, verifyDisclosure } from '@cabildo/book';
import { nodeCrypto, openDirectory } from '@cabildo/book/node';
import { type Act, type AuditedAct, auditRules, isBoxAlone, recountElection, tableGet } from '@cabildo/core';
import { openBookFolder } from '../book-folder.ts';
import type { ExitCode, Invocation } from '../command.ts';
import { readKey } from '../key-argument.ts';
import { Stop } from '../stop.ts';
import { actsIn } from '../verify/rules.ts';

type Counted = Act<'ElectionCounted'> & Pick<Leaf, 'commits'>;

/** Exit 0: the papers give what the act says. 1: they do not, or the book is not whole. */
export async function recount({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [directory = ''] = positionals;
  const key = await readKey('key', values.key ?? '');
  await openBookFolder(directory);
  const report = await verifyBook(openDirectory(directory), key.vkey, nodeCrypto);
  if (!report.ok)
    throw new Stop('book-not-whole', notWhole, { es: 'Vea: cabildo book verify', en: 'See: cabildo book verify' });
  const acts = [...actsIn(directory, report.size)] as (AuditedAct & Pick<Leaf, 'commits'>)[];
  const act = acts[Number(values.act)];
  if (act === undefined || !isCount(act)) throw noCount(values.act ?? '');
  const { vote, contest } = act.data;
  // A place that was filled later is counted from the papers of the election.
  const committed = acts
    .slice(0, act.index + 1)
    .findLast((one): one is Counted => isCount(one) && isOf(one, vote, contest) && slotIn(one) !== undefined);
  const { state } = auditRules(report.origin, acts);
  const taken = tableGet(state.votes, vote);
  // What was opened of a secret box is in the book; where all voted with it there are no papers.
  const isFromBook = taken !== undefined && isBoxAlone(taken);
  if (committed === undefined && !isFromBook) throw noPapers;
  const files = committed === undefined ? [] : await papersOf(directory, values.papers, report.origin, committed);
  const result = await attachmentOf(directory, act);
  const differences = recountElection(state, act, { files, ...(result !== undefined && { result }) });
  const ok = differences.length === 0;
  const say = (es: string, en: string): string => (language === 'es' ? es : en);
  terminal.answer({ ok, act: act.index, differences }, [
    ok
      ? say('Las papeletas dan lo que dice el acto.', 'The papers give what the act says.')
      : say('Las papeletas no dan lo que dice el acto:', 'The papers do not give what the act says:'),
    ...differences.map(({ code, says, recalculated }) =>
      say(`  ${code}: dice ${says}; contado ${recalculated}`, `  ${code}: says ${says}; counted ${recalculated}`),
    ),
  ]);
  return ok ? 0 : 1;
}

const isCount = (act: { readonly act: string }): act is Counted => act.act === 'ElectionCounted';

const isOf = ({ data }: Counted, vote: number, contest: number): boolean =>
  data.vote === vote && data.contest === contest;

const slotIn = ({ commits }: Pick<Leaf, 'commits'>): string | undefined =>
  ['ballots', 'scrutiny'].find((slot) => Object.hasOwn(commits, slot));

const notWhole = {
  es: 'El libro no está entero: no se cuenta contra un libro cambiado.',
  en: 'The book is not whole: nothing is counted against a changed book.',
};

const noCount = (index: string): Stop =>
  new Stop('no-count', {
    es: `El acto ${index} no es el recuento de una elección (ElectionCounted).`,
    en: `Act ${index} is not the count of an election (ElectionCounted).`,
  });

const noPapers = new Stop(
  'no-papers',
  {
    es: 'Las papeletas no están en la carpeta, o no son las que el acto comprometió.',
    en: 'The papers are not in the folder, or not those that the act committed to.',
  },
  {
    es: 'Si son pocas, sólo las tienen quienes escrutan: --papers FILE.',
    en: 'If they are few, only scrutineers have them: --papers FILE.',
  },
);

/** What a node answers to whoever may see them, or a book's own file beside it. */
interface PapersFile {
  readonly slots?: Readonly<Record<string, { readonly salt: string; readonly disclosure: Json }>>;
  readonly disclosures?: Readonly<Record<string, Json>>;
  readonly salts?: Readonly<Record<string, string>>;
}

async function papersOf(
  directory: string,
  given: string | undefined,
  origin: string,
  { index, commits }: Counted,
): Promise<readonly string[]> {
  const slot = slotIn({ commits }) ?? '';
  const path = given ?? join(directory, 'disclosures', `${index}.json`);
  const text = await readFile(path, 'utf8').catch(() => null);
  const file = text === null ? {} : parsed(text);
  const salt = file.slots?.[slot]?.salt ?? file.salts?.[slot];
  const disclosure = file.slots?.[slot]?.disclosure ?? file.disclosures?.[slot];
  const commit = commits[slot];
  if (salt === undefined || disclosure === undefined || commit === undefined) throw noPapers;
  if (!verifyDisclosure({ origin, index, slot }, commit, { salt, disclosure }, nodeCrypto)) throw noPapers;
  if (!Array.isArray(disclosure)) throw noPapers;
  return disclosure.map(String);
}

function parsed(text: string): PapersFile {
  try {
    return (JSON.parse(text) as PapersFile | null) ?? {};
  } catch {
    return {};
  }
}

/** All stages, where they are in the folder: `book verify` has held them against their hash. */
async function attachmentOf(directory: string, { data: { result } }: Counted): Promise<string | undefined> {
  const hash = result === undefined ? undefined : base64Decode(result.sha256);
  if (hash === undefined) return undefined;
  return readFile(join(directory, 'attachments', hexEncode(hash)), 'utf8').catch(() => undefined);
}
