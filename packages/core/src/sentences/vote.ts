import { noted, type Phrases } from './phrase.ts';

/** Motions, votes, mandates. */
export const votePhrases = {
  'proposal-does-not-fit-matter': [
    ({ needed, present }) => `Lo que propones se decide como «${needed}», no como «${present}».`,
    ({ needed, present }) => `What you propose is decided as “${needed}”, not as “${present}”.`,
  ],
  'matter-not-in-statute': [
    ({ needed }) => `El estatuto no dice cómo se decide este asunto: ${needed}.`,
    ({ needed }) => `The statute does not say how this matter is decided: ${needed}.`,
  ],
  'method-not-allowed': [
    ({ needed, present }) => `Aquí no se vota por ${present}${noted('se vota por: ', needed)}.`,
    ({ needed, present }) => `This is not voted by ${present}${noted('it is voted by: ', needed)}.`,
  ],
  'mandated-not-by-hands': [
    ({ needed, present }) =>
      `Hay mandato de ${present}: se vota a nombre de cada puesto (${needed}), no a mano alzada.`,
    ({ needed, present }) =>
      `${present} has given a mandate: each seat votes by name (${needed}), not by raised hands.`,
  ],
  'already-put-to-vote': [
    () => 'Esta moción ya se puso a votación.',
    () => 'This motion has already been put to a vote.',
  ],
  'vote-closed': [
    () => 'La votación ya se cerró: el resultado queda como está.',
    () => 'The vote is closed: the result stands.',
  ],
  'vote-still-open': [
    ({ present }) => `Hay una votación abierta${noted('acto ', present)}: ciérrenla primero.`,
    ({ present }) => `A vote is still open${noted('act ', present)}: close it first.`,
  ],
  'not-in-electorate': [
    ({ needed }) => `No está en la lista de esta votación, que quedó fija al abrirse${noted('faltó: ', needed)}.`,
    ({ needed }) => `You are not on this vote’s list, which was fixed when it opened${noted('missing: ', needed)}.`,
  ],
  'already-voted': [
    ({ present }) => `Ya votó en esta votación${noted('', present)}: cada quien vota una vez.`,
    ({ present }) => `You have already voted here${noted('', present)}: each votes once.`,
  ],
  'more-hands-than-people': [
    ({ needed, present }) => `Contó ${present}, pero solo puede haber ${needed}: cuenten de nuevo.`,
    ({ needed, present }) => `You counted ${present}, but there can be only ${needed}: count again.`,
  ],
  'against-mandate': [
    ({ needed, present }) => `Su base le mandó votar «${needed}» y marcó «${present}»: no se acepta.`,
    ({ needed, present }) => `Your base told you to vote “${needed}” and you chose “${present}”: it is not accepted.`,
  ],
  'come-back-and-ask': [
    () => 'Su base no ha decidido sobre este texto: absténgase o vuelva a consultar.',
    () => 'Your base has not decided on this text: abstain, or go back and ask.',
  ],
  'text-changed': [
    ({ needed, present }) => `El texto cambió: no es el mismo (se decidió sobre ${needed}, este es ${present}).`,
    ({ needed, present }) => `The text has changed (what was decided on is ${needed}, this is ${present}).`,
  ],
  'measure-not-in-force': [
    () => 'Esa medida ya no está vigente: no hay nada que levantar.',
    () => 'That measure is no longer in force: there is nothing to lift.',
  ],
} satisfies Partial<Phrases>;
