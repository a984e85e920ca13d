import type { CountResult } from '../result.ts';
import type { Language } from '../text.ts';

/** The result as one JSON document, its explanations in one language. */
export function resultDocument(result: CountResult, language: Language): object {
  const { lotsRequired, stages } = result;
  return {
    ...result,
    stages: stages.map((stage) => ({ ...stage, explanation: stage.explanation[language] })),
    lotsRequired: lotsRequired && { ...lotsRequired, explanation: lotsRequired.explanation[language] },
  };
}
