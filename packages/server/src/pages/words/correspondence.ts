// What goes up and comes down between a body and those above and below it, in both languages.

interface Decided {
  readonly said: 'yes' | 'no' | null;
  readonly outcome: 'ratified' | 'rejected';
  readonly rule: string;
  readonly bases: string;
  readonly yes: string;
  readonly no: string;
  readonly silent: string;
}

export const correspondenceEs = {
  link: 'Lo que le preguntaron, lo que mandó arriba y qué pasó con eso',
  title: (body: string) => `Idas y vueltas: ${body}`,
  asked: 'Lo que le preguntaron',
  askedNone: 'Ninguna asamblea de arriba le ha preguntado nada, por lo que sabe este nodo.',
  by: (body: string) => `Pregunta de ${body}`,
  toAnswer: 'Falta responder',
  toAnswerUntil: (day: string) => `Hay tiempo hasta el ${day}. La respuesta se vota en una sesión de esta base.`,
  late: 'No respondió a tiempo',
  ours: 'Nuestra respuesta',
  arrived: 'Llegó arriba',
  unsealed: 'Falta sellarla: sin sello no cuenta arriba',
  onItsWay: 'Todavía no está en el libro de quien preguntó',
  decided: ({ said, outcome, rule, bases, yes, no, silent }: Decided) =>
    `${said === null ? 'Esta base no respondió' : said === 'yes' ? 'Esta base dijo que sí' : 'Esta base dijo que no'}; las bases decidieron que ${outcome === 'ratified' ? 'sí' : 'no'}, porque hacía falta ${rule}, y de ${bases} dijeron que sí ${yes} y que no ${no}; callaron ${silent}.`,
  sent: 'Lo que mandó arriba',
  sentNone: 'Ninguna moción mandada arriba.',
  to: 'A',
  waits: 'En camino',
  waitsWhy: (body: string) => `Todavía no está en la lista de ${body}.`,
  listed: 'En su lista',
  listedSince: (day: string) => `En la lista desde el ${day}.`,
  dueBy: (day: string) => `Tienen que ponerla a votación hasta el ${day}.`,
  overdue: 'Vencida: antes que ella no se vota ninguna otra moción ordinaria.',
  onAgenda: 'Presentada en',
  vote: 'Votación',
  answered: 'Respuesta',
  reasons: 'Razones y posiciones de minoría',
  reasonsNotHere: 'Las razones no están en este nodo.',
  inOwnBook: 'La respuesta consta en el libro de esta asamblea',
  notInOwnBook: 'La respuesta todavía no consta en el libro de esta asamblea.',
  bookNotHere: 'Ese libro no está en este nodo.',
  received: 'Lo que llegó de abajo',
  receivedNone: 'Ninguna moción llegada de abajo.',
  from: (body: string) => `De ${body}`,
  unanswered: 'Falta responder a la base',
};

export const correspondenceEn: typeof correspondenceEs = {
  link: 'What it was asked, what it sent up, and what came of it',
  title: (body) => `Up and down: ${body}`,
  asked: 'What it was asked',
  askedNone: 'No assembly above has asked it anything, as far as this node knows.',
  by: (body) => `Asked by ${body}`,
  toAnswer: 'Still to answer',
  toAnswerUntil: (day) => `There is time until ${day}. The answer is voted in a sitting of this base.`,
  late: 'It did not answer in time',
  ours: 'Our answer',
  arrived: 'It has arrived above',
  unsealed: 'Not sealed yet: without a seal it does not count above',
  onItsWay: 'Not yet in the book of the body that asked',
  decided: ({ said, outcome, rule, bases, yes, no, silent }) =>
    `${said === null ? 'This base did not answer' : said === 'yes' ? 'This base said yes' : 'This base said no'}; the bases decided ${outcome === 'ratified' ? 'yes' : 'no'}, because it needed ${rule}, and of ${bases} ${yes} said yes and ${no} said no; ${silent} were silent.`,
  sent: 'What it sent up',
  sentNone: 'No motion was sent up.',
  to: 'To',
  waits: 'On its way',
  waitsWhy: (body) => `Not yet on the list of ${body}.`,
  listed: 'On their list',
  listedSince: (day) => `On the list since ${day}.`,
  dueBy: (day) => `They must put it to the vote by ${day}.`,
  overdue: 'Overdue: no other ordinary motion is voted before it.',
  onAgenda: 'Tabled in',
  vote: 'Vote',
  answered: 'Answer',
  reasons: 'Reasons and minority positions',
  reasonsNotHere: 'The reasons are not on this node.',
  inOwnBook: 'The answer is in this assembly’s book',
  notInOwnBook: 'The answer is not in this assembly’s book yet.',
  bookNotHere: 'That book is not on this node.',
  received: 'What came up from below',
  receivedNone: 'No motion came up from below.',
  from: (body) => `From ${body}`,
  unanswered: 'The base is still to be answered',
};
