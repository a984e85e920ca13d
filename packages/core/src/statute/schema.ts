import { dialect, type JsonSchema, objectSchema } from '../catalogue/fields.ts';
import { articleInWords, type Language } from '../sentences/words.ts';
import { statuteFields } from './fields.ts';
import { aboutField } from './reading/about.ts';
import { electionMethodNames, vacancyNames } from './reading/elections.ts';
import { capital } from './reading/say.ts';
import { type Text, text } from './reading/text.ts';
import * as values from './reading/values.ts';
import { absence, statuteArticles } from './reading.ts';

/** What the values of a choice mean, by the path of its field or of the list that it stands in. */
export const choiceMeanings: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'offices[].role': values.roles,
  'rules[].matter': values.matterNames,
  'rules[].rule.of': values.bases,
  'rules[].and.of': values.bases,
  'rules[].sittings[]': values.sittingNames,
  'rules[].methods[]': values.methodNames,
  'elections.contests[].method': electionMethodNames,
  'elections.contests[].vacancy': vacancyNames,
  'speaking.order': values.speakingOrders,
  'speaking.group.of': values.speakingGroups,
  'supply.allocation': values.allocators,
  'seals.handover': values.handovers,
  'mandates.binding': values.bindings,
  'ratification.matters[]': values.matterNames,
  'ratification.of': values.ofAnswers,
  'ratification.silence': values.silences,
  'ratification.through': values.tiers,
  'entitlement.kind': values.entitlementKinds,
  'seats[].class': values.classNames,
  'seats[].voice[]': values.phases,
  'seats[].vote[]': values.phases,
  checkIn: values.checkedInWhere,
  'walkIns.sittings[]': values.sittingNames,
  'walkIns.matters[]': values.matterNames,
  doubleMembership: values.memberships,
  weights: values.cardWeights,
  'rotation[].among': values.rounds,
  'jointSeats[].by': values.jointTurns,
  'precedence[]': values.proceduralNames,
  'publicity.votes': values.votesShown,
  'publicity.sensitive': values.sensitiveShown,
  'disputes.meanwhile': values.disputed,
  'minutes.approval': values.minutesApproved,
};

const leftOut = text('Sin este artículo', 'Left out');

/**
 * The rules of a body, as data, each article and field described in the words of its reading. The same bytes wherever it
 * is served, so its identifier names no host.
 */
export function statuteSchema(language: Language = 'en'): JsonSchema {
  return {
    $schema: dialect,
    $id: `urn:cabildo:schema:statute${language === 'en' ? '' : `:${language}`}`,
    title: language === 'es' ? 'Estatuto' : 'Statute',
    description: language === 'es' ? 'Las reglas de un organismo, como datos.' : 'The rules of a body, as data.',
    ...withWords(objectSchema(statuteFields), '', language),
  };
}

interface Shape {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly enum?: readonly string[];
}

function withWords(schema: JsonSchema, path: string, language: Language): JsonSchema {
  const { properties, items } = schema as Shape;
  const inside = Object.entries(properties ?? {}).map(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [name, { ...words(at, field, language), ...withWords(field, at, language) }];
  });
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(inside) }),
    ...(items === undefined ? {} : { items: withWords(items, `${path}[]`, language) }),
  };
}

function words(path: string, schema: JsonSchema, language: Language): JsonSchema {
  const about = aboutField(path)?.[language];
  const meanings = valuesIn(path, schema as Shape, language);
  const article = statuteArticles.find((one) => one === path);
  const without = article === undefined ? null : absence(article, language);
  const said = [about, meanings, without === null ? undefined : `${leftOut[language]}: ${without.join(' ')}`];
  return {
    ...(path.includes('.') ? {} : { title: capital(articleInWords(path, language)) }),
    description: said.filter((part) => part !== undefined && part !== '').join(' '),
  };
}

function valuesIn(path: string, schema: Shape, language: Language): string {
  const inList = (schema.items as Shape | undefined)?.enum;
  const names = choiceMeanings[inList === undefined ? path : `${path}[]`];
  return (inList ?? schema.enum ?? []).map((value) => `\`${value}\`: ${names?.[value]?.[language] ?? ''}`).join('; ');
}
