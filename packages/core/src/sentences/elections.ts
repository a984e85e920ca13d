import { many, noted, type Phrases } from './phrase.ts';

/** Elections among candidates. */
export const electionPhrases = {
  'counted-not-by-list': [
    () => 'El estatuto manda elegir entre candidaturas, en papel: aquí no se vota una lista.',
    () => 'The statute has candidates elected on paper: no list is put to the vote here.',
  ],
  'not-counted-here': [
    () => 'El estatuto no dice cómo se cuenta una elección así: aquí se vota una lista.',
    () => 'The statute does not say how such an election is counted: a list is put to the vote here.',
  ],
  'too-few-candidates': [
    ({ needed, present }) =>
      `Para ${many(needed, 'puesto', 'puestos')} hay ${many(present, 'candidatura', 'candidaturas')}: falta quien se presente.`,
    ({ needed, present }) => `Places: ${needed}; candidates: ${present}. More must stand.`,
  ],
  'already-a-candidate': [
    ({ present }) => `Esa persona ya se presenta en esta elección${noted('', present)}.`,
    ({ present }) => `That person stands in this election already${noted('', present)}.`,
  ],
  'not-a-candidate': [
    ({ present }) => `El número ${present} no está en la papeleta.`,
    ({ present }) => `Number ${present} is not on the paper.`,
  ],
  'candidature-incomplete': [
    ({ needed, present }) =>
      `La candidatura no está completa${noted('falta: ', needed)}${noted('sobra: ', present)}: un cargo se asume con una llave, un puesto de delegado puede tener suplente.`,
    ({ needed, present }) =>
      `The candidature is not complete${noted('missing: ', needed)}${noted('too much: ', present)}: an office comes with a key, a delegate’s seat may have an alternate.`,
  ],
  'papers-not-readable': [
    ({ present }) => `Las papeletas no se entienden en ${present}: cada línea es cuántas, los números en orden, y 0.`,
    ({ present }) => `The papers cannot be read at ${present}: each line is how many, the numbers in order, and 0.`,
  ],
  'papers-not-countable': [
    ({ needed, present }) => `Estas papeletas no se pueden contar por ${needed}${noted('', present)}.`,
    ({ needed, present }) => `These papers cannot be counted by ${needed}${noted('', present)}.`,
  ],
  'vacancy-by-election': [
    () => 'Antes de la elección se fijó que un puesto vacío se llena con otra elección: convóquenla.',
    () => 'It was fixed before the election that an empty place is filled by another election: convene it.',
  ],
  'place-not-empty': [
    ({ present }) => `Ese puesto no está vacío, o su gestión terminó${noted('', present)}.`,
    ({ present }) => `That place is not empty, or its term is over${noted('', present)}.`,
  ],
  'nobody-follows': [
    ({ present }) => `Las papeletas no dicen quién sigue${noted('', present)}: hace falta otra elección.`,
    ({ present }) => `The papers do not say who follows${noted('', present)}: there must be another election.`,
  ],
} satisfies Partial<Phrases>;
