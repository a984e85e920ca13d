import { lacking, many, noted, type Phrases } from './phrase.ts';

/** Convocation, presence, opening, notice, minutes. */
export const sittingPhrases = {
  'notice-too-short': [
    ({ needed, present }) =>
      `La convocatoria se hace con muy poco tiempo: la sesión puede empezar desde el ${needed}, no el ${present}.`,
    ({ needed, present }) => `The notice is too short: the sitting can start from ${needed}, not on ${present}.`,
  ],
  'convened-too-far-ahead': [
    ({ needed, present }) =>
      `Se convoca para un día demasiado lejano: el padrón es el de hoy, y la sesión puede empezar hasta el ${needed}, no el ${present}.`,
    ({ needed, present }) =>
      `The sitting is too far off: its roll is that of today, and it can start until ${needed}, not on ${present}.`,
  ],
  'only-election-may-be-convened': [
    () => 'Su gestión terminó: solo puede convocar a elecciones, sin otros puntos.',
    () => 'Your term is over: you can convene the election only, with no other item.',
  ],
  'sitting-not-open': [() => 'La sesión todavía no está abierta.', () => 'The sitting is not open yet.'],
  'sitting-already-open': [() => 'La sesión ya está abierta.', () => 'The sitting is already open.'],
  'another-sitting-open': [
    ({ present }) =>
      `Otra sesión de este organismo está abierta${noted('acto ', present)}: primero ciérrenla o pónganla en cuarto intermedio.`,
    ({ present }) =>
      `Another sitting of this body is open${noted('act ', present)}: close it first, or put it in recess.`,
  ],
  'sitting-closed': [
    ({ present }) => `La sesión ya se cerró${noted('', present)}: lo cerrado queda como está.`,
    ({ present }) => `The sitting is closed${noted('', present)}: what was closed stands.`,
  ],
  'sitting-still-open': [
    () => 'La sesión sigue abierta: primero ciérrenla y después aprueben el acta.',
    () => 'The sitting is still open: close it first, then approve the minutes.',
  ],
  'too-early': [
    ({ needed }) => `Todavía es temprano: se puede desde el ${needed}.`,
    ({ needed }) => `It is too early: it can be done from ${needed}.`,
  ],
  'second-call-too-early': [
    ({ needed }) => `Todavía no es hora de la segunda convocatoria: es desde el ${needed}.`,
    ({ needed }) => `It is too early for the second call: it is from ${needed}.`,
  ],
  'not-counted': [
    () => 'Falta contar: cuentan dos escrutadores, cada uno por su lado.',
    () => 'The count is missing: two tellers count, each alone.',
  ],
  'counts-differ': [
    ({ needed }) => `Los dos escrutadores no coinciden: cuenten otra vez${noted('vuelta ', needed)}.`,
    ({ needed }) => `The two tellers differ: count again${noted('round ', needed)}.`,
  ],
  'wrong-round': [
    ({ needed, present }) => `Ahora toca la vuelta ${needed} del conteo, no la ${present}.`,
    ({ needed, present }) => `The count is at round ${needed}, not ${present}.`,
  ],
  'already-counted': [
    () => 'Ya entregó su conteo de esta vuelta: falta el del otro escrutador.',
    () => 'You have already given your count for this round: the other teller’s is missing.',
  ],
  'candidate-counts': [
    ({ needed, present }) =>
      `Nadie cuenta los votos de su propia elección: en esta ronda lo hacen ${needed} personas que no sean candidatas, y en la sala hay ${present}.`,
    ({ needed, present }) =>
      `Nobody counts the votes of their own election: up to this round that takes ${needed} people who do not stand, and the hall has ${present}.`,
  ],
  'recount-by-others': [
    () => 'Ya contaste en una vuelta anterior: la nueva vuelta la cuentan otros, que nombra la mesa.',
    () => 'You have counted in an earlier round: a recount is by others, whom the presidium appoints.',
  ],
  'two-tellers-needed': [
    ({ needed, present }) => `Hacen falta ${needed} escrutadores distintos y hay ${present}.`,
    ({ needed, present }) => `${needed} different tellers are needed; there are ${present}.`,
  ],
  'not-in-notice': [
    ({ needed }) => `Este asunto no estaba en la convocatoria (${needed}): anúncienlo para la próxima sesión.`,
    ({ needed }) => `This matter was not in the notice (${needed}): announce it for the next sitting.`,
  ],
  'text-differs-from-notice': [
    ({ needed, present }) => `El texto no es el que se anunció (anunciado: ${needed}; ahora: ${present}).`,
    ({ needed, present }) => `The text is not the one that was announced (announced: ${needed}; now: ${present}).`,
  ],
  'text-not-in-notice': [
    ({ needed, present }) =>
      `La convocatoria no dice qué texto se decide en «${present}» (${needed}): había que nombrarlo con su hash, con la misma anticipación que la convocatoria. Anúncienlo para la próxima sesión.`,
    ({ needed, present }) =>
      `The notice does not say what text is decided under “${present}” (${needed}): it had to be named by its hash, as long before as the notice itself. Announce it for the next sitting.`,
  ],
  'text-to-be-named': [
    ({ needed, present }) =>
      `El punto «${present}» (${needed}) se convoca con su texto: pon el hash del texto que se va a decidir.`,
    ({ needed, present }) =>
      `The item “${present}” (${needed}) is announced with its text: give the hash of the text that is to be decided.`,
  ],
  'text-too-late': [
    ({ needed }) => `Ya es tarde para nombrar el texto de este punto: se podía hasta el ${needed}.`,
    ({ needed }) => `It is too late to name the text of this item: that was possible until ${needed}.`,
  ],
  'text-not-wanted': [
    ({ present }) => `Aquí no se nombra un texto (${present}): ya lo tiene, o ese asunto se anuncia sin texto.`,
    ({ present }) => `No text is named here (${present}): it has one already, or that matter is announced without one.`,
  ],
  'no-quorum': [
    ({ needed, present }) => `No hay quórum: hacen falta ${needed} y hay ${present}. Nada se puede decidir así.`,
    ({ needed, present }) =>
      `There is no quorum: ${needed} needed, ${present} present. Nothing can be decided like this.`,
  ],
  'quorum-for-matter': [
    ({ needed, present }) =>
      `Para este asunto ${lacking(needed)} ${many(needed, 'presente', 'presentes')} y hay ${present}.`,
    ({ needed, present }) => `This matter needs ${needed} present; there are ${present}.`,
  ],
  'after-closing-hour': [
    ({ needed }) => `Ya pasaron las ${needed}:00: a esta hora solo se votan asuntos ordinarios.`,
    ({ needed }) => `It is past ${needed}:00: at this hour only ordinary business is voted.`,
  ],
  'minutes-by-vote': [
    () => 'El acta la aprueba la asamblea: se lee en la sesión siguiente, se corrige con enmiendas y se vota.',
    () => 'The assembly approves its minutes: they are read to the next sitting, corrected by amendments and voted.',
  ],
  'minutes-already-approved': [
    () => 'El acta de esta sesión ya está aprobada.',
    () => 'The minutes of this sitting are already approved.',
  ],
  'too-long-for-an-act': [
    ({ needed, present }) =>
      `Es demasiado largo para un solo acto (caben ${needed} bytes y son ${present}): acórtalo o pártelo en dos.`,
    ({ needed, present }) =>
      `It is too long for one act (${needed} bytes fit, these are ${present}): shorten it or split it.`,
  ],
  'late-entry-in-future': [
    ({ present }) => `La fecha de la sesión es del futuro${noted('', present)}: aquí se anota lo que ya pasó.`,
    ({ present }) =>
      `The sitting’s date is in the future${noted('', present)}: only what has happened is entered here.`,
  ],
  'demand-not-in-statute': [
    ({ needed }) => `El estatuto no da a ${needed} el derecho de pedir una sesión.`,
    ({ needed }) => `The statute does not let ${needed} demand a sitting.`,
  ],
  'already-demanded': [() => 'Ya apoyaste este pedido de sesión.', () => 'You have already supported this demand.'],
  'too-few-demand': [
    ({ needed, present }) =>
      `Para obligar a sesionar ${lacking(needed)} ${many(needed, 'asamblea que lo pida', 'asambleas que lo pidan')} y hay ${present}.`,
    ({ needed, present }) =>
      `To force a sitting ${many(needed, 'body', 'bodies')} must ask for it; so far: ${present}.`,
  ],
  'consent-needed': [
    ({ present }) =>
      `Desde arriba solo se puede exigir una elección${noted('', present)}: para lo demás decide la propia asamblea si sesiona.`,
    ({ present }) =>
      `From above only an election can be demanded${noted('', present)}: for anything else the body itself decides to sit.`,
  ],
  'nothing-overdue': [
    () => 'No hay ninguna sesión pedida y atrasada con exactamente estos asuntos: convoca la directiva.',
    () => 'No sitting on exactly these matters is demanded and overdue: the officers convene.',
  ],
  'sitting-not-competent': [
    ({ needed, present }) =>
      `Esta sesión no puede decidir ese asunto: le toca a ${needed}, y esta se convocó como ${present}.`,
    ({ needed, present }) =>
      `This sitting cannot decide that matter: it is for ${needed}, and this one was convened as ${present}.`,
  ],
  'presidium-first': [
    ({ needed }) => `Primero la asamblea elige la mesa de esta sesión (${needed}).`,
    ({ needed }) => `First the assembly elects the presidium of this sitting (${needed}).`,
  ],
  'in-recess': [
    ({ needed }) => `La sesión está en cuarto intermedio${noted('hasta el ', needed)}.`,
    ({ needed }) => `The sitting is in recess${noted('until ', needed)}.`,
  ],
  'recess-too-long': [
    ({ needed, present }) =>
      `Un cuarto intermedio dura como máximo hasta el ${needed} (pusieron ${present}): después se convoca de nuevo.`,
    ({ needed, present }) =>
      `A recess lasts until ${needed} at most (you put ${present}): after that a sitting is convened anew.`,
  ],
  'not-in-recess': [() => 'La sesión no está en cuarto intermedio.', () => 'The sitting is not in recess.'],
  'quorum-challenged': [
    () => 'Se puso en duda el quórum: antes de seguir cuentan los dos escrutadores.',
    () => 'The quorum was challenged: the two tellers count before anything goes on.',
  ],
  'quorum-already-challenged': [
    () => 'En este punto ya se puso en duda el quórum: se puede una vez por punto.',
    () => 'The quorum was already challenged at this item: it can be done once an item.',
  ],
  'not-the-agenda': [
    ({ needed }) => `El nuevo orden debe tener todos los puntos de la convocatoria (son ${needed}), cada uno una vez.`,
    ({ needed }) => `The new order must have every item of the notice (there are ${needed}), each once.`,
  ],
  'item-already-taken': [
    ({ present }) => `La sesión ya está en el punto ${present}.`,
    ({ present }) => `The sitting is at item ${present} already.`,
  ],
  'not-a-crowd': [
    ({ needed, present }) =>
      `Una multitud se anota como rango, desde más gente de la que se puede contar aquí: al menos ${needed}, no ${present}.`,
    ({ needed, present }) =>
      `A crowd is recorded as a range, from more people than can be counted here: at least ${needed}, not ${present}.`,
  ],
  'no-bases-below': [
    () =>
      'Lo que una multitud aclama es una propuesta a las bases, y aquí no hay asambleas de base: cuenten a su gente.',
    () => 'What a crowd acclaims is a proposal to the bases, and there are none below this body: count your people.',
  ],
  'crowd-acclaims-only': [
    () =>
      'Una multitud que no se puede contar no vota: solo aclama propuestas sobre asuntos ordinarios, que van a las bases.',
    () =>
      'A crowd that cannot be counted does not vote: it only acclaims proposals on ordinary matters, which go to the bases.',
  ],
  'sitting-was-demanded': [
    () => 'Esta sesión se convocó por pedido de la asamblea, por encima de la directiva: no la puede suspender.',
    () => 'This sitting was convened on demand, over the officers’ heads: they cannot call it off.',
  ],
  'witness-dismissed': [
    ({ present }) =>
      `La asamblea despidió a ese testigo${noted('acto ', present)}: la directiva no lo vuelve a nombrar.`,
    ({ present }) =>
      `The assembly dismissed that witness${noted('act ', present)}: the officers do not appoint it again.`,
  ],
  'nothing-irregular': [
    ({ present }) =>
      `No hay nada irregular que regularizar allí${noted('', present)}: o no existe, o ya tuvo efecto, o no se aprobó.`,
    ({ present }) =>
      `There is nothing irregular to make good there${noted('', present)}: it does not exist, has its effect, or did not carry.`,
  ],
  'already-regularised': [
    ({ present }) => `Eso ya se regularizó${noted('acto ', present)}.`,
    ({ present }) => `That has been made good already${noted('act ', present)}.`,
  ],
  'attendance-over': [
    () => 'El plazo de impugnación de esta sesión terminó: ya no se sabe ni se anota quién estuvo. Convoquen a otra.',
    () =>
      'The challenge period of this sitting is over: who was there is neither known nor written down any more. Convene another.',
  ],
} satisfies Partial<Phrases>;
