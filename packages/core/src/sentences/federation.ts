import { many, noted, type Phrases } from './phrase.ts';

/** Affiliation, delegates, recall, consultation, and what must be shown from other books. */
export const federationPhrases = {
  'evidence-missing': [
    ({ needed }) => `Falta la prueba del libro de la otra asamblea${noted('', needed)}: traigan su libro al día.`,
    ({ needed }) => `The proof from the other body’s book is missing${noted('', needed)}: bring its book up to date.`,
  ],
  'not-affiliated': [
    ({ needed }) => `No hay afiliación con esa asamblea${noted('', needed)}.`,
    ({ needed }) => `There is no affiliation with that body${noted('', needed)}.`,
  ],
  'already-affiliated': [
    () => 'La afiliación con esa asamblea ya está en el libro.',
    () => 'The affiliation with that body is already in the book.',
  ],
  'affiliation-not-requested': [
    ({ needed }) => `Esa asamblea no ha pedido afiliarse con acta firmada${noted('', needed)}.`,
    ({ needed }) => `That body has not asked to affiliate in a sealed act${noted('', needed)}.`,
  ],
  'affiliation-cycle': [
    ({ present }) => `Así una asamblea quedaría por encima de sí misma${noted('', present)}.`,
    ({ present }) => `That would put a body above itself${noted('', present)}.`,
  ],
  'no-end-found': [
    ({ needed }) => `El libro de esa asamblea no dice con firmas que la afiliación terminó${noted('', needed)}.`,
    ({ needed }) => `That body’s book does not say, sealed, that the affiliation is over${noted('', needed)}.`,
  ],
  'entitlement-not-as-statute': [
    ({ needed, present }) => `Según el estatuto le corresponden ${many(needed, 'puesto', 'puestos')}, no ${present}.`,
    ({ needed, present }) => `By the statute it has ${many(needed, 'seat', 'seats')}, not ${present}.`,
  ],
  'entitlement-by-admission': [
    ({ present }) => `El estatuto no reparte puestos: valen los ${present} de su admisión, y los cambia la asamblea.`,
    ({ present }) =>
      `The statute gives out no seats: the ${present} of its admission hold, and the assembly changes them.`,
  ],
  'entitlement-unchanged': [
    ({ present }) => `No cambia nada: sigue con ${many(present, 'puesto', 'puestos')}.`,
    ({ present }) => `Nothing changes: it still has ${many(present, 'seat', 'seats')}.`,
  ],
  'more-than-the-roll': [
    ({ needed, present }) => `Son más que los que hay: ${present} de ${needed}.`,
    ({ needed, present }) => `That is more than there are: ${present} of ${needed}.`,
  ],
  'sample-too-small': [
    ({ needed, present }) =>
      `Hay que buscar a ${many(needed, 'persona', 'personas')} del padrón y se buscó a ${present}.`,
    ({ needed, present }) => `${needed} people of the roll are to be looked for; ${present} were.`,
  ],
  'audit-not-in-statute': [
    () => 'El estatuto no prevé revisar padrones por muestra.',
    () => 'The statute does not provide for auditing rolls by a sample.',
  ],
  'no-roll-shown': [
    ({ needed }) => `Esa asamblea no ha mostrado su padrón${noted('', needed)}: que lo cuente y lo firme.`,
    ({ needed }) => `That body has not shown its roll${noted('', needed)}: it has to count and seal it.`,
  ],
  'no-such-seat': [
    ({ needed }) => `Ese puesto de delegado no existe o está vacante${noted('', needed)}.`,
    ({ needed }) => `That delegate’s seat does not exist or is vacant${noted('', needed)}.`,
  ],
  'entitlement-exceeded': [
    ({ needed, present }) =>
      `A esa asamblea le corresponden ${many(needed, 'delegado', 'delegados')} y este sería el n.º ${present}.`,
    ({ needed, present }) =>
      `That body is entitled to ${many(needed, 'seat', 'seats')} and this would be no. ${present}.`,
  ],
  'election-not-sealed': [
    () => 'A la elección de ese delegado le faltan las firmas de su directiva.',
    () => 'The election of that delegate lacks its officers’ signatures.',
  ],
  'officers-unattested': [
    () => 'La directiva que firmó esa elección nunca fue reconocida por la anterior: falta la firma de traspaso.',
    () =>
      'The officers who sealed that election were never attested by those before them: the hand-over is not signed.',
  ],
  'credential-expired': [
    ({ needed }) => `La credencial venció${noted('', needed)}: su base tiene que elegir de nuevo.`,
    ({ needed }) => `The credential has expired${noted('', needed)}: its base has to elect again.`,
  ],
  'credential-not-yet-valid': [
    ({ needed }) => `La credencial todavía no vale: vale desde el ${needed}.`,
    ({ needed }) => `The credential is not valid yet: it holds from ${needed}.`,
  ],
  'witnesses-unknown-here': [
    ({ needed, present }) =>
      `Asambleas conocidas aquí que atestiguaron su fundación: hacen falta ${needed} y hay ${present}.`,
    ({ needed, present }) => `Bodies known here that have witnessed its founding: ${needed} needed, ${present} found.`,
  ],
  'body-unproven': [
    ({ present }) => `La asamblea que lo eligió no ha completado su fundación${noted('', present)}.`,
    ({ present }) => `The body that elected this delegate has not completed its founding${noted('', present)}.`,
  ],
  'delegate-recalled': [
    ({ present }) => `Su base ya revocó a ese delegado${noted('', present)}.`,
    ({ present }) => `That delegate has been recalled by the base${noted('', present)}.`,
  ],
  'already-accredited': [
    () => 'Ese puesto ya está acreditado en esta sesión.',
    () => 'That seat is already accredited in this sitting.',
  ],
  'no-recall-found': [
    ({ needed }) => `En el libro de la base no hay una revocatoria firmada de ese puesto${noted('', needed)}.`,
    ({ needed }) => `The base’s book has no sealed recall from that seat${noted('', needed)}.`,
  ],
  'already-presented': [
    ({ present }) => `Esa revocatoria ya se presentó${noted('', present)} y ya cuenta.`,
    ({ present }) => `That recall has already been presented${noted('', present)} and counts.`,
  ],
  'not-suspended': [
    ({ present }) => `Esa resolución no está en suspenso${noted('está ', present)}: no hay qué consultar.`,
    ({ present }) => `That resolution is not suspended${noted('it is ', present)}: there is nothing to ask.`,
  ],
  'already-consulted': [
    () => 'Esa resolución ya se mandó en consulta a las bases.',
    () => 'That resolution has already gone to the bases.',
  ],
  'consultation-closed': [
    ({ needed }) => `La consulta ya se cerró${noted('plazo: ', needed)}.`,
    ({ needed }) => `The consultation is closed${noted('deadline: ', needed)}.`,
  ],
  'consultation-still-open': [
    ({ needed, present }) => `La consulta sigue abierta hasta el ${needed}; respondieron ${present} bases.`,
    ({ needed, present }) => `The consultation is open until ${needed}; ${present} bases have answered.`,
  ],
  'no-answer-found': [
    ({ needed }) => `Esa base no tiene en su libro una respuesta firmada de cuando pertenecía${noted('', needed)}.`,
    ({ needed }) => `That base has no sealed answer in its book from when it belonged${noted('', needed)}.`,
  ],
  'answer-after-exclusion': [
    ({ needed, present }) =>
      `Esa base ya no pertenecía desde el ${needed}; su asamblea fue el ${present}: esa respuesta no cuenta.`,
    ({ needed, present }) =>
      `That base belonged no more from ${needed} on; its sitting was on ${present}: that answer does not count.`,
  ],
  'answer-after-deadline': [
    ({ needed, present }) => `La respuesta llegó tarde: el plazo era el ${needed} y llegó el ${present}.`,
    ({ needed, present }) => `The answer came too late: the deadline was ${needed}, it came on ${present}.`,
  ],
  'already-received': [
    ({ present }) => `Eso ya se recibió y está anotado${noted('', present)}.`,
    ({ present }) => `That has already been received and entered${noted('', present)}.`,
  ],
  'nothing-disclosed': [
    () => 'Ahí no hay nada publicado que retirar.',
    () => 'Nothing is disclosed there that could be withdrawn.',
  ],
  'already-erased': [
    () => 'Eso ya se retiró; queda solo su huella en el libro.',
    () => 'That has already been withdrawn; only its commitment is left in the book.',
  ],
  'resolution-not-in-force': [
    ({ present }) => `Esa resolución no está en vigor${noted('está ', present)}.`,
    ({ present }) => `That resolution is not in force${noted('it is ', present)}.`,
  ],
  'already-challenged': [
    ({ present }) => `Eso ya se impugnó${noted('', present)}: cada asamblea lo hace una sola vez.`,
    ({ present }) => `That has been challenged already${noted('', present)}: each body does so once.`,
  ],
  'challenge-period-over': [
    ({ needed }) => `El plazo para impugnar terminó${noted('el ', needed)}.`,
    ({ needed }) => `The time for a challenge is over${noted('until ', needed)}.`,
  ],
  'not-challenged': [
    ({ present }) => `Nadie ha impugnado esa resolución${noted('está ', present)}.`,
    ({ present }) => `Nobody has challenged that resolution${noted('it is ', present)}.`,
  ],
  'bases-must-ratify': [
    ({ needed }) => `Eso lo resuelven las bases, no esta asamblea${noted('asunto: ', needed)}.`,
    ({ needed }) => `That is for the bases to settle, not for this assembly${noted('matter: ', needed)}.`,
  ],
  'cannot-be-revoked': [
    ({ present }) => `Lo que hizo esa resolución queda${noted('', present)}: se decide de nuevo, no se revoca.`,
    ({ present }) => `What that resolution did stands${noted('', present)}: it is decided anew, not revoked.`,
  ],
  'not-a-certifier': [
    ({ needed, present }) => `Ese cargo no puede certificar${noted('', present)}; el estatuto nombra: ${needed}.`,
    ({ needed, present }) => `That office cannot certify${noted('', present)}; the statute names: ${needed}.`,
  ],
  'condition-day-passed': [
    ({ present }) => `El día de la condición ya pasó${noted('', present)}.`,
    ({ present }) => `The day of the condition has passed${noted('', present)}.`,
  ],
  'already-certified': [
    ({ present }) => `Esa condición ya se certificó${noted('acto ', present)}.`,
    ({ present }) => `That condition has been certified${noted('act ', present)}.`,
  ],
  'already-so': [
    ({ present }) => `Ya es así${noted('', present)}: no hay nada que cambiar.`,
    ({ present }) => `It is so already${noted('', present)}: there is nothing to change.`,
  ],
  'nothing-reported': [
    ({ present }) => `Nadie informó que esa demanda se cumplió${noted('está ', present)}.`,
    ({ present }) => `No office has reported that demand as met${noted('it is ', present)}.`,
  ],
  'answer-unproven': [
    ({ present }) => `Todavía no responde a consultas: ${present} no ha completado su fundación.`,
    ({ present }) => `It answers no consultation yet: ${present} has not completed its founding.`,
  ],
  'not-a-base': [
    ({ present }) => `Aquí responden las bases mismas, y ${present} no lo es.`,
    ({ present }) => `The bases themselves answer here, and ${present} is none.`,
  ],
  'changes-nothing': [
    ({ present }) => `Esa respuesta no puede cambiar el resultado${noted('', present)}: no se reabre.`,
    ({ present }) => `That answer cannot change the outcome${noted('', present)}: it is not opened again.`,
  ],
} satisfies Partial<Phrases>;
