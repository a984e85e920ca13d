import { type KindOfProposal, kindsOfProposal } from '../motion/kinds.ts';
import { allActs } from './acts.ts';
import type { CommandEntry } from './command-entry.ts';
import { allCommands } from './commands.ts';
import type { ActEntry, Role, Subject } from './entry.ts';
import type { Fields } from './fields.ts';

/** Columns of the matrix, from the inside of a body outwards. */
const roles: readonly Role[] = [
  'convener',
  'presidium',
  'secretary',
  'teller',
  'officer',
  'former-officer',
  'outgoing-officer',
  'member',
  'delegate',
  'slip',
  'operator',
  'anyone',
];

const subjectTitles: Readonly<Record<Subject, string>> = {
  body: 'Bodies and their founding',
  statute: 'Statute',
  roll: 'Roll',
  officers: 'Officers and their keys',
  affiliation: 'Affiliation',
  sitting: 'Sittings',
  motion: 'Motions',
  vote: 'Votes',
  delegation: 'Delegates',
  mandate: 'Mandates',
  recall: 'Recall',
  resolution: 'Resolutions and pacts',
  measure: 'Measures',
  consultation: 'Consultation of the bases',
  demands: 'Demand lists',
  petition: 'Petitions',
  dispute: 'Disputes',
  book: 'The book itself',
  ballot: 'Secret ballots',
  supply: 'Supply',
  passage: 'Passage',
  accounts: 'Accounts',
};

/** The page docs/acts.md: every act, every command, and who may give which. */
export const actsPage = (): string =>
  [
    introduction,
    '## Acts',
    '',
    ...subjects().map(subjectSection),
    '## Commands',
    commandTable(),
    '## What a motion can do',
    '',
    'What a vote brings about is no command: the motion says it, as its `proposal`, when it is tabled (`TableMotion`), and closing',
    'the vote writes it. Each kind is decided under the matters named, whatever it is called. A `holder` is a member (`m-…`), in',
    'an assembly of delegates a seat (`origin#1`); `textHash` is the SHA-256 of the text in UTF-8, in base64.',
    proposalTable(),
    '## Who may give which command',
    '',
    'A command is refused to anyone who has none of the roles marked in its row. Roles follow from the book alone: an',
    'officer’s from the election act and the statute, a delegate’s from the accreditation, and they lapse with the term.',
    '',
    matrix(),
    '',
  ].join('\n');

const introduction = `# Acts and commands

Generated from the catalogue in \`packages/core/src/catalogue\` by \`npm run docs\`; do not edit it here.

An *act* is an entry of a body’s book. Its data is what everybody can read (the skeleton); what is *disclosed* lies beside
the book, committed to by hash, and can be withdrawn. A *sealed* act takes effect in other bodies once an \`ActSealed\`
carries enough officers’ signatures. A *planned* row fixes name and meaning; nothing writes it yet. JSON Schemas of the
data of every act are in [acts.schema.json](acts.schema.json), of the input of every command in
[commands.schema.json](commands.schema.json), of a statute in [statute.schema.json](statute.schema.json).
`;

const subjects = (): readonly Subject[] =>
  (Object.keys(subjectTitles) as Subject[]).filter((subject) => allActs.some((act) => act.subject === subject));

const subjectSection = (subject: Subject): string =>
  [
    `### ${subjectTitles[subject]}`,
    '',
    '| act | effect | by | article | skeleton | disclosed | cites | sealed | reversed by |',
    '|---|---|---|---|---|---|---|---|---|',
    ...allActs.filter((act) => act.subject === subject).map(actRow),
    '',
  ].join('\n');

function actRow(act: ActEntry): string {
  const disclosed = Object.entries(act.discloses).map(([slot, to]) => `${code(slot)} (${to})`);
  const cells = [
    `${code(act.name)} v${act.version}, ${act.status}${act.book === 'own' ? '' : `, book: ${act.book}`}`,
    act.effect,
    act.by.join(', '),
    code(act.article),
    fieldList(act.data),
    disclosed.join(', '),
    act.cites.map(code).join(', '),
    act.sealed ? 'yes' : '',
    act.reversedBy === null ? '' : code(act.reversedBy),
  ];
  return `| ${cells.join(' | ')} |`;
}

const code = (text: string): string => `\`${text}\``;

const fieldList = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, { reads, optional }]) => `${code(optional ? `${name}?` : name)}: ${reads}`)
    .join('<br>') || '–';

const proposalTable = (): string =>
  [
    '',
    '| `kind` | what it does | beside `kind` | matters |',
    '|---|---|---|---|',
    ...kindsOfProposal().map(kindRow),
    '',
  ].join('\n');

const kindRow = ({ kind, does, matters, fields }: KindOfProposal): string =>
  `| ${code(kind)} | ${does} | ${fieldList(fields)} | ${matters.map(code).join(', ')} |`;

const commandTable = (): string =>
  [
    '',
    '| command | what it does | input | writes acts | writes beside the book | article |',
    '|---|---|---|---|---|---|',
    ...allCommands.map(commandRow),
    '',
  ].join('\n');

const commandRow = ({ name, does, input, acts, records, article, signed }: CommandEntry): string =>
  `| ${code(name)} | ${does}${signed ? ' Signed by the phone where it has a key.' : ''} | ${fieldList(input)} | ${acts.map(code).join(', ') || '–'} | ${records.join(', ') || '–'} | ${code(article)} |`;

const matrix = (): string =>
  [
    `| command | ${roles.join(' | ')} |`,
    `|---|${roles.map(() => ':-:').join('|')}|`,
    ...allCommands.map(
      ({ name, by }) => `| ${code(name)} | ${roles.map((role) => (by.includes(role) ? '●' : ' ')).join(' | ')} |`,
    ),
  ].join('\n');
