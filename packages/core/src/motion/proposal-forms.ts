import type { Field } from '../catalogue/fields.ts';
import { essentialServices } from '../measure/essential.ts';
import type { Language } from '../sentences/words.ts';
import type { Matter } from '../statute/fields.ts';
import { kindsOfProposal } from './kinds.ts';
import { placeAsked, type SensitiveShown } from './place-asked.ts';
import type { ProposalKind } from './proposal-rule.ts';
import { choiceNames, fieldNames, kindNames } from './proposal-words.ts';

/** One field of a proposal, as a form asks for it: made from the catalogue, so that no form falls behind a rule. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  /** What whoever fills it in should know before. */
  readonly note?: string;
  readonly optional: boolean;
  readonly as: FormKind;
  /** Of words how many letters, of a number how large, of a list how many. */
  readonly most?: number;
  readonly least?: number;
  /** Which acts can be chosen, of several types with a comma between: `MeasureDeclared`. */
  readonly act?: string;
  /** Of a part or a key: the field beside it that names the act or the body whose it is. */
  readonly of?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Of a group. */
  readonly fields?: readonly FormField[];
  /** Of a list: what each is. */
  readonly item?: FormField;
  /** Of one of several: each with the value of `kind` and its fields. */
  readonly variants?: readonly {
    readonly kind: string;
    readonly label: string;
    readonly fields: readonly FormField[];
  }[];
}

/**
 * How it is asked for. `elsewhere`: an act of another book; `part`: one of several in an act, by its number; `hash`: of a text that
 * is read there or typed; `book-key`: that of a body’s book, which nobody types; `data`: a file of JSON, `file`: the hash of one;
 * `map`: a file that goes with the motion.
 */
type FormKind =
  | 'text'
  | 'number'
  | 'tick'
  | 'choice'
  | 'time'
  | 'person'
  | 'office'
  | 'body'
  | 'act'
  | 'part'
  | 'hash'
  | 'file'
  | 'key'
  | 'book-key'
  | 'elsewhere'
  | 'group'
  | 'list'
  | 'one-of'
  | 'data'
  | 'map';

export interface ProposalForm {
  readonly kind: ProposalKind;
  readonly label: string;
  readonly matters: readonly Matter[];
  readonly fields: readonly FormField[];
}

/**
 * These have a step of their own, with what only a sitting knows; a plan is put to vote where it is made, since nobody else has the
 * hashes of its parts; no body can grant the last one.
 */
const ownWays: readonly ProposalKind[] = [
  'amend-motion',
  'elect-presidium',
  'approve-minutes',
  'adopt-plan',
  'extend-term',
];

/** In whose words, and under what statute. */
interface Asking {
  readonly language: Language;
  readonly shown: SensitiveShown;
}

/** Every kind of proposal that can be tabled under an item, in words. `shown`: how the statute publishes where a measure stands. */
export function proposalForms(language: Language, shown: SensitiveShown = 'members'): readonly ProposalForm[] {
  const asking = { language, shown };
  return kindsOfProposal()
    .filter(({ kind }) => !ownWays.includes(kind))
    .map(({ kind, matters, fields }) => ({
      kind,
      label: kindNames[kind][language],
      matters,
      fields: membersOf(fields, kind, asking),
    }));
}

const membersOf = (members: Readonly<Record<string, Field<unknown>>>, path: string, asking: Asking) =>
  Object.entries(members)
    .filter(([name]) => placeAsked(`${path}.${name}`, asking.shown, asking.language).left !== true)
    .map(([name, field]) => formOf(name, field, `${path}.${name}`, asking));

function formOf(name: string, field: Field<unknown>, path: string, asking: Asking): FormField {
  const { language, shown } = asking;
  const label = (fieldNames[path] ?? fieldNames[name])?.[language] ?? '';
  const shape = shapeOf(name, field, path, asking);
  return { name, label, optional: field.optional, ...shape, ...placeAsked(path, shown, language) };
}

type Shape = Omit<FormField, 'name' | 'label' | 'note' | 'optional'>;

