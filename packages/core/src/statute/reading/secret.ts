import { anchoredEvery, leastVoters } from '../../secret/rules.ts';
import { allOf, quoted, type Reading } from './say.ts';
import { type Text, text } from './text.ts';

const secret: Reading = ({ secret: rules }) => {
  if (rules === undefined)
    return [
      text(
        'Nada se vota en secreto por teléfono o con sobres; en secreto sólo hay la urna de papel.',
        'Nothing is voted in secret by phone or with slips; in secret there is the paper urn alone.',
      ),
    ];
  const { trustees, threshold, lists } = rules;
  const names = allOf((lists ?? []).map(quoted));
  const [least, every] = [leastVoters(rules), anchoredEvery(rules)];
  return [
    text(
      `De lo que se vota en secreto guardan llave ${trustees} personas; el resultado lo abren ${threshold} juntas, y ninguna lista tiene tantas.`,
      `Of what is voted in secret ${trustees} people keep a key; ${threshold} together open the result, and no list has as many.`,
    ),
    text(
      `Con menos de ${least} votantes se usa la urna de papel.`,
      `With fewer than ${least} voters the paper urn is used.`,
    ),
    text(
      `El estado de la urna electrónica entra al libro cada ${every} votos y al cerrar.`,
      `The head of the ballot box enters the book every ${every} ballots and at the close.`,
    ),
    lists === undefined
      ? text(
          'Escrutadores y custodios son de listas distintas, como se nombren en la sesión.',
          'Tellers and trustees are of different lists, as they are named in the sitting.',
        )
      : text(
          `Escrutadores y custodios son de listas distintas entre: ${names.es}.`,
          `Tellers and trustees are of different lists among: ${names.en}.`,
        ),
  ];
};

export const secretArticles = { secret };

export const aboutSecret: Readonly<Record<string, Text>> = {
  secret: text(
    'Quién abre una votación secreta, y desde cuántos votantes se hace así.',
    'Who opens a secret vote, and from how many voters on it is taken so.',
  ),
  'secret.trustees': text('Cuántas personas guardan una llave.', 'How many people keep a key.'),
  'secret.threshold': text(
    'Cuántas de ellas abren el resultado: dos o más.',
    'How many of them open the result: two or more.',
  ),
  'secret.minimum': text(
    'Con menos votantes se usa la urna de papel. Sin él, 10.',
    'With fewer voters the paper urn is used. Left out: 10.',
  ),
  'secret.every': text(
    'Cada cuántos votos entra al libro el estado de la urna. Sin él, 100.',
    'After how many ballots the head of the box enters the book. Left out: 100.',
  ),
  'secret.lists': text(
    'Las listas de las que son escrutadores y custodios. Sin él, las que se nombren en la sesión.',
    'The lists that tellers and trustees are of. Left out: as they are named in the sitting.',
  ),
};
