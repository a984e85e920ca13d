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
} satisfies Partial<Phrases>;
