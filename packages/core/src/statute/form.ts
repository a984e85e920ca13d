import type { Field, Fields } from '../catalogue/fields.ts';
import type { FormField } from '../motion/proposal-forms.ts';
import { articleInWords, type Language } from '../sentences/words.ts';
import { statuteFields } from './fields.ts';
import { aboutField } from './reading/about.ts';
import { capital } from './reading/say.ts';
import { absence, statuteArticles } from './reading.ts';
import { choiceMeanings } from './schema.ts';

/** What an editor asks for, article by article in the order of the reading: made from the articles, so that no form falls behind them. */
export const statuteForm = (language: Language): readonly FormField[] =>
  statuteArticles.map((article) => {
    const field = statuteFields[article] as Field<unknown>;
    const without = absence(article, language);
    return {
      name: article,
      label: capital(articleInWords(article, language)),
      optional: field.optional,
      ...noted([aboutField(article)?.[language], ...(without === null ? [] : [leftOut[language], ...without])]),
      ...shapeOf(field, article, language),
    };
  });

const leftOut = { es: 'Sin este artículo:', en: 'Left out:' } as const;

const noted = (parts: readonly (string | undefined)[]): { readonly note?: string } => {
  const note = parts.filter((part) => part !== undefined).join(' ');
  return note === '' ? {} : { note };
};

const membersOf = (members: Fields, path: string, language: Language): readonly FormField[] =>
  Object.entries(members).map(([name, field]) => formOf(name, field, `${path}.${name}`, language));

/** The first sentence names the field, the others are what to know of it. */
function formOf(name: string, field: Field<unknown>, path: string, language: Language): FormField {
  const about = aboutField(path)?.[language] ?? '';
  const [label = '', ...more] = about
    .replace(/`([a-z-]+)`/g, (_, value) => meaningOf(path, value, language))
    .split(/(?<=\.) /);
  const shape = shapeOf(field, path, language);
  return { name, label: label.replace(/\.$/, ''), optional: field.optional, ...noted(more), ...shape };
}

/** What a value of a choice in the same article is called: who fills in a form sees no data. */
function meaningOf(path: string, value: string, language: Language): string {
  const [article = ''] = path.split(/[.[]/);
  const [found] = Object.entries(choiceMeanings).flatMap(([of, meanings]) =>
    of.startsWith(article) && meanings[value] !== undefined ? [meanings[value][language]] : [],
  );
  return language === 'es' ? `«${found ?? value}»` : `“${found ?? value}”`;
}

function shapeOf(
  { schema, members, item }: Field<unknown>,
  path: string,
  language: Language,
): Omit<FormField, 'name' | 'label' | 'note' | 'optional'> {
  const { type, enum: among, maxItems, maxLength, minimum, maximum } = schema as Bounds;
  if (among !== undefined)
    return {
      as: 'choice',
      choices: among.map((value) => ({ value, label: choiceMeanings[path]?.[value]?.[language] ?? value })),
    };
  if (members !== undefined) return { as: 'group', fields: membersOf(members, path, language) };
  if (item !== undefined) return { as: 'list', ...most(maxItems), item: formOf('', item, `${path}[]`, language) };
  if (type === 'boolean') return { as: 'tick' };
  if (type === 'integer') return { as: 'number', least: minimum ?? 0, ...most(maximum) };
  return { as: 'text', ...most(maxLength) };
}

const most = (bound: number | undefined): { readonly most?: number } => (bound === undefined ? {} : { most: bound });

interface Bounds {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}
