import type { Tally } from '../state.ts';

/** A divided mandate as acts and refusals name it: `70/30/0`, yes, no and abstentions. */
export const divisionName = ({ yes, no, abstain }: Tally): string => `${yes}/${no}/${abstain}`;

export function parseDivision(instruction: string): Tally | null {
  const parts = /^(\d+)\/(\d+)\/(\d+)$/.exec(instruction);
  return parts === null ? null : { yes: Number(parts[1]), no: Number(parts[2]), abstain: Number(parts[3]) };
}
