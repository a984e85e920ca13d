import { floor, type Ratio, ratio } from '../exact/ratio.ts';
import type { OptionSpec } from '../settings.ts';

/** How many votes are a seat. */
export const quotaOption = (by: 'droop' | 'droop-exact'): OptionSpec => ({
  default: by,
  values: ['droop', 'droop-exact', 'hare'],
  says: {
    es: 'droop: votos entre puestos más uno, sin decimales, más uno; droop-exact: sin redondear; hare: votos entre puestos',
    en: 'droop: votes by seats plus one, without decimals, plus one; droop-exact: not rounded; hare: votes by seats',
  },
});

export const quotaChangesOption = (by: 'static' | 'dynamic'): OptionSpec => ({
  default: by,
  values: ['static', 'dynamic'],
  says: {
    es: 'la cuota se fija al empezar, o baja con los votos que se agotan',
    en: 'the quota is fixed at the start, or falls with the votes that run out',
  },
});

/** When the last seats are filled by those who are left. */
export const stopOption: OptionSpec = {
  default: 'at-once',
  values: ['at-once', 'after-transfers'],
  says: {
    es: 'cuando quedan tantas candidaturas como puestos: se eligen sin más, o después de las transferencias pendientes',
    en: 'when as many candidates are left as seats: they are elected at once, or after the transfers still to be made',
  },
};

/** More decimals than any published rule asks for; beyond them a count only becomes slower, up to never coming to an end. */
export const MOST_DECIMALS = 60;

/** A quota in units of a precision. */
export function quotaFor(rule: string, votes: Ratio, seats: number, one: bigint): bigint {
  const parts = BigInt(rule === 'hare' ? seats : seats + 1);
  if (rule === 'droop') return (floor(ratio(votes.n, votes.d * parts)) + 1n) * one;
  const exact = ratio(votes.n * one, votes.d * parts);
  // Rounded up: a quota cut short could be reached by one more than there are seats.
  return exact.n % exact.d === 0n ? exact.n / exact.d : exact.n / exact.d + 1n;
}
