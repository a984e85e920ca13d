import { many, noted, type Phrases } from './phrase.ts';

/** What seats may do by their class; petitions. */
export const seatPhrases = {
  'seat-class-not-in-statute': [
    ({ needed, present }) => `El estatuto no tiene puestos de esa clase (${present}); tiene: ${needed}.`,
    ({ needed, present }) => `The statute has no seats of that class (${present}); it has: ${needed}.`,
  ],
  'seat-without-vote': [
    ({ needed, present }) => `Ese puesto (${present}) no tiene voto en esta fase${noted('', needed)}.`,
    ({ needed, present }) => `That seat (${present}) has no vote in this phase${noted('', needed)}.`,
  ],
  'seat-without-voice': [
    ({ needed, present }) => `Ese puesto (${present}) no tiene voz${noted('', needed)}: no puede presentar mociones.`,
    ({ needed, present }) => `That seat (${present}) has no voice${noted('', needed)}: it can put no motion.`,
  ],
  'petition-not-in-statute': [
    () => 'El estatuto no prevé pedidos de revocatoria: la pone en la convocatoria la directiva.',
    () => 'The statute provides for no petition for recall: the officers put it on the agenda.',
  ],
  'petition-number-by-statute': [
    ({ needed, present }) => `Cuántas firmas hacen falta lo dice el estatuto: ${needed}, no ${present}.`,
    ({ needed, present }) => `How many signatures are needed is for the statute to say: ${needed}, not ${present}.`,
  ],
  'petition-open-already': [
    ({ present }) => `Ya hay un pedido abierto sobre ese cargo${noted('acto ', present)}: firmen ahí.`,
    ({ present }) => `A petition about that office is open already${noted('act ', present)}: sign that one.`,
  ],
  'petition-over': [
    ({ needed }) => `Ese pedido ya no junta firmas: alcanzó su número o venció${noted('plazo: ', needed)}.`,
    ({ needed }) =>
      `That petition gathers no more signatures: it has its number or has run out${noted('until ', needed)}.`,
  ],
  'already-signed': [
    () => 'Ya firmaste este pedido en tu teléfono: cada persona firma una vez.',
    () => 'You have signed this petition on your phone already: each person signs once.',
  ],
  'bases-have-time': [
    ({ needed }) => `Está en consulta con las bases: se vota desde el ${needed}.`,
    ({ needed }) => `It is with the bases: it can be voted from ${needed}.`,
  ],
  'bases-not-heard': [
    ({ needed, present }) => `Faltan bases que digan qué mandan: hacen falta ${needed} y lo dijeron ${present}.`,
    ({ needed, present }) => `Bases have yet to say what they mandate: ${needed} are needed, ${present} have.`,
  ],
  'report-not-in-statute': [
    () => 'El estatuto no da plazo para que los delegados informen.',
    () => 'The statute sets no time for delegates to report.',
  ],
  'already-reported': [
    ({ present }) => `De esa sesión ya informó${noted('acto ', present)}.`,
    ({ present }) => `That sitting has been reported on${noted('act ', present)}.`,
  ],
  'report-already-judged': [
    ({ present }) => `La asamblea ya dijo qué piensa de ese informe${noted('acto ', present)}.`,
    ({ present }) => `The assembly has said already what it holds of that report${noted('act ', present)}.`,
  ],
  'report-waits': [
    ({ present }) =>
      `Las cuentas entregadas esperan a las asambleas que formaron el comité${noted('acto ', present)}: se entregan otras cuando ellas lo hayan dicho.`,
    ({ present }) =>
      `The accounts handed in wait for the assemblies that formed the committee${noted('act ', present)}: others are handed in once they have spoken.`,
  ],
  'sitting-not-its-own': [
    () =>
      'La presidió la directiva que habría que reemplazar: en esa sesión preside una mesa que ella misma elige, o quien la convocó en su lugar.',
    () =>
      'Those presided who are to be replaced: in that sitting a presidium of its own presides, or whoever convened it in their stead.',
  ],
  'too-few-attestations': [
    ({ needed, present }) =>
      `Hacen falta ${needed} organismos que este libro conocía de antes y que, sellado, den fe de la elección; hay ${present}.`,
    ({ needed, present }) =>
      `It takes ${needed} bodies that this book knew before and that attest the election, sealed; there are ${present}.`,
  ],
  'minutes-not-signed': [
    ({ needed, present }) =>
      `El acta en papel debe llevar la firma de ${many(needed, 'presente', 'presentes')}, según pide el quórum de la elección; se vieron ${present}.`,
    ({ needed, present }) =>
      `The paper minutes need the signatures of ${needed} who were there, as many as the quorum of the election; ${present} were seen.`,
  ],
  'recovery-objected': [
    ({ needed, present }) =>
      `Alguien de la directiva anterior, con su llave y en su mandato, se opuso (acto ${present}); mientras su mandato dure, hasta ${needed}, otros no dan fe de esta elección.`,
    ({ needed, present }) =>
      `An officer before, with key and term, has objected (act ${present}); while that term runs, until ${needed}, others cannot attest this election.`,
  ],
  'not-your-turn': [
    ({ needed }) => `Todavía no le toca el turno${noted('le toca al lugar del orden, o al organismo: ', needed)}.`,
    ({ needed }) => `It is not your turn yet${noted('next in the order is the place, or the body: ', needed)}.`,
  ],
  'office-not-by-turn': [
    ({ needed }) => `El cargo «${needed}» no va por turno: se elige.`,
    ({ needed }) => `The office “${needed}” does not go by turn: it is elected.`,
  ],
  'office-by-turn': [
    ({ needed }) => `El cargo «${needed}» va por turno: no se elige, lo toma a quien le toca.`,
    ({ needed }) => `The office “${needed}” goes by turn: nobody is elected to it, the next one takes it.`,
  ],
  'office-by-turn-later': [
    () => 'Los turnos empiezan cuando ya hay directiva: alguien tiene que sellarlos.',
    () => 'Turns begin once there are officers: somebody has to seal them.',
  ],
} satisfies Partial<Phrases>;
