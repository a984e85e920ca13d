import type { FormField } from '@cabildo/core';

export type Values = Readonly<Record<string, unknown>>;

/** What a field begins with; nothing typed is nothing said, and the node says what belongs there. */
export function emptyOf({ as, least = 0, choices, fields = [] }: FormField): unknown {
  switch (as) {
    case 'number':
      return Math.max(least, 0);
    case 'tick':
      return false;
    case 'choice':
      return choices?.[0]?.value ?? '';
    case 'list':
      return [];
    case 'group':
      return Object.fromEntries(fields.filter(({ optional }) => !optional).map((one) => [one.name, emptyOf(one)]));
    default:
      return '';
  }
}

/** With that member, or, where it is undefined, without it. */
export function withMember(values: Values, name: string, value: unknown): Values {
  const { [name]: _before, ...rest } = values;
  return value === undefined ? rest : { ...values, [name]: value };
}