/** What the catalogue prints as a field's type, and the field that asks for it. */
const byReading: Readonly<Record<string, FormKind>> = {
  time: 'time',
  'yes/no': 'tick',
  'SHA-256': 'hash',
  'Ed25519 key': 'key',
  'verifier key': 'book-key',
  origin: 'body',
  'member or seat': 'person',
};

/** What the catalogue leaves open, as those acts are in books of other kinds of bodies: which acts are meant there. */
const actsElsewhere: Readonly<Record<string, string>> = {
  'mandate.on': 'MotionTabled',
  'answer.consultation': 'ConsultationIssued',
  'join-measure.measure': 'MeasureDeclared',
  'challenge.on': 'ResolutionAdopted,SittingEnteredLate',
};

/** What a late entry decided can be meant too, which no act of its own adopted. */
const withLateEntries: ReadonlySet<string> = new Set(['revoke.resolution', 'settle.resolution']);

/** Of which field beside it that is one. */
const partOf: Readonly<Record<string, string>> = {
  'recall-delegate.seat': 'election',
  'vacate-seat.seat': 'election',
  'revoke.decision': 'resolution',
  'settle.decision': 'resolution',
  'challenge.decision': 'on',
  'regularise.decision': 'act',
  'change-demand.number': 'list',
  'request-affiliation.toKey': 'to',
  'admit.key': 'below',
};

const hashesOfFiles: ReadonlySet<string> = new Set(['parameters']);

const offices: ReadonlySet<string> = new Set(['office', 'certifier']);

function shapeOf(name: string, field: Field<unknown>, path: string, asking: Asking): Shape {
  const { language } = asking;
  const { members, item, variants, reads } = field;
  const { enum: among, maxItems, maxLength, minimum, maximum } = field.schema as Bounds;
  if (name === 'statute') return { as: 'data' };
  if (name === 'geojson') return { as: 'map' };
  if (name === 'service') return { as: 'choice', choices: chosen(name, essentialServices, language) };
  if (among !== undefined) return { as: 'choice', choices: chosen(lastOf(name), among, language) };
  if (variants !== undefined)
    return { as: 'one-of', variants: variants.map((one) => variantOf(name, one, path, asking)) };
  if (item !== undefined)
    return { as: 'list', most: maxItems ?? 1, item: formOf(`${name}[]`, item, `${path}[]`, asking) };
  if (members !== undefined)
    return 'book' in members && 'index' in members
      ? { as: 'elsewhere', act: actsElsewhere[path] ?? '' }
      : { as: 'group', fields: membersOf(members, path, asking) };
  const of = partOf[path];
  if (of !== undefined) return { as: byReading[reads] ?? 'part', of };
  const known = byReading[reads];
  if (known !== undefined) return { as: known === 'hash' && hashesOfFiles.has(name) ? 'file' : known };
  if (reads.startsWith(ACT)) {
    const acts = reads.slice(ACT.length).replaceAll(' or ', ',');
    return { as: 'act', act: withLateEntries.has(path) ? `${acts},SittingEnteredLate` : acts };
  }
  if (maxLength !== undefined) return { as: offices.has(name) ? 'office' : 'text', most: maxLength };
  return { as: 'number', least: minimum ?? 0, ...(maximum === undefined ? {} : { most: maximum }) };
}

interface Bounds {
  readonly enum?: readonly string[];
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const ACT = 'index of ';

/** `matters[]` is chosen among what `matters` says. */
const lastOf = (name: string): string => name.replace('[]', '');

const chosen = (name: string, values: readonly string[], language: Language): NonNullable<FormField['choices']> =>
  values.map((value) => ({ value, label: choiceNames[name]?.[value]?.[language] ?? '' }));

function variantOf(name: string, { members = {} }: Field<unknown>, path: string, asking: Asking) {
  const { kind: constant, ...rest } = members;
  const kind = String((constant?.schema as { readonly const?: string } | undefined)?.const);
  return { kind, label: choiceNames[name]?.[kind]?.[asking.language] ?? '', fields: membersOf(rest, path, asking) };
}
