import { many, noted, type Phrases } from './phrase.ts';

/** Secret votes: trustees, credentials, the ballot box. */
export const secretPhrases = {
  'trustees-not-as-statute': [
    ({ needed, present }) => `Son ${many(needed, 'custodio', 'custodios')}, y se nombra a ${present}.`,
    ({ needed, present }) => `There are ${many(needed, 'trustee', 'trustees')} to be named; ${present} were.`,
  ],
  'trustee-twice': [
    () => 'Dos custodios tienen la misma llave: cada quien hace la suya en su propio aparato.',
    () => 'Two trustees have the same key: each makes their own on their own device.',
  ],
  'trustees-of-one-list': [
    ({ needed, present }) =>
      `«${present}» podría abrir sola cada voto: de una lista hay como mucho ${many(needed, 'custodio', 'custodios')}.`,
    ({ needed, present }) =>
      `“${present}” alone could open every vote: of one list there are at most ${many(needed, 'trustee', 'trustees')}.`,
  ],
  'trustees-not-named': [
    () => 'Primero se nombra a los custodios que abrirán el resultado.',
    () => 'First the trustees are named who will open the result.',
  ],
  'list-not-in-statute': [
    ({ needed, present }) => `«${present}» no es una de las listas${noted('son: ', needed)}.`,
    ({ needed, present }) => `“${present}” is none of the lists${noted('they are: ', needed)}.`,
  ],
  'tellers-of-one-list': [
    ({ present }) =>
      `Los dos escrutadores serían de «${present}»: las dos mitades de una credencial las hacen listas distintas.`,
    ({ present }) =>
      `Both tellers would be of “${present}”: the two halves of a credential are made by different lists.`,
  ],
  'halves-missing': [
    ({ present }) => `Cada escrutador entrega sus mitades de las credenciales: lo hicieron ${present} de 2.`,
    ({ present }) => `Each teller hands in their halves of the credentials: ${present} of 2 did.`,
  ],
  'halves-differ': [
    ({ needed, present }) =>
      `Un escrutador hizo ${needed} mitades y el otro ${present}: cada sobre lleva una de cada quien.`,
    ({ needed, present }) =>
      `One teller made ${needed} halves and the other ${present}: each slip has one of each of them.`,
  ],
  'too-few-for-secret': [
    ({ needed, present }) =>
      `Son ${present}, y con menos de ${needed} el resultado diría demasiado de cada quien: se vota en la urna de papel.`,
    ({ needed, present }) =>
      `They are ${present}, and with fewer than ${needed} the result would tell too much of each: vote with the paper urn.`,
  ],
  'ranked-on-paper': [
    () =>
      'De la urna secreta se abren sólo sumas: bastan donde se marca a una o a varias candidaturas. Esta elección se cuenta mirando cada papeleta entera, así que por ahora se vota en la urna de papel.',
    () =>
      'Of a secret box only sums are opened: they are enough where one or several candidates are marked. This election is counted by looking at each ballot whole, so for now vote with the paper urn.',
  ],
  'no-trial-decryption': [
    ({ needed, present }) =>
      `Antes de votar cada custodio abre una prueba con su llave: lo hicieron ${present} de ${needed}.`,
    ({ needed, present }) =>
      `Before the vote every trustee opens a trial with their key: ${present} of ${needed} have done so.`,
  ],
  'credentials-not-listed': [
    () => 'Primero se anota qué credenciales votan: las de los sobres sorteados, sin los que sobraron.',
    () => 'First it is written down which credentials vote: those of the slips drawn, without those left over.',
  ],
  'more-credentials-than-voters': [
    ({ needed, present }) =>
      `Hay ${many(present, 'credencial', 'credenciales')} y ${many(needed, 'votante', 'votantes')}: los sobres que sobraron se excluyen antes.`,
    ({ needed, present }) =>
      `There are ${many(present, 'credential', 'credentials')} and ${many(needed, 'voter', 'voters')}: slips left over are excluded first.`,
  ],
  'archive-not-shown': [
    ({ needed, present }) => `Este nodo no tiene ${needed}, o al verificarlo no vale${noted('', present)}.`,
    ({ needed, present }) => `This node does not hold ${needed}, or does not find it valid${noted('', present)}.`,
  ],
  'archive-differs': [
    ({ needed, present }) => `Ese archivo no corresponde a lo que está en el libro: ${needed}${noted('', present)}.`,
    ({ needed, present }) => `That archive is not of what is in the book: ${needed}${noted('', present)}.`,
  ],
  'too-few-new-ballots': [
    ({ needed, present }) =>
      `El estado de la urna se anota cuando tenga ${many(needed, 'voto', 'votos')}; tiene ${present}.`,
    ({ needed, present }) =>
      `The head of the ballot box is written down once it has ${many(needed, 'ballot', 'ballots')}; it has ${present}.`,
  ],
  'box-closed': [
    ({ present }) => `La urna electrónica ya se cerró con ${many(present, 'voto', 'votos')}.`,
    ({ present }) => `The ballot box was closed with ${many(present, 'ballot', 'ballots')}.`,
  ],
  'box-still-open': [
    () => 'Primero se cierra la urna electrónica; después los custodios abren el resultado.',
    () => 'First the ballot box is closed; then the trustees open the result.',
  ],
} satisfies Partial<Phrases>;
