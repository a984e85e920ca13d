/** A verified election for people and for programs. */
import type { ArchiveReport, Question, Setup, Stage } from '@cabildo/ballot';
import type { Language, Text } from '../language.ts';
import { printable } from '../printable.ts';
import { findingLine, findingText } from './finding-lines.ts';

const stages: Readonly<Record<Stage, Text>> = {
  empty: { es: 'vacía', en: 'empty' },
  voting: { es: 'se vota', en: 'voting' },
  closed: { es: 'urna cerrada', en: 'box closed' },
  tallied: { es: 'sumada, sin abrir', en: 'added up, not opened' },
  complete: { es: 'con resultado', en: 'with its result' },
};

/** Beyond this JSON readers lose digits; Belenios writes such numbers as text too. */
const quantity = (value: bigint): number | string => (value < 2n ** 30n ? Number(value) : value.toString());

export function reportDocument(file: string, report: ArchiveReport, language: Language) {
  const { ok, stage, setup, head, findings, cast, voters, weight } = report;
  const fields = setup?.election.fields;
  return {
    ok,
    file,
    stage,
    uuid: fields?.uuid ?? null,
    name: fields?.name ?? null,
    group: fields?.group ?? null,
    fingerprint: setup?.election.fingerprint ?? null,
    credentials: setup?.voters.size ?? 0,
    ballots: cast,
    voters,
    weight: quantity(weight),
    trustees: setup === undefined ? [] : trusteesOf(setup, report),
    result: setup === undefined || report.result === undefined ? null : resultOf(setup, report.result),
    head: head?.hash ?? null,
    events: head === undefined ? 0 : head.height + 1,
    findings: findings.map((finding) => ({ ...finding, message: findingText(finding, language) })),
  };
}

function trusteesOf({ trustees }: Setup, { parts }: ArchiveReport) {
  return trustees.items.map(({ kind, firstOwner, size, threshold }) => {
    const owners = Array.from({ length: size }, (_, at) => firstOwner + at);
    return { kind, threshold, owners, decrypted: owners.filter((owner) => parts.has(owner)) };
  });
}

function resultOf({ election }: Setup, result: readonly (readonly bigint[])[]) {
  return result.map((row, at) => {
    const { question, answers, blank } = election.fields.questions[at] as Question;
    const votes = blank === true ? row.slice(1) : row;
    return {
      question,
      ...(blank === true && { blank: quantity(row[0] ?? 0n) }),
      answers: answers.map((answer, index) => ({ answer, votes: quantity(votes[index] ?? 0n) })),
    };
  });
}

export function reportLines(file: string, report: ArchiveReport, language: Language): readonly string[] {
  const { es, en } = headline(file, report);
  const { findings } = report;
  return [
    language === 'es' ? es : en,
    ...(report.setup === undefined ? [] : setupLines(report, report.setup, language)),
    ...(findings.length === 0 ? [] : ['', language === 'es' ? 'Hallazgos:' : 'Findings:']),
    ...findings.map((finding) => findingLine(finding, language)),
  ].map(printable);
}

function headline(file: string, { ok, findings, stage }: ArchiveReport): Text {
  if (!ok) {
    return {
      es: `${file}: NO ES VÁLIDA (${findings.length} ${findings.length === 1 ? 'hallazgo' : 'hallazgos'})`,
      en: `${file}: NOT VALID (${findings.length} ${findings.length === 1 ? 'finding' : 'findings'})`,
    };
  }
  return {
    es: `${file}: todo lo que hay vale; ${stages[stage].es}`,
    en: `${file}: all that is there is valid; ${stages[stage].en}`,
  };
}

function setupLines(report: ArchiveReport, setup: Setup, language: Language): readonly string[] {
  const say = (text: Text): string => text[language];
  const document = reportDocument('', report, language);
  const { cast, voters, head } = report;
  const { name, uuid } = setup.election.fields;
  const rows: readonly (readonly [Text, string])[] = [
    [{ es: 'elección', en: 'election' }, `${name} (${uuid})`],
    [{ es: 'huella', en: 'fingerprint' }, setup.election.fingerprint],
    [{ es: 'papeletas', en: 'ballots' }, `${cast}${cast === voters ? '' : ` (${say(replaced(cast - voters))})`}`],
    [{ es: 'credenciales', en: 'credentials' }, `${setup.voters.size}`],
    [{ es: 'peso', en: 'weight' }, `${report.weight}`],
    ...document.trustees.map(({ threshold, owners, decrypted }): readonly [Text, string] => [
      { es: 'custodios', en: 'trustees' },
      `${say(ofThem(threshold, owners))}${decrypted.length === 0 ? '' : ` – ${say(opened(decrypted))}`}`,
    ]),
    [{ es: 'cabeza', en: 'head' }, head === undefined ? '–' : `${head.hash} (${head.height})`],
  ];
  const width = Math.max(...rows.map(([label]) => say(label).length));
  return [
    ...rows.map(([label, value]) => `  ${say(label).padEnd(width)}  ${value}`),
    ...(document.result ?? []).flatMap(({ question, answers, ...rest }) => [
      '',
      `  ${question}`,
      ...answers.map(({ answer, votes }) => `    ${answer}: ${votes}`),
      ...('blank' in rest ? [`    (${say({ es: 'en blanco', en: 'blank' })}): ${rest.blank}`] : []),
    ]),
  ];
}

const replaced = (count: number): Text => ({ es: `${count} reemplazadas`, en: `${count} replaced` });

const ofThem = (threshold: number, owners: readonly number[]): Text => ({
  es: `${threshold} de ${owners.length} (${owners.join(', ')})`,
  en: `${threshold} of ${owners.length} (${owners.join(', ')})`,
});

const opened = (owners: readonly number[]): Text => ({
  es: `abrieron ${owners.join(', ')}`,
  en: `opened by ${owners.join(', ')}`,
});
