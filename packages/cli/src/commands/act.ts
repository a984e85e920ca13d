import { checkActCode } from '@cabildo/book';
import type { ExitCode, Invocation } from '../command.ts';
import { readKey } from '../key-argument.ts';
import type { Language, Text } from '../language.ts';
import { type FoundAct, findInDirectory, findInFolder, findOnNode } from '../lookup/found-act.ts';
import type { ProofState } from '../lookup/proof.ts';
import { runningNode } from '../node/find-node.ts';
import { withFolderNode } from '../node/folder-node.ts';
import { misuse, Stop } from '../stop.ts';
import { spacedCode } from '../verify/finding-lines.ts';

export async function act(invocation: Invocation): Promise<ExitCode> {
  const { terminal, language } = invocation;
  const [given = ''] = invocation.positionals;
  const checked = checkActCode(given);
  if (!checked.ok) throw mistyped(given, checked.reason);
  const { code } = checked;
  const found = await find(invocation, code);
  const ok = found.length > 0 && found.every(({ proof }) => proof.proven);
  terminal.answer(
    { ok, code, acts: found },
    found.length === 0
      ? [terminal.say(notFound(code))]
      : found.flatMap((one) => [...actLines(one, language), ...(found.length > 1 ? [''] : [])]),
  );
  return ok ? 0 : 1;
}

async function find(invocation: Invocation, code: string): Promise<FoundAct[]> {
  const { dir, key, node, data } = invocation.values;
  if (dir !== undefined) {
    if (node !== undefined || data !== undefined) {
      throw misuse({ es: '--dir, o --node, o --data.', en: 'Either --dir, or --node, or --data.' }, 'act');
    }
    return findInDirectory(dir, code, key === undefined ? undefined : (await readKey('key', key)).vkey);
  }
  if (key !== undefined) throw misuse({ es: '--key va con --dir.', en: '--key goes with --dir.' }, 'act');
  const client = await runningNode(invocation);
  if (client !== undefined) return findOnNode(client, code);
  return withFolderNode(invocation, { share: true }, (opened) => findInFolder(opened, code));
}

function mistyped(given: string, reason: 'length' | 'character' | 'check'): Stop {
  const typed = given.replaceAll(/[\s-]/g, '');
  const strange = typed.replaceAll(/[0-9a-z]/gi, '').slice(0, 1) || (/u/i.exec(typed)?.[0] ?? '');
  const texts: Record<typeof reason, Text> = {
    length: {
      es: `«${given}» tiene ${typed.length} caracteres; un código de acto tiene diez.`,
      en: `"${given}" has ${typed.length} characters; an act code has ten.`,
    },
    character: {
      es: `«${given}»: «${strange}» no aparece en ningún código de acto.`,
      en: `"${given}": "${strange}" is in no act code.`,
    },
    check: {
      es: `«${given}» está mal copiado: un carácter es otro, o dos están cambiados de lugar.`,
      en: `"${given}" was copied wrong: one character is another, or two have changed places.`,
    },
  };
  return new Stop(`code-${reason}`, texts[reason], {
    es: 'Un código son diez letras y cifras, como 7K3M9-QX2T4; no hay U, y O se lee 0, I y L se leen 1.',
    en: 'A code is ten letters and digits, like 7K3M9-QX2T4; there is no U, and O is read as 0, I and L as 1.',
  });
}

function notFound(code: string): Text {
  const spaced = spacedCode(code);
  return {
    es: `El código ${spaced} está bien escrito, pero aquí no hay ningún acto con él.`,
    en: `The code ${spaced} is well written, but no act here has it.`,
  };
}

function actLines(found: FoundAct, language: Language): string[] {
  const { origin, index, act: type, at, code, leaf, entry, proof } = found;
  const { by, data } = (entry ?? {}) as { by?: { office?: string; article?: string }; data?: unknown };
  const words =
    language === 'es'
      ? { book: 'libro', act: 'acto', by: 'por', leaf: 'hoja', proof: 'prueba' }
      : { book: 'book', act: 'act', by: 'by', leaf: 'leaf', proof: 'proof' };
  const rows: readonly (readonly [string, string])[] = [
    [words.book, `${origin}, ${words.act} ${index}`],
    [words.by, `${by?.office ?? '?'} (${by?.article ?? '?'})`],
    [words.leaf, leaf],
    [words.proof, proofText(proof)[language]],
  ];
  return [
    `${spacedCode(code)}  ${type}  ${at}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(7)}${value}`),
    ...JSON.stringify(data ?? entry ?? null, null, 2)
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}

function proofText(proof: ProofState): Text {
  if (proof.proven) {
    return {
      es: `está en el libro, bajo la cabeza de ${proof.size} actos firmada por ${proof.key}`,
      en: `is in the book, under the head of ${proof.size} acts signed by ${proof.key}`,
    };
  }
  return unproven[proof.reason];
}

const unproven: Readonly<Record<Extract<ProofState, { proven: false }>['reason'], Text>> = {
  'no-head': { es: 'ninguna: falta la cabeza o la llave del libro', en: "none: the book's head or key is missing" },
  'bad-head': { es: 'ninguna: la cabeza no está firmada por la llave', en: 'none: the head is not signed by the key' },
  'not-yet-in-head': { es: 'ninguna: la cabeza es anterior al acto', en: 'none: the head is older than the act' },
  'tiles-missing': { es: 'ninguna: faltan archivos del libro', en: 'none: files of the book are missing' },
  changed: {
    es: 'NO: este acto, o el árbol, fue cambiado; no es lo que la cabeza respalda',
    en: 'NO: this act, or the tree, was changed; it is not what the head vouches for',
  },
};
