/** Sentences and lines with whatever stands between them, so that the parts put together are the text. */
export const unitsOf = (text: string): readonly string[] => text.match(/[^.;\n]+[.;\n]*\s*|[.;\n]+\s*/g) ?? [];

export function partsOf(units: readonly string[], starts: ReadonlySet<number>): readonly string[] {
  const parts: string[] = [];
  for (const [place, unit] of units.entries()) {
    if (place === 0 || starts.has(place)) parts.push(unit);
    else parts.push(`${parts.pop() ?? ''}${unit}`);
  }
  return parts;
}
