import type { CountRequest } from './count.ts';
import { methods } from './methods.ts';
import { Refused } from './refused.ts';
import type { CountRefusal } from './result.ts';
import { Settings } from './settings.ts';

/**
 * Why no papers could ever be counted by that rule: an unknown method or option, a value that means nothing, more seats than
 * the method fills. For whoever writes the rule down before there is a candidate; null if it is sound.
 */
export function ruleRefusal({ method: name, seats = 1, options = {} }: CountRequest): CountRefusal | null {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) {
    const text = { es: `No se conoce el método ${name}.`, en: `The method ${name} is not known.` };
    return { code: 'unknown-method', text };
  }
  if (method.seats === 'one' && seats > 1) {
    const text = { es: `${name} llena un solo puesto.`, en: `${name} fills one seat only.` };
    return { code: 'one-seat-only', text };
  }
  try {
    new Settings(name, method.options, options);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  // Whoever is named by a rule would be treated by it as nobody else is.
  const named = Object.keys(options).find((option) => method.options[option]?.kind === 'ids');
  if (named === undefined) return null;
  const text = {
    es: `${named} nombra candidaturas: no es una regla.`,
    en: `${named} names candidates: that is no rule.`,
  };
  return { code: 'names-candidates', text };
}
