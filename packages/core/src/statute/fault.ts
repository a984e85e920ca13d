import type { Field } from '../catalogue/fields.ts';
import { statuteMisfit } from '../catalogue/misfit.ts';
import { articleInWords, type Language } from '../sentences/words.ts';
import { statute, statuteFields } from './fields.ts';
import { aboutField } from './reading/about.ts';
import { type Text, text } from './reading/text.ts';

/** Where a file is no statute, and what belongs there. */
export interface StatuteFault {
  /** As in JSON: `/rules/0/rule/num`. */
  readonly at: string;
  readonly es: string;
  readonly en: string;
}

/** The first place in which this is no statute, in words; null where it is one, sound or not. */
export function statuteFault(value: unknown): StatuteFault | null {
  const at = statuteMisfit(value);
  if (at === null) return null;
  const names = at.split('/').slice(1);
  const [article = ''] = names;
  const meant = expectedAt(statute, value, names);
  const said = (language: Language): string => {
    const { [language]: expected } = meant;
    if (!Object.hasOwn(statuteFields, article)) return `${at || '/'}: ${expected}`;
    const about = aboutField(pathOf(statute, names))?.[language];
    const where = articleInWords(article, language);
    return language === 'es'
      ? `Artículo «${where}» (${at}): ${expected}${about === undefined ? '' : ` ${about}`}`
      : `Article “${where}” (${at}): ${expected}${about === undefined ? '' : ` ${about}`}`;
  };
  return { at, es: said('es'), en: said('en') };
}

/** `rules`, `0`, `rule`, `num` → `rules[].rule.num`, as what fields are about is kept. */
function pathOf(field: Field<unknown>, names: readonly string[]): string {
  const [name, ...rest] = names;
  if (name === undefined) return '';
  if (field.item !== undefined) return `[]${after(pathOf(field.item, rest))}`;
  const member = field.members?.[name];
  return member === undefined ? name : `${name}${after(pathOf(member, rest))}`;
}

const after = (path: string): string => (path === '' || path.startsWith('[]') ? path : `.${path}`);

function expectedAt(field: Field<unknown>, value: unknown, [name, ...rest]: readonly string[]): Text {
  if (name === undefined) return expected(field, value);
  const inside =
    typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? (value as Readonly<Record<string, unknown>>)[name]
      : undefined;
  if (field.item !== undefined) return expectedAt(field.item, inside, rest);
  const member = field.members !== undefined && Object.hasOwn(field.members, name) ? field.members[name] : undefined;
  if (member !== undefined) return expectedAt(member, inside, rest);
  const known = Object.keys(field.members ?? {}).join(', ');
  return text(
    `aquí no va nada con ese nombre; van: ${known}.`,
    `nothing of that name belongs here; what does: ${known}.`,
  );
}

/** As large as the numbers of the catalogue go: nobody would write it. */
const unbounded = 2 ** 31 - 1;

function expected({ schema, members }: Field<unknown>, value: unknown): Text {
  const { type, enum: among, minimum = 0, maximum = unbounded, maxLength, maxItems } = schema as Bounds;
  const meant =
    among !== undefined
      ? text(`una de estas palabras: ${among.join(', ')}`, `one of these words: ${among.join(', ')}`)
      : type === 'integer'
        ? maximum === unbounded
          ? text(`un número entero desde ${minimum}`, `a whole number from ${minimum} on`)
          : text(`un número entero de ${minimum} a ${maximum}`, `a whole number from ${minimum} to ${maximum}`)
        : type === 'boolean'
          ? text('sí o no (true o false)', 'yes or no (true or false)')
          : type === 'array'
            ? text(`una lista de hasta ${maxItems}`, `a list of at most ${maxItems}`)
            : members !== undefined
              ? text(`esto: ${named(members)}`, `this: ${named(members)}`)
              : maxLength === undefined
                ? text('un texto', 'a text')
                : text(`un texto de 1 a ${maxLength} letras`, `a text of 1 to ${maxLength} letters`);
  return value === undefined
    ? text(`falta; aquí va ${meant.es}.`, `missing; here belongs ${meant.en}.`)
    : text(`aquí va ${meant.es}.`, `here belongs ${meant.en}.`);
}

const named = (members: NonNullable<Field<unknown>['members']>): string =>
  Object.entries(members)
    .map(([name, { optional }]) => (optional ? `${name}?` : name))
    .join(', ');

interface Bounds {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}
