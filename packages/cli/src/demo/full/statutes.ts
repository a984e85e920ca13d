import { type Statute, statuteTemplates } from '@cabildo/core';

/** El Alto is four hours behind UTC all year. */
const offsetMinutes = -240;

/** A template as a body of El Alto adopts it: in Spanish, with the place's own time. */
export function statuteOf(template: string): Statute {
  const found = statuteTemplates.find(({ name }) => name === template);
  if (found === undefined) throw new Error(`there is no template ${template}`);
  const { es } = found.statutes;
  return { ...es, closing: { ...es.closing, offsetMinutes } };
}

/** Seats that each district has in the neighbourhood federation, and each class of body in the Popular Assembly. */
export const seatsInFederation = 3;
export const seatsByClass: Readonly<Record<string, number>> = { federación: 6, central: 4, sindicato: 2 };

export const federationStatute = (): Statute => ({
  ...statuteOf('federation'),
  entitlement: { kind: 'fixed', seats: seatsInFederation },
});

/**
 * The congress of the template is called a month before. This Assembly was called within days, wants answers
 * within a month, has smaller delegations, and acclaims in the square.
 */
export function assemblyStatute(): Statute {
  const congress = statuteOf('delegate-congress');
  return {
    ...congress,
    title: 'Estatuto de la Asamblea Popular',
    notice: { hours: 72 },
    ratification: { ...congress.ratification, days: 30 },
    rules: congress.rules.map((rule) =>
      rule.matter === 'ordinary' ? { ...rule, methods: [...rule.methods, 'acclamation'] } : rule,
    ),
    entitlement: {
      kind: 'by-class',
      classes: Object.entries(seatsByClass).map(([name, seats]) => ({ class: name, seats })),
    },
  };
}

/** Whom a list of officers must have: who presides, who writes, and as many more as must sign. */
export function officesToFill({ offices, seals }: Statute): readonly string[] {
  const ofRole = (role: string): readonly string[] =>
    offices.filter((office) => office.role === role).map(({ office }) => office);
  const [[chair = '', ...chairs], [secretary = '', ...secretaries]] = [ofRole('presidium'), ofRole('secretary')];
  return [chair, secretary, ...secretaries, ...chairs].slice(0, Math.max(2, seals.signatures));
}

/** So many women as the statute wants on a list of that length. */
export const womenOn = ({ parity }: Statute, people: number): { readonly women?: number } =>
  parity === undefined ? {} : { women: Math.ceil((people * parity.women.num) / parity.women.den) };
