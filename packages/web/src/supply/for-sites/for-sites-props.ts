import type { PartProps } from '../hand-over/parts.ts';
import type { Registers } from '../hand-over/types.ts';
import type { OfficerKey } from '../known/officer-keys.ts';
import type { ForSitesWords } from './words-es.ts';

export interface ForSitesProps extends PartProps {
  /** Of the offices that this phone signs for. */
  readonly officers: readonly OfficerKey[];
  readonly own: ForSitesWords;
}

/** The key of an office of the assembly that a site belongs to, if this phone has one. */
export function officerOf(
  { sites }: Registers,
  officers: readonly OfficerKey[],
  place: number,
): OfficerKey | undefined {
  const assembly = sites.find(({ site }) => site === place)?.assembly ?? null;
  return officers.find(({ book }) => book === assembly);
}
