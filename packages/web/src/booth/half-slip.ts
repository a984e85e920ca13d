/** What is inside one sealed half of a slip, as its QR code says it and as people type it. */
import { readCredential } from '@cabildo/ballot';
import { addressOf } from './place.ts';

export interface HalfSlip {
  /** In the form from which its secret is derived. */
  readonly text: string;
  /** Unknown where only the characters were typed. */
  readonly teller: number | null;
  readonly number: number | null;
}

export const halfSlipAddress = (election: string, { text, teller, number }: HalfSlip): string =>
  addressOf('v', election, `${teller}-${number}-${text}`);

/** What is after `#` in the address of a half. */
const inFragment = /^([12])-([1-9][0-9]{0,5})-(.+)$/;

/** From a code's address, what is after its `#`, or characters alone; null where it is none of this election. */
export function readHalfSlip(said: string, election: string): HalfSlip | null {
  const [address = '', after] = said.split('#');
  if (after !== undefined && !address.endsWith(`/ballot/v/${election}`)) return null;
  const fragment = after ?? said;
  const [, teller, number, rest] = inFragment.exec(fragment) ?? [];
  const text = readCredential(rest ?? fragment);
  if (text === undefined) return null;
  return {
    text,
    teller: teller === undefined ? null : Number(teller),
    number: number === undefined ? null : Number(number),
  };
}

export type Mismatch = 'same-half' | 'other-slip';

/** Why two halves cannot be of one slip. */
export function mismatchOf(one: HalfSlip, other: HalfSlip): Mismatch | null {
  if (one.text === other.text || (one.teller !== null && one.teller === other.teller)) return 'same-half';
  return one.number !== null && other.number !== null && one.number !== other.number ? 'other-slip' : null;
}
