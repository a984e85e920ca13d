/** A trustee's secret as a file and as a code on paper. */
import { readTrusteeSecret } from '@cabildo/ballot';

export interface KeyPlace {
  readonly election: string;
  readonly seat: number;
}

export const codeOfKey = ({ election, seat }: KeyPlace, secret: string): string =>
  `cabildo-trustee:${election}:${seat}:${secret}`;

export const fileOfKey = (place: KeyPlace, title: string, secret: string): string =>
  `${JSON.stringify({ cabildo: 'trustee', title, ...place, secret }, null, 2)}\n`;

export const nameOfKeyFile = ({ election, seat }: KeyPlace): string => `cabildo-${seat}-${election.slice(0, 6)}.json`;

export type ReadKey =
  | { readonly ok: true; readonly secret: string }
  | { readonly ok: false; readonly why: 'wrong' | 'other' };

/** From a file, a code or the characters alone. */
export function readKey(said: string, place: KeyPlace): ReadKey {
  const found = partsOf(said.trim());
  const secret = readTrusteeSecret(found.secret);
  if (secret === undefined) return { ok: false, why: 'wrong' };
  const isHere =
    (found.election === undefined || found.election === place.election) &&
    (found.seat === undefined || found.seat === place.seat);
  return isHere ? { ok: true, secret } : { ok: false, why: 'other' };
}

interface Parts {
  readonly election?: string;
  readonly seat?: number;
  readonly secret: string;
}

function partsOf(said: string): Parts {
  const [, election, seat, secret] = /^cabildo-trustee:([^:]+):([0-9]+):(.+)$/.exec(said) ?? [];
  if (election !== undefined && secret !== undefined) return { election, seat: Number(seat), secret };
  if (!said.startsWith('{')) return { secret: said };
  try {
    const { secret: own = '', ...rest } = JSON.parse(said) as Partial<Parts>;
    return { ...rest, secret: own };
  } catch {
    return { secret: '' };
  }
}
