import { isBy, momentOf } from '../moment.ts';
import { bad, type Fields, textOf } from './fields.ts';
import type { Json } from './json.ts';

export function momentTextOf(node: Json): string {
  const text = textOf(node);
  if (momentOf(text) !== undefined) return text;
  throw bad(node, {
    es: `«${text}» no es una fecha, ni una hora con su zona (2026-06-02T12:00:00-04:00)`,
    en: `“${text}” is no date, and no time with its zone (2026-06-02T12:00:00-04:00)`,
  });
}

/** `from` one moment `until` another that is later; either may be missing. */
export function windowIn(fields: Fields): { readonly from?: string; readonly until?: string } {
  const [begin, end] = [fields.get('from'), fields.get('until')];
  const from = begin && momentTextOf(begin);
  const until = end && momentTextOf(end);
  if (end !== undefined && from !== undefined && until !== undefined && isBy(until, from)) {
    throw bad(end, {
      es: `termina (${until}) antes de empezar (${from})`,
      en: `ends (${until}) before it begins (${from})`,
    });
  }
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}
