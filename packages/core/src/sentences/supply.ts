import { noted, type Phrases } from './phrase.ts';

/** Registers, stocks, hand-overs and orders of a body that shares out goods. */
export const supplyPhrases = {
  'not-a-depot': [
    ({ present }) => `El sitio n.º ${present} no es un depósito ni una planta: ahí no se guarda para otros.`,
    ({ present }) => `Site no. ${present} is no depot and no plant: nothing is kept there for others.`,
  ],
  'place-closed': [
    ({ present }) => `El sitio o vehículo n.º ${present} ya no participa.`,
    ({ present }) => `Site or vehicle no. ${present} takes part no more.`,
  ],
  'hand-of-another-place': [
    ({ needed, present }) => `Esa llave firma por el n.º ${present}, y hace falta la del n.º ${needed}.`,
    ({ needed, present }) => `That key signs for no. ${present}; the one of no. ${needed} is needed.`,
  ],
  'hand-over-its-day': [
    ({ present }) =>
      `Esa llave ya no firma${noted('valía hasta ', present)}. El texto se guarda; la directiva puede inscribir otra llave o anotar la entrega.`,
    ({ present }) =>
      `That key signs no more${noted('it held until ', present)}. Keep the text; the officers can enrol another key or write the hand-over down.`,
  ],
  'hand-too-long': [
    ({ needed, present }) => `Una llave puede firmar hasta ${needed}, y se pide hasta ${present}.`,
    ({ needed, present }) => `A key may sign until ${needed}; asked for is until ${present}.`,
  ],
  'not-so-much-there': [
    ({ needed, present }) => `Según el libro ahí hay ${present}, no ${needed}. Si hay más, cuenten las existencias.`,
    ({ needed, present }) =>
      `By the book there are ${present} there, not ${needed}. If there are more, count the stock.`,
  ],
  'more-than-lost': [
    ({ needed, present }) => `De eso se dieron por perdidos ${needed}, y ahora serían ${present}.`,
    ({ needed, present }) => `Of that ${needed} were written off, and now it would be ${present}.`,
  ],
  'not-that-way': [
    ({ needed, present }) => `Esa clase de entrega va así: ${needed}. Ésta iría así: ${present}.`,
    ({ needed, present }) => `A hand-over of that kind goes ${needed}. This one would go ${present}.`,
  ],
  'report-signed': [
    ({ present }) =>
      `Esa entrega ya la firmó quien recibe${noted('acto ', present)}: la corrigen las dos partes, cada una con su llave.`,
    ({ present }) =>
      `The receiver has signed that hand-over${noted('act ', present)}: both sides correct it, each with its key.`,
  ],
  'correction-by-another': [
    () => 'La corrección la firma otra persona de la directiva, no quien dijo cómo fue.',
    () => 'The correction is signed by another officer, not by the one who said how it was.',
  ],
  'nothing-handed-over': [() => 'La entrega no nombra nada.', () => 'The hand-over names nothing.'],
  'lot-twice': [
    ({ present }) => `El lote n.º ${present} está dos veces en la entrega.`,
    ({ present }) => `Lot no. ${present} stands in the hand-over twice.`,
  ],
  'more-received-than-given': [
    ({ needed, present }) => `De ${needed} no pueden llegar ${present}.`,
    ({ needed, present }) => `Of ${needed} there cannot arrive ${present}.`,
  ],
  'giver-must-sign': [() => 'Falta la firma de quien entrega.', () => 'The signature of whoever gives is missing.'],
  'hand-must-sign': [
    () => 'Hace falta la firma de la llave del sitio, o que la directiva lo anote.',
    () => 'The signature of the site’s hand is needed, or an officer who writes it down.',
  ],
  'hand-over-between-others': [
    ({ needed }) => `La entrega n.º ${needed} fue entre otros.`,
    ({ needed }) => `Hand-over no. ${needed} was between others.`,
  ],
  'site-without-assembly': [
    ({ present }) => `El n.º ${present} no nombra una asamblea que firme por él.`,
    ({ present }) => `No. ${present} names no assembly that signs for it.`,
  ],
  'not-its-assembly': [
    ({ needed, present }) => `Por ese sitio firma ${needed}, no ${present}.`,
    ({ needed, present }) => `${needed} signs for that site, not ${present}.`,
  ],
  'no-officer-key-there': [
    ({ needed }) => `En el libro de ${needed} esa llave no es hoy de nadie de la directiva.`,
    ({ needed }) => `In the book of ${needed} that key is no officer’s today.`,
  ],
  'already-corrected': [
    ({ needed, present }) =>
      `Es la corrección n.º ${needed} de esa entrega, no la ${present}: lean primero las anteriores.`,
    ({ needed, present }) =>
      `It is correction no. ${needed} of that hand-over, not ${present}: read those before first.`,
  ],
  'no-sharing-rule': [
    () => 'La asamblea todavía no ha aprobado una regla de reparto.',
    () => 'The assembly has not adopted a rule of sharing yet.',
  ],
  'another-rule-in-force': [
    ({ needed, present }) => `Rige la regla del acto n.º ${needed}, no la del ${present}: calculen el plan otra vez.`,
    ({ needed, present }) => `The rule of act no. ${needed} is in force, not that of ${present}: make the plan anew.`,
  ],
  'plan-by-vote': [
    () => 'Los planes los aprueba la asamblea con su voto.',
    () => 'Plans are adopted by the vote of the assembly.',
  ],
  'plan-over': [
    ({ present }) => `El plan n.º ${present} ya no vale: otro lo reemplazó, o pasó su plazo.`,
    ({ present }) => `Plan no. ${present} holds no more: another has replaced it, or its time is over.`,
  ],
  'not-the-plan': [
    () => 'Esas líneas no son las de esa parte del plan aprobado.',
    () => 'Those lines are not the ones of that part of the adopted plan.',
  ],
  'nothing-allocated': [() => 'El plan no reparte nada.', () => 'The plan allocates nothing.'],
  'not-so-much-free': [
    ({ needed, present }) =>
      `De ese lote quedan ${present} sin destino, y se piden ${needed}. Lo demás es de otros, está ofrecido o no se ha mostrado.`,
    ({ needed, present }) =>
      `Of that lot ${present} are meant for nobody, and ${needed} are asked for. The rest is for others, is offered, or has not been shown.`,
  ],
  'parts-missing': [
    ({ needed, present }) => `Del plan están anotadas ${present} partes de ${needed}.`,
    ({ needed, present }) => `Of the plan ${present} parts of ${needed} are entered.`,
  ],
  'more-than-it-carries': [
    ({ needed, present }) => `El vehículo lleva ${needed}, y serían ${present}.`,
    ({ needed, present }) => `The vehicle carries ${needed}, and it would be ${present}.`,
  ],
  'not-so-much-allocated': [
    ({ needed, present }) => `Para ese sitio el plan tiene ${present} por llevar, y serían ${needed}.`,
    ({ needed, present }) => `For that site the plan has ${present} to bring, and it would be ${needed}.`,
  ],
  'offer-to-itself': [() => 'Nadie se ofrece un lote a sí mismo.', () => 'Nobody offers a lot to itself.'],
  'no-offer-found': [
    ({ needed }) => `No se encuentra una oferta sellada y abierta para este organismo: ${needed}.`,
    ({ needed }) => `No sealed and open offer to this body is found: ${needed}.`,
  ],
  'offer-over': [({ needed }) => `La oferta valía hasta ${needed}.`, ({ needed }) => `The offer held until ${needed}.`],
  'offer-still-open': [
    ({ needed, present }) => `La oferta vale hasta ${needed}, y del otro libro se conoce hasta ${present}.`,
    ({ needed, present }) => `The offer holds until ${needed}, and the other book is known up to ${present}.`,
  ],
  'another-item': [
    ({ needed, present }) => `Lo ofrecido es ${needed}, no ${present}.`,
    ({ needed, present }) => `What is offered is ${needed}, not ${present}.`,
  ],
  'answer-not-sealed': [
    ({ needed }) => `${needed} ha respondido y aún no lo ha sellado.`,
    ({ needed }) => `${needed} has answered and not sealed it yet.`,
  ],
  'not-over-declared': [
    ({ needed, present }) => `Se declararon ${needed} y se encontraron ${present}: no es de más.`,
    ({ needed, present }) => `${needed} were declared and ${present} found: that is not over-declared.`,
  ],
} satisfies Partial<Phrases>;
