// What the page of a consultation says, in both languages.

/** "1 base", "12 bases": a figure with its word. */
const w = (figure: string, one: string, many: string): string => `${figure} ${figure === '1' ? one : many}`;

export const consultationEs = {
  title: (title: string) => `Consulta a las bases: ${title}`,
  link: 'La consulta, base por base',
  rule: (rule: string) => `Para ratificar hace falta: ${rule}.`,
  silence: {
    neither: 'Quien calla no está de ningún lado.',
    neitherOfBases: 'Quien calla no está de ningún lado, pero cuenta en el número que hace falta.',
    yes: 'El estatuto cuenta el silencio como sí.',
    no: 'El estatuto cuenta el silencio como no.',
  },
  silenceTitle: 'El silencio',
  open: 'Abierta',
  daysLeft: (days: number) => (days === 1 ? 'Queda 1 día' : `Quedan ${days} días`),
  lastDay: 'Termina hoy',
  toClose: 'El plazo terminó: falta cerrarla',
  settled: {
    ratified: 'Ya está decidido: se ratifica',
    rejected: 'Ya está decidido: no se ratifica',
  },
  settledWhy: {
    ratified: (free: string) =>
      `Aunque ${free === '1' ? 'la base que falta dijera' : `las ${free} bases que faltan dijeran`} que no, o nada, el resultado sería el mismo.`,
    rejected: (free: string) =>
      `Aunque ${free === '1' ? 'la base que falta dijera' : `las ${free} bases que faltan dijeran`} que sí, el resultado sería el mismo.`,
    all: 'Han respondido todas las bases.',
  },
  settledNotYet: (day: string) =>
    `Todavía no vale: vale al cierre (${day}), y hasta entonces cada base puede corregir lo que dijo.`,
  notSettled: 'Todavía puede salir una cosa u otra.',
  challenges: 'Respuestas abiertas de nuevo',
  challenge: (base: string, day: string) => `${base} puede responder otra vez hasta el ${day}`,
  suspendedMeanwhile: 'Mientras tanto la resolución está en suspenso.',
  tiers: 'Por organismo',
  tiersOf: (bodies: string, name: string) => `${w(bodies, 'organismo', 'organismos')} bajo ${name}`,
  tier: 'Organismo',
  directly: 'Bases directas',
  asked: 'Bases',
  yes: 'Sí',
  no: 'No',
  silent: 'Calladas',
  members: (tally: string) => `Por miembros, en las bases que respondieron: ${tally}. No decide: se cuentan bases.`,
  bases: 'Base por base',
  basesOf: (from: string, to: string, all: string) => `De la ${from} a la ${to}, de ${all}`,
  base: 'Base',
  answer: 'Respuesta',
  votes: 'Votos y presencia',
  held: 'Sesión',
  noAnswer: 'Sin respuesta',
  overlap: 'Doble pertenencia',
  overlapWeighs:
    'Se cuentan bases, cada una una vez: quien está en dos responde en las dos, y el peso de ninguna cambia.',
  overlapOnce:
    'Donde pesan los miembros, el estatuto cuenta una sola vez a quien está en varias bases; aquí pesan las bases.',
  overlapKnown: (bases: string, members: string, answered: string) =>
    `De ${w(answered, 'base que respondió', 'bases que respondieron')}, ${bases === '1' ? 'una ha dicho' : `${bases} han dicho`} cuántos de sus miembros están también en otra base: ${members} en total. Quien está en dos de ellas figura en las dos cuentas.`,
  overlapUnknown: (bases: string) =>
    bases === '1' ? 'De una que respondió no se sabe.' : `De ${bases} que respondieron no se sabe.`,
  overlapNothing:
    'Ninguna base que haya respondido ha dicho cuántos de sus miembros están también en otra: no se sabe cuánto se superponen.',
  double: (members: string) =>
    members === '1' ? '1 está también en otra base' : `${members} están también en otra base`,
  reopened: 'Se le pregunta de nuevo',
  previous: 'Anteriores',
  next: 'Siguientes',
  whole: 'Todas las bases',
  again: 'Leer de nuevo',
  wall: 'Para proyectar en la sala',
  wallCode: 'Para verla en su teléfono',
  listNotHere: 'La lista de las bases consultadas no está en este nodo; se ven sólo las que respondieron.',
  way: 'Por',
};

