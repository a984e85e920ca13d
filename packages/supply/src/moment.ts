const WITH_ZONE = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Milliseconds of a date or a date with time and zone (ISO 8601); undefined for any other text. A time without its zone would
 * mean another moment on every machine; a date is its midnight in UTC.
 */
export function momentOf(text: string): number | undefined {
  const [, day = ''] = WITH_ZONE.exec(text) ?? [];
  const midnight = Date.parse(day);
  // Some engines take 31 June for 1 July.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}

/** Whether one is reached at the other; never, where either is no moment. */
export function isBy(moment: string, at: string): boolean {
  const [one, other] = [momentOf(moment), momentOf(at)];
  return one !== undefined && other !== undefined && one <= other;
}
