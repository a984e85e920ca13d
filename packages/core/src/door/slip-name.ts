/** A numbered slip of an open cabildo, as the vault and a vote's list name its holder. */
export interface Slip {
  readonly sitting: number;
  readonly number: number;
}

export const slipName = ({ sitting, number }: Slip): string => `slip-${sitting}-${number}`;

const form = /^slip-(0|[1-9][0-9]*)-([1-9][0-9]*)$/;

/** Null for everybody who is there under another name. */
export function parseSlipName(holder: string): Slip | null {
  const found = form.exec(holder);
  return found === null ? null : { sitting: Number(found[1]), number: Number(found[2]) };
}
