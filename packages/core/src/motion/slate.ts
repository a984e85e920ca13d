import { type Refused, refuse } from '../refusal.ts';
import type { Statute } from '../statute/fields.ts';
import { plusMonths, type Time } from '../time.ts';

/** A term begins when it is given or later, and lasts at most as long as the statute says. */
export function termRefusal(at: Time, from: Time, until: Time, months: number, article: string): Refused | null {
  const latest = plusMonths(from, months);
  if (until <= from || until <= at) return refuse('term-too-long', article, { needed: latest, present: until });
  return until > latest ? refuse('term-too-long', article, { needed: latest, present: until }) : null;
}

/** Of a list of two or more, so many women as the statute's share says, rounded up. The list says how many there are. */
export function parityRefusal({ parity }: Statute, people: number, women = 0): Refused | null {
  if (parity === undefined || people < 2) return null;
  const needed = Math.ceil((people * parity.women.num) / parity.women.den);
  return women >= needed && women <= people ? null : refuse('parity-not-met', 'parity', { needed, present: women });
}

export function twice(names: readonly string[]): Refused | null {
  const double = names.find((name, position) => names.indexOf(name) !== position);
  return double === undefined ? null : refuse('holder-twice', 'offices', { present: double });
}
