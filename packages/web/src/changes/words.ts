/** What is said beside the changes of a text. */
export const changesWords = {
  es: { out: 'se quita:', in: 'se agrega:', end: 'fin del cambio', legend: ['se quita', 'se agrega'] },
  en: { out: 'taken out:', in: 'put in:', end: 'end of the change', legend: ['taken out', 'put in'] },
} as const;
