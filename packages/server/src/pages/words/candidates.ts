export const candidatesEs = {
  link: 'Lista de candidaturas, para imprimir',
  result: 'Candidaturas y resultado',
  title: 'Candidaturas',
  seats: (numbers: string) => `Delegación: puestos ${numbers}`,
  mark: (most: string) =>
    most === '1' ? 'Se marca una, o se deja en blanco.' : `Se marcan hasta ${most}, o se deja en blanco.`,
  rank: 'Se vota en papel: de una urna secreta se abren sólo sumas, y aquí cuenta cada papeleta entera. Cómo se marca lo dice el estatuto.',
  nobody: 'Nadie se ha presentado todavía.',
  withdrawn: 'Se retiró',
  toWrite: 'Nombre que se escribe a mano',
  stillOpen: 'Hasta que se abra la votación puede haber otras.',
  names:
    'Está el nombre de quien pidió que estuviera; los demás los escribe a mano la secretaría. En la urna y en el archivo hay sólo números.',
  by: 'Quien preside firma aquí',
  stand: 'Presentarse',
  votes: (votes: string) => (votes === '1' ? '1 voto' : `${votes} votos`),
  elected: (place: string) => `Elegida: ${place}`,
};

export const candidatesEn: typeof candidatesEs = {
  link: 'List of candidates, to print',
  result: 'Candidates and result',
  title: 'Candidates',
  seats: (numbers) => `Delegation: seats ${numbers}`,
  mark: (most) => (most === '1' ? 'Mark one, or leave it blank.' : `Mark up to ${most}, or leave it blank.`),
  rank: 'Voted on paper: of a secret box only sums are opened, and here each ballot counts as a whole. How it is marked the statute says.',
  nobody: 'Nobody stands yet.',
  withdrawn: 'Withdrew',
  toWrite: 'Name to be written by hand',
  stillOpen: 'Until the vote is opened there may be others.',
  names:
    'Named are those who asked for it; the secretary writes the others by hand. In the box and in the archive there are numbers alone.',
  by: 'Whoever presides signs here',
  stand: 'Stand as a candidate',
  votes: (votes) => (votes === '1' ? '1 vote' : `${votes} votes`),
  elected: (place) => `Elected: ${place}`,
};
