import { allOf, officeNamed, type Reading } from './say.ts';
import { text } from './text.ts';

const accounts: Reading = ({ accounts: rules }) => {
  if (rules === undefined)
    return [
      text(
        'En los libros de cuentas asienta cualquiera de la directiva, y basta una persona.',
        'Any officer books in the open books, and one is enough.',
      ),
    ];
  const { offices, twoAbove = [] } = rules;
  if (offices.length === 0) return [text('Nadie asienta en libros de cuentas.', 'Nobody books in open books.')];
  const names = allOf(offices.map(officeNamed));
  const limits = twoAbove.map(({ commodity, amount }) => {
    const least = `${amount} ${commodity}`;
    return text(
      `Desde más de ${least}, contado en su parte más pequeña, firma otra de esas personas también.`,
      `Above ${least}, counted in its smallest part, another of them signs too.`,
    );
  });
  return [
    text(`En los libros de cuentas asienta: ${names.es}.`, `Who books in the open books: ${names.en}.`),
    ...limits,
  ];
};

export const accountsArticles = { accounts };
