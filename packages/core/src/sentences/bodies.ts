import { noted, type Phrases } from './phrase.ts';

/** Committees, disputes, bodies that divide themselves, territories. */
export const bodyPhrases = {
  'not-a-parent': [
    ({ needed }) => `Un comité lo forman quienes el texto nombra, cada uno una vez, y falta ${needed}.`,
    ({ needed }) => `A committee is formed by those whom the text names, each once, and ${needed} is not among them.`,
  ],
  'formation-incomplete': [
    ({ needed }) => `Todavía no lo votaron con acta firmada todos los que lo forman. Falta: ${needed}.`,
    ({ needed }) => `Not all who are to form it have voted it in a sealed act yet. Missing: ${needed}.`,
  ],
  'formation-differs': [
    ({ present }) => `Los textos no son el mismo: ${present} votó otro, o no está entre los nombrados.`,
    ({ present }) => `The texts are not the same: ${present} has voted another one, or is not among those named.`,
  ],
  'beyond-powers': [
    ({ needed, present }) => `Eso (${present}) no está entre los poderes que le dio ${needed}.`,
    ({ needed, present }) => `That (${present}) is not among the powers that ${needed} gave it.`,
  ],
  'committee-over': [
    ({ needed }) => `El comité terminó${noted('', needed)}: ya no decide nada.`,
    ({ needed }) => `The committee is over${noted('', needed)}: it decides nothing any more.`,
  ],
  'one-claimant': [
    ({ present }) => `Una disputa es entre dos o más asambleas, cada una una vez; aquí hay ${present}.`,
    ({ present }) => `A dispute is between two bodies or more, each once; here there is ${present}.`,
  ],
  'already-disputed': [
    ({ present }) => `Esa disputa ya está en el libro${noted('acto ', present)}.`,
    ({ present }) => `That dispute is on record already${noted('act ', present)}.`,
  ],
  'no-claim-found': [
    ({ needed }) => `En el libro de esa asamblea no hay un acto firmado con el que lo reclame${noted('', needed)}.`,
    ({ needed }) => `That body’s book has no sealed act by which it claims it${noted('', needed)}.`,
  ],
  'seat-disputed': [
    ({ needed }) => `Ese puesto está en disputa: hasta que se resuelva le tocan ${needed}.`,
    ({ needed }) => `That seat is in dispute: until it is settled there are ${needed} for this body.`,
  ],
  'in-dispute': [
    ({ present }) => `Hay una disputa sin resolver con esa asamblea${noted('acto ', present)}: primero eso.`,
    ({ present }) => `A dispute with that body is not settled${noted('act ', present)}: that comes first.`,
  ],
  'not-a-claimant': [
    ({ needed, present }) => `${present} no es parte de esa disputa; lo son ${needed}.`,
    ({ needed, present }) => `${present} is not a party to that dispute; these are: ${needed}.`,
  ],
  'body-split': [
    ({ needed }) => `Esta asamblea se dividió: desde el ${needed} deciden sus partes.`,
    ({ needed }) => `This body has divided itself: from ${needed} on its parts decide.`,
  ],
  'parts-do-not-add-up': [
    ({ needed, present }) => `Las partes no suman el todo: hay ${needed} y pusieron ${present}.`,
    ({ needed, present }) => `The parts do not add up to the whole: there are ${needed} and you put ${present}.`,
  ],
  'split-adds-seats': [
    ({ needed, present }) => `Dividirse no da más puestos: hay ${needed} y las partes tomarían ${present}.`,
    ({ needed, present }) => `Splitting adds no seats: there are ${needed} and the parts would take ${present}.`,
  ],
  'no-split-found': [
    ({ needed, present }) => `El libro de ${needed} no dice con firmas que se dividió y que ${present} es su parte.`,
    ({ needed, present }) => `The book of ${needed} does not say, sealed, that it split and that ${present} is a part.`,
  ],
  'map-malformed': [
    ({ needed, present }) => `El mapa no se puede leer como territorio${noted('en ', present)}: ahí va ${needed}.`,
    ({ needed, present }) => `The map cannot be read as a territory${noted('at ', present)}: ${needed} goes there.`,
  ],
  'map-outline': [
    ({ needed, present }) =>
      `El contorno del territorio ${needed === 'crosses' ? 'se cruza a sí mismo' : 'no encierra nada'}${noted('en ', present)}.`,
    ({ needed, present }) =>
      `The outline of the territory ${needed === 'crosses' ? 'crosses itself' : 'encloses nothing'}${noted('at ', present)}.`,
  ],
  'map-differs': [
    ({ needed }) =>
      `El mapa no es el que la moción nombra${noted('', needed)}; solo la moción de un territorio trae uno.`,
    ({ needed }) =>
      `The map is not the one that the motion names${noted('', needed)}; only a territory’s motion has one.`,
  ],
} satisfies Partial<Phrases>;
