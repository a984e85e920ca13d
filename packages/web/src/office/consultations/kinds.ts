import type { ConsultationWords } from './words-es.ts';

export const kindChoices = ({ kinds }: ConsultationWords) =>
  Object.entries(kinds).map(([value, words]) => ({ value, words }));
