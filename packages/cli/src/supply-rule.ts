import { type RuleName, ruleNames } from '@cabildo/supply';
import { misuse } from './stop.ts';

/** The rule that an option names. */
export function supplyRule(option: string, given: string, command: string): RuleName {
  const found = ruleNames.find((name) => name === given);
  if (found !== undefined) return found;
  const names = ruleNames.join(', ');
  throw misuse(
    {
      es: `${option} ${given}: no hay tal regla; las hay: ${names}.`,
      en: `${option} ${given}: no such rule; there are: ${names}.`,
    },
    command,
  );
}
