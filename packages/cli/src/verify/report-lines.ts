/** The report of an audit as lines for people. */
import type { BookReport } from '@cabildo/book';
import type { GivenKey } from '../key-argument.ts';
import type { Language, Text } from '../language.ts';
import { findingLine } from './finding-lines.ts';

export interface ReportContext {
  readonly language: Language;
  readonly key: GivenKey;
  readonly keyFromBook: boolean;
  /** The book that the folder's checkpoint speaks of. */
  readonly claimed: string | undefined;
}

export function reportLines(report: BookReport, context: ReportContext): string[] {
  const { language, key, keyFromBook, claimed } = context;
  const { findings, notices } = report;
  const say = (text: Text) => text[language];
  return [
    report.origin === '' ? say(unread(key.key.name, claimed)) : say(headText(report)),
    ...(report.origin === '' ? [] : countTexts(report).map((text) => `  ${say(text)}`)),
    ...(findings.length === 0 ? [] : [say(foundText(findings.length))]),
    ...findings.map((finding) => findingLine(finding, language)),
    ...(notices.length === 0 ? [] : [say(noticeText)]),
    ...notices.map((finding) => findingLine(finding, language)),
    ...(report.ok ? [say(soundText)] : []),
    ...(keyFromBook ? [say(ownKeyText)] : []),
  ];
}

function unread(name: string, claimed: string | undefined): Text {
  if (claimed === undefined || claimed === name) {
    return {
      es: 'El libro no se puede verificar con esta llave.',
      en: 'The book cannot be verified with this key.',
    };
  }
  return {
    es: `El libro no se puede verificar: dice ser ${claimed}, y la llave dada es de ${name}.`,
    en: `The book cannot be verified: it says it is ${claimed}, and the given key is that of ${name}.`,
  };
}

function headText({ origin, size, root, lastAt }: BookReport): Text {
  const until = lastAt === '' ? '' : `, ${lastAt}`;
  return {
    es: `${origin}: ${size} actos${until}, raíz ${root}`,
    en: `${origin}: ${size} acts${until}, root ${root}`,
  };
}

function countTexts({ counts, cosignatures, predecessor }: BookReport): Text[] {
  const texts: Text[] = [
    {
      es: `sellos buenos: ${counts.sealed} (${counts.signatures} firmas); sin poder juzgarse: ${counts.sealsUnjudged}`,
      en: `good seals: ${counts.sealed} (${counts.signatures} signatures); not to be judged: ${counts.sealsUnjudged}`,
    },
    {
      es: `declarado y comprobado: ${counts.disclosed}; retirado: ${counts.withdrawn}; no está aquí: ${counts.notHere}`,
      en: `disclosed and checked: ${counts.disclosed}; committed, withdrawn: ${counts.withdrawn}; committed, not here: ${counts.notHere}`,
    },
  ];
  if (counts.attachments + counts.attachmentsNotHere > 0) {
    texts.push({
      es: `adjuntos comprobados: ${counts.attachments}; no están aquí: ${counts.attachmentsNotHere}`,
      en: `attachments checked: ${counts.attachments}; not here: ${counts.attachmentsNotHere}`,
    });
  }
  if (predecessor !== undefined) {
    texts.push({
      es: `continúa el libro ${predecessor.origin}, que tenía ${predecessor.size} actos`,
      en: `continues the book ${predecessor.origin}, which had ${predecessor.size} acts`,
    });
  }
  texts.push(witnessText(cosignatures));
  return texts;
}

function witnessText(cosignatures: BookReport['cosignatures']): Text {
  if (cosignatures.length === 0) {
    return {
      es: 'ningún testigo ajeno vio esta cabeza: su edad es la que el libro mismo dice',
      en: 'no outside witness has seen this head: its age is self-declared',
    };
  }
  const list = cosignatures.map(({ name, time }) => `${name} (${isoTime(time)})`).join(', ');
  return { es: `vista por: ${list}`, en: `seen by: ${list}` };
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace('.000', '');
}

function foundText(count: number): Text {
  return count === 1
    ? { es: 'Se halló algo que no está bien:', en: 'One thing was found wrong:' }
    : { es: `Se hallaron ${count} cosas que no están bien:`, en: `${count} things were found wrong:` };
}

const noticeText: Text = {
  es: 'Nadie responde por esto, sin que sea un error:',
  en: 'Nobody vouches for this, without it being wrong:',
};

const soundText: Text = {
  es: 'El libro está íntegro: estos actos, en este orden, sellados por estas oficinas. No dice que la asamblea se reunió ni que contó bien.',
  en: 'The book is whole: these acts, in this order, sealed by these offices. It does not say that the assembly met or counted truly.',
};

const ownKeyText: Text = {
  es: 'Ojo: la llave vino de la misma carpeta. Así se sabe que el libro está entero, no de quién es.',
  en: 'Mind: the key came from the same folder. This shows that the book is whole, not whose it is.',
};
