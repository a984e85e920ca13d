import { type FormField, type ProposalForm, proposalForms, type Translation } from '@cabildo/core';

/** Forms of proposals as a language says them, by Spanish text; what it does not say stays Spanish. */
export const formsIn = (
  shown: Parameters<typeof proposalForms>[1],
  said: ReadonlyMap<string, Translation>,
): readonly ProposalForm[] =>
  JSON.parse(JSON.stringify(proposalForms('es', shown)), (name, value) =>
    isSaid(name) && typeof value === 'string' ? inWords(said.get(value) ?? value) : value,
  );

const inWords = (said: Translation): string => (typeof said === 'string' ? said : said.forms.other);

/** Of the fields of a form those that people read. */
const isSaid = (name: string): boolean => name === 'label' || name === ('note' satisfies keyof FormField);
