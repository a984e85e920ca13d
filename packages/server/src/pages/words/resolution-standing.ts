// Why a resolution holds or does not hold yet, in both languages.

export const standingEs = {
  title: 'Por qué está así',
  awaitsBases: 'En suspenso hasta que las bases la ratifiquen.',
  awaitsSettling: (matter: string) =>
    `En suspenso porque alguien dice que es ${matter}: se resuelve con una votación por las reglas de ese asunto.`,
  awaitsBasesOf: (matter: string) => `En suspenso porque alguien dice que es ${matter}: deciden las bases.`,
  awaitsReopened: 'En suspenso: se pregunta de nuevo a las bases cuya respuesta se impugnó.',
  condition: 'Condición',
  happens: (event: string) => `Vale si se da esto: ${event}`,
  happensNot: (event: string) => `Vale si no se da esto: ${event}`,
  certifier: 'Quién lo constata',
  day: 'Hasta cuándo',
  otherwise: 'Si nadie lo constata, o no se ponen de acuerdo',
  otherwiseIs: { 'in-force': 'desde ese día entra en vigor', void: 'desde ese día queda sin efecto' },
  certified: 'Constatado',
  happened: { yes: 'se dio', no: 'no se dio', 'not-agreed': 'no hay acuerdo' },
  notCertified: 'todavía nadie lo ha constatado',
  dayPassed: 'el día ya pasó',
  challenges: 'Impugnaciones de la clasificación',
  challenge: (body: string, matter: string) => `${body} dice que esto es ${matter}`,
  ownMember: 'Alguien del padrón',
  revoked: 'Revocada',
  revokedBy: 'por una decisión posterior',
};

export type StandingWords = typeof standingEs;

export const standingEn: StandingWords = {
  title: 'Why it stands as it does',
  awaitsBases: 'Suspended until the bases ratify it.',
  awaitsSettling: (matter) =>
    `Suspended because somebody says that it is ${matter}: a vote by the rules of that matter settles it.`,
  awaitsBasesOf: (matter) => `Suspended because somebody says that it is ${matter}: the bases decide.`,
  awaitsReopened: 'Suspended: bases whose answer was challenged are asked once more.',
  condition: 'Condition',
  happens: (event) => `It holds if this happens: ${event}`,
  happensNot: (event) => `It holds if this does not happen: ${event}`,
  certifier: 'Who certifies it',
  day: 'Until when',
  otherwise: 'If nobody certifies it, or they cannot agree',
  otherwiseIs: { 'in-force': 'from that day it is in force', void: 'from that day it is void' },
  certified: 'Certified',
  happened: { yes: 'it happened', no: 'it did not happen', 'not-agreed': 'they cannot agree' },
  notCertified: 'nobody has certified it yet',
  dayPassed: 'the day has passed',
  challenges: 'Challenges of how it was classified',
  challenge: (body, matter) => `${body} says that this is ${matter}`,
  ownMember: 'A member',
  revoked: 'Revoked',
  revokedBy: 'by a later decision',
};
