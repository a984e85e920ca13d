import { many, noted, type Phrases } from './phrase.ts';

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
      `Hay mandato de ${present}: se vota a nombre de cada puesto (${needed}), no a mano alzada ni en secreto.`,
    ({ needed, present }) =>
      `${present} has given a mandate: each seat votes by name (${needed}), not by raised hands nor in secret.`,
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
  'papers-do-not-add-up': [
    ({ needed, present }) =>
      `Hay ${many(needed, 'papeleta', 'papeletas')}, pero lo contado suma ${present}: cuenten de nuevo.`,
    ({ needed, present }) => `Papers: ${needed}; but what was counted adds up to ${present}: count again.`,
  ],
  'mandate-not-divided': [
    ({ present }) => `Esa base no dividió su mandato${noted('mandó: ', present)}: su tarjeta va entera a un lado.`,
    ({ present }) => `That base has not divided its mandate${noted('it said: ', present)}: its card is on one side.`,
  ],
  'other-channel': [
    ({ needed, present }) =>
      `Ya está en la sala con otro canal: ${needed}, no ${present}. Cada quien vota por uno solo.`,
    ({ needed, present }) =>
      `Already in the hall in another channel: ${needed}, not ${present}. Each votes in one alone.`,
  ],
  'count-asked': [
    () => 'Alguien pidió que se cuente: esta moción ya no se decide por aclamación, abran una votación.',
    () => 'Somebody asked for a count: this motion is no longer decided by acclamation, open a vote.',
  ],
  'objections-not-asked': [
    ({ needed, present }) => `Se pregunta ${needed} veces si alguien se opone; se preguntó ${present}.`,
    ({ needed, present }) =>
      `Objections are asked for ${needed} times; they were asked for ${many(present, 'time', 'times')}.`,
  ],
  'vote-has-effect': [
    ({ needed, present }) =>
      `Esa votación ya tuvo efecto (${present}): no se anula, se revoca con su propio acto${noted('', needed)}.`,
    ({ needed, present }) =>
      `That vote has taken effect (${present}): it is not annulled but reversed by an act of its own${noted('', needed)}.`,
  ],
  'no-lot-needed': [
    ({ needed, present }) =>
      `Solo se sortea una elección empatada${noted('hay: ', present)}${noted('hace falta: ', needed)}; una moción empatada no se aprueba.`,
    ({ needed, present }) =>
      `Lots are drawn for a tied election alone${noted('there is: ', present)}${noted('needed: ', needed)}; a tied motion is not carried.`,
  ],
  'lot-not-announced': [
    ({ needed }) =>
      `Primero se anuncia de dónde saldrá el número del sorteo, y se espera a que salga${noted('', needed)}.`,
    ({ needed }) =>
      `First say where the number of the lot will come from, and wait until it is known${noted('', needed)}.`,
  ],
  'lot-already-announced': [
    ({ present }) => `El sorteo ya está anunciado${noted('acto ', present)}: vale la fuente que se dijo primero.`,
    ({ present }) => `The lot has been announced${noted('act ', present)}: the source that was named first holds.`,
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
  'wider-than-essential': [
    ({ needed, present }) =>
      `«${present}» no es un servicio esencial. Sin levantar la medida pueden pasar sólo: ${needed}. Lo que es más amplio es levantarla, y lo deciden las bases.`,
    ({ needed, present }) =>
      `“${present}” is no essential service. Without lifting the measure only these may pass: ${needed}. What is wider is lifting it, and the bases decide that.`,
  ],
  'exemption-over': [
    ({ present }) => `El último día de la exención ya pasó${noted('', present)}.`,
    ({ present }) => `The last day of the exemption has passed${noted('', present)}.`,
  ],
  'place-missing': [
    () =>
      'Falta decir dónde será la medida. El lugar se muestra como dice el estatuto; si no lo hace público, sólo lo ven los miembros.',
    () =>
      'Where the measure is to stand is missing. The place is shown as the statute says; unless that makes it public, members alone see it.',
  ],
  'area-missing': [
    () =>
      'El estatuto publica sólo por dónde: falta una zona más amplia que el lugar y que no lo nombre, como un distrito («area»).',
    () =>
      'The statute publishes only roughly where: a wider area that does not name the place is missing, such as a district (“area”).',
  ],
  'area-not-published': [
    () =>
      'Una zona («area») se publica sólo donde el estatuto dice que el lugar se muestra a grandes rasgos. Aquí no va.',
    () => 'An area is published only where the statute shows places coarsened. Here it is left out.',
  ],
  'publication-not-confirmed': [
    ({ present }) =>
      `Con esto ${present === 'public' ? 'el lugar' : 'la zona'} queda a la vista de cualquiera, y lo publicado no se puede retirar. Hay que confirmarlo («publish»).`,
    ({ present }) =>
      `With this the ${present === 'public' ? 'place' : 'area'} can be read by anybody, and publication cannot be recalled. That must be confirmed (“publish”).`,
  ],
  'division-missing': [
    () => 'Un mandato dividido dice en qué proporción se divide, y ningún otro la dice.',
    () => 'A divided mandate says in what proportion it is divided, and no other one does.',
  ],
} satisfies Partial<Phrases>;
