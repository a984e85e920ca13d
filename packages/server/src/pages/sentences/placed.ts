import type { ActData } from '@cabildo/core';

type Withheld = ActData<'MeasureDeclared'>['withheld'];

/** What it is, and where, as far as the act says it: `Bloqueo, Distrito 8`. */
export const placedMeasure = ({ what, place, area }: ActData<'MeasureDeclared'>): string => {
  const where = place ?? area;
  return where === undefined ? what : `${what}, ${where}`;
};

export const newArea = (area: string | undefined): string => (area === undefined ? '' : ` (${area})`);

/** Who reads the exact place, where it is not in the book. */
export const placeReadBy = (
  withheld: Withheld,
  { members, later }: { readonly members: string; readonly later: (hours: number) => string },
): string => {
  if (withheld === undefined) return '';
  return ` ${withheld.hoursLate === undefined ? members : later(withheld.hoursLate)}`;
};
