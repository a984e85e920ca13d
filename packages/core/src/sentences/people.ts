import { many, noted, type Phrases } from './phrase.ts';

/** Who may, founding, roll, offices, seals. */
export const peoplePhrases = {
  'not-allowed': [
    ({ needed }) => `Aquí no le toca hacer esto${noted('le toca a: ', needed)}.`,
    ({ needed }) => `This is not yours to do here${noted('it is for: ', needed)}.`,
  ],
  'term-over': [
    () => 'Su gestión ya terminó: lo único que puede hacer es convocar a elecciones.',
    () => 'Your term is over: the one thing you can still do is convene the election.',
  ],
  'not-found': [
    ({ needed }) => `Eso no está en el libro de actas${noted('se buscó: ', needed)}.`,
    ({ needed }) => `That is not in the minutes book${noted('looked for: ', needed)}.`,
  ],
  'body-exists': [
    ({ present }) => `Esta asamblea ya está fundada${noted('', present)}.`,
    ({ present }) => `This body is already founded${noted('', present)}.`,
  ],
  'body-not-founded': [
    () => 'Esta asamblea todavía no está fundada o no tiene estatuto.',
    () => 'This body is not founded yet, or has no statute.',
  ],
  'provisional-over': [
    ({ needed }) => `El tiempo provisional terminó el ${needed} sin completar la fundación: ya no pueden decidir nada.`,
    ({ needed }) =>
      `The provisional time ended on ${needed} with the founding incomplete: you can decide nothing any more.`,
  ],
  'body-dissolved': [
    () => 'Esta asamblea está disuelta: ya no decide nada. Su libro se puede leer siempre.',
    () => 'This body is dissolved: it decides nothing any more. Its book can always be read.',
  ],
  'already-proven': [
    () => 'La fundación ya está completa: no se repite.',
    () => 'The founding is already complete: it is not done twice.',
  ],
  'minutes-not-sealed': [
    () => 'Al acta de fundación le faltan firmas de la directiva.',
    () => 'The founding minutes still lack the officers’ signatures.',
  ],
  'too-few-witnesses': [
    ({ needed, present }) =>
      `Faltan asambleas vecinas que atestigüen la fundación con las firmas de su directiva: hacen falta ${needed} y hay ${present}.`,
    ({ needed, present }) =>
      `Too few neighbouring bodies have witnessed the founding with their officers’ signatures: ${needed} needed, ${present} found.`,
  ],
  'statute-contradiction': [
    ({ needed, present }) => `Ese estatuto se contradice y no podría cumplirse: ${needed}${noted('dice: ', present)}.`,
    ({ needed, present }) =>
      `That statute contradicts itself and could not be kept: ${needed}${noted('it says: ', present)}.`,
  ],
  'not-on-roll': [
    ({ needed }) => `Esa persona no está en el padrón${noted('', needed)}.`,
    ({ needed }) => `That person is not on the roll${noted('', needed)}.`,
  ],
  'waiting-time': [
    ({ needed, present }) =>
      `Entró hace poco: cuenta desde el ${needed}, y aquí cuenta quien ya contaba el ${present}.`,
    ({ needed, present }) =>
      `Joined recently: counts from ${needed} on, and here those count who did on ${present} already.`,
  ],
  'office-not-in-statute': [
    ({ needed }) => `El estatuto no tiene el cargo «${needed}».`,
    ({ needed }) => `The statute has no office “${needed}”.`,
  ],
  'offices-missing': [
    ({ needed, present }) => `La directiva está incompleta: hace falta ${needed}${noted('hay: ', present)}.`,
    ({ needed, present }) => `The list of officers is incomplete: ${needed} is needed${noted('there is: ', present)}.`,
  ],
  'holder-twice': [
    ({ present }) => `Está dos veces en la lista: ${present}. Cada persona, cargo, puesto y llave va una sola vez.`,
    ({ present }) => `It is on the list twice: ${present}. Each person, office, seat and key goes in once.`,
  ],
  'term-cannot-be-extended': [
    ({ needed }) => `Nadie puede alargar su propia gestión${noted('termina: ', needed)}. Convoquen a elecciones.`,
    ({ needed }) => `Nobody can lengthen their own term${noted('it ends: ', needed)}. Convene an election.`,
  ],
  'term-too-long': [
    ({ needed, present }) => `Esa gestión no vale: puede durar como máximo hasta el ${needed} y pusieron ${present}.`,
    ({ needed, present }) => `That term is not valid: it can last until ${needed} at most, and you put ${present}.`,
  ],
  'already-sealed': [
    () => 'Este acto ya tiene todas las firmas que necesita.',
    () => 'This act already has all the signatures it needs.',
  ],
  'signature-not-valid': [
    ({ needed }) =>
      `La firma no corresponde${noted('se esperaba la de: ', needed)}. Firme de nuevo con su propio aparato.`,
    ({ needed }) => `The signature does not match${noted('expected from: ', needed)}. Sign again with your own device.`,
  ],
  'office-vacant': [
    ({ needed }) => `Esa persona no ocupa el cargo «${needed}».`,
    ({ needed }) => `That person does not hold the office “${needed}”.`,
  ],
  'terms-in-a-row': [
    ({ needed, present }) =>
      `El estatuto permite ${many(needed, 'gestión seguida', 'gestiones seguidas')} y ya lleva ${present}: le toca a otra persona.`,
    ({ needed, present }) =>
      `The statute allows ${many(needed, 'term', 'terms')} in a row, and so far there were ${present}: it is another’s turn.`,
  ],
  'parity-not-met': [
    ({ needed, present }) =>
      `En esta lista debe haber por lo menos ${many(needed, 'mujer', 'mujeres')} y dice que van ${present}.`,
    ({ needed, present }) => `At least ${needed} women must be on this list; it says ${present}.`,
  ],
  'no-key-report': [
    () => 'No hay aviso de llave perdida que siga en pie: hubo otro, la llave se cambió, o hay directiva nueva.',
    () =>
      'There is no standing report of a lost key: another followed, the key was replaced, or there are new officers.',
  ],
  'key-reported': [
    ({ needed }) => `La llave de «${needed}» ya está avisada como perdida.`,
    ({ needed }) => `The key of “${needed}” is reported lost already.`,
  ],
} satisfies Partial<Phrases>;