export type ConsultationWords = typeof consultationEs;

export const consultationEn: ConsultationWords = {
  title: (title) => `Consultation of the bases: ${title}`,
  link: 'The consultation, base by base',
  rule: (rule) => `To be ratified it needs: ${rule}.`,
  silence: {
    neither: 'Whoever is silent is on neither side.',
    neitherOfBases: 'Whoever is silent is on neither side, but counts in the number that is needed.',
    yes: 'The statute counts silence as yes.',
    no: 'The statute counts silence as no.',
  },
  silenceTitle: 'Silence',
  open: 'Open',
  daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  lastDay: 'It ends today',
  toClose: 'Its time is over: it is still to be closed',
  settled: { ratified: 'Settled already: ratified', rejected: 'Settled already: not ratified' },
  settledWhy: {
    ratified: (free) =>
      `Even if ${free === '1' ? 'the base that is still to answer' : `the ${free} bases that are still to answer`} said no, or nothing, the result would be the same.`,
    rejected: (free) =>
      `Even if ${free === '1' ? 'the base that is still to answer' : `the ${free} bases that are still to answer`} said yes, the result would be the same.`,
    all: 'All bases have answered.',
  },
  settledNotYet: (day) =>
    `It has no effect yet: that comes at the close (${day}), and until then each base may correct what it said.`,
  notSettled: 'It may still go either way.',
  challenges: 'Answers opened again',
  challenge: (base, day) => `${base} may answer once more until ${day}`,
  suspendedMeanwhile: 'Meanwhile the resolution is suspended.',
  tiers: 'By body',
  tiersOf: (bodies, name) => `${w(bodies, 'body', 'bodies')} below ${name}`,
  tier: 'Body',
  directly: 'Bases directly below',
  asked: 'Bases',
  yes: 'Yes',
  no: 'No',
  silent: 'Silent',
  members: (tally) => `By members, in the bases that answered: ${tally}. It decides nothing: bases are counted.`,
  bases: 'Base by base',
  basesOf: (from, to, all) => `${from} to ${to} of ${all}`,
  base: 'Base',
  answer: 'Answer',
  votes: 'Votes and presence',
  held: 'Sitting',
  noAnswer: 'No answer',
  overlap: 'Double membership',
  overlapWeighs:
    'Bases are counted, each once: whoever is in two has answered in both, and that changes the weight of neither.',
  overlapOnce: 'Where members weigh, the statute counts whoever is in several bases only once; here bases weigh.',
  overlapKnown: (bases, members, answered) =>
    `Of ${w(answered, 'base that answered', 'bases that answered')}, ${bases === '1' ? 'one has' : `${bases} have`} said how many of their members are in another base too: ${members} in all. Whoever is in two of them is in both figures.`,
  overlapUnknown: (bases) =>
    bases === '1' ? 'Of one that answered it is not known.' : `Of ${bases} that answered it is not known.`,
  overlapNothing:
    'No base that answered has said how many of its members are in another one too: how far they overlap is not known.',
  double: (members) => (members === '1' ? '1 is in another base too' : `${members} are in another base too`),
  reopened: 'Asked again',
  previous: 'Previous',
  next: 'Next',
  whole: 'All bases',
  again: 'Read again',
  wall: 'For the projector of a hall',
  wallCode: 'To read it on your phone',
  listNotHere: 'The list of the bases that were asked is not on this node; only those that answered are shown.',
  way: 'By way of',
};
