import { type Refusal, sentence } from '@cabildo/core';
import type { FastifyReply } from 'fastify';
import { type Problem, type ProblemCode, problems, type Refused } from '../app/outcome.ts';
import { mailProblems, mailTroubles } from './mail-problems.ts';

/** What goes wrong before a command reaches the rules. Each with its status and the sentences that a person reads. */
export const httpProblems = {
  'malformed-request': { status: 400, es: 'La petición está mal formada.', en: 'The request is malformed.' },
  'malformed-json': { status: 400, es: 'El cuerpo no es JSON válido.', en: 'The body is not valid JSON.' },
  'invalid-input': {
    status: 400,
    es: 'Los datos no tienen la forma que esta petición pide.',
    en: 'The input does not have the form that this request asks for.',
  },
  'not-a-statute': {
    status: 400,
    es: 'Esto no es un estatuto; el detalle dice dónde y qué va ahí.',
    en: 'This is no statute; the detail says where, and what belongs there.',
  },
  'idempotency-key-missing': {
    status: 400,
    es: 'Falta la cabecera Idempotency-Key (de 1 a 100 caracteres ASCII visibles).',
    en: 'The header Idempotency-Key is missing (1 to 100 visible ASCII characters).',
  },
  'malformed-card': {
    status: 400,
    es: 'Esas palabras no forman una tarjeta: revise si alguna está mal escrita.',
    en: 'Those words do not make a card: check whether one is misspelt.',
  },
  'malformed-act-code': {
    status: 400,
    es: 'Ese código de acto está mal copiado: su carácter de control no cuadra.',
    en: 'That act code was copied wrong: its check character does not fit.',
  },
  'unknown-bearer': {
    status: 401,
    es: 'Este nodo no conoce esa llave de sesión para este organismo.',
    en: 'This node does not know that session token for this body.',
  },
  'unknown-invitation': {
    status: 401,
    es: 'Esa invitación no es de este nodo, está mal copiada o ya venció. Pida otra a quien opera el nodo.',
    en: 'That invitation is not of this node, was copied wrong or has run out. Ask whoever runs the node for another.',
  },
  'unknown-card': { status: 401, es: 'Esa tarjeta no vale aquí.', en: 'That card is not valid here.' },
  'not-at-the-door': {
    status: 403,
    es: 'Esto lo ve sólo quien atiende la puerta o lleva la sesión, mientras dura.',
    en: 'Only those who stand at the door or run the sitting see this, while it lasts.',
  },
  'not-keeping-the-roll': {
    status: 403,
    es: 'Esto lo ve sólo quien lleva el padrón: quien fundó la asamblea o la secretaría.',
    en: 'Only those who keep the roll see this: who founded the assembly, or its secretary.',
  },
  'not-counting-it': {
    status: 403,
    es: 'Esto lo ve sólo quien cuenta las firmas de ese pedido.',
    en: 'Only those who count the signatures of that petition see this.',
  },
  'members-only': {
    status: 403,
    es: 'Esto lo leen los miembros y la directiva; lo que todos pueden leer está en la página del abastecimiento.',
    en: 'Members and officers read this; what everybody may read is on the page of supply.',
  },
  'command-unsigned': {
    status: 401,
    es: 'Este teléfono dio una llave al entrar, y lo que se cuenta va firmado con ella: falta la firma.',
    en: 'This phone gave a key when it signed in, and what is counted is signed with it: the signature is missing.',
  },
  'command-changed': {
    status: 401,
    es: 'La firma no es de este teléfono o lo enviado cambió en el camino: no se contó. Hágalo otra vez en su teléfono.',
    en: 'The signature is not this phone’s, or what was sent was changed on its way: it was not counted. Do it again on your phone.',
  },
  'not-letting-translate': {
    status: 403,
    es: 'Quién traduce lo decide quien opera el nodo, o la directiva de una de sus asambleas.',
    en: 'Who translates is for whoever runs the node, or the officers of one of its assemblies, to say.',
  },
  'not-a-translator': {
    status: 403,
    es: 'Esa invitación no es para traducir esta lengua.',
    en: 'That invitation is not for translating this language.',
  },
  'not-a-reviewer': {
    status: 403,
    es: 'Esa invitación no es para revisar esta lengua.',
    en: 'That invitation is not for reviewing this language.',
  },
  'own-translation': {
    status: 409,
    es: 'Lo que una persona tradujo lo revisa otra.',
    en: 'What one person has translated another reviews.',
  },
  'changed-meanwhile': {
    status: 409,
    es: 'El texto cambió mientras lo revisaba: léalo otra vez.',
    en: 'The text was changed while you reviewed it: read it again.',
  },
  'no-draft': { status: 404, es: 'No hay nada que revisar ahí.', en: 'There is nothing to review there.' },
  'no-such-language': {
    status: 404,
    es: 'Esa lengua todavía no está en este nodo: primero diga cómo se llama y cómo se escribe.',
    en: 'That language is not on this node yet: first say what it is called and how it is written.',
  },
  'no-such-source': {
    status: 404,
    es: 'Ese texto no es de ninguna pantalla.',
    en: 'That text is on no screen.',
  },
  'too-many-voices': {
    status: 409,
    es: 'Ya hay 400 grabaciones en esta lengua: borre una que no haga falta.',
    en: 'There are 400 recordings in this language already: erase one that is not needed.',
  },
  'invitation-unknown': {
    status: 401,
    es: 'Esa invitación no es de este nodo, está mal copiada o ya venció. Pida otra a quien se la dio.',
    en: 'That invitation is not of this node, was copied wrong or has run out. Ask whoever gave it for another.',
  },
  'translator-invitation-used': {
    status: 409,
    es: 'Con esa invitación ya entró alguien en otro aparato. Pida otra a quien se la dio.',
    en: 'Somebody has come in with that invitation on another device. Ask whoever gave it for another.',
  },
  'not-a-language': {
    status: 400,
    es: 'Algo de esto no puede quedar así; el detalle dice dónde y qué va ahí.',
    en: 'Something of this cannot stand; the detail says where, and what belongs there.',
  },
  'operator-only': {
    status: 403,
    es: 'Esto lo hace sólo quien opera el nodo.',
    en: 'Only the operator of the node may do this.',
  },
  'not-secretary': {
    status: 403,
    es: 'Esto lo hace sólo quien preside o escribe el acta de esa sesión.',
    en: 'Only who presides or writes the minutes of that sitting may do this.',
  },
  'no-such-page': { status: 404, es: 'Aquí no hay nada.', en: 'There is nothing here.' },
  'no-such-act': { status: 404, es: 'Ese acto no está en el libro.', en: 'That act is not in the book.' },
  'no-such-recording': {
    status: 404,
    es: 'Esa moción no está grabada aquí en esa lengua.',
    en: 'That motion is not recorded here in that language.',
  },
  'not-an-election': {
    status: 404,
    es: 'Esa moción no es una elección entre candidaturas.',
    en: 'That motion is no election among candidates.',
  },
  'no-such-vote': { status: 404, es: 'Esa votación no existe.', en: 'There is no such vote.' },
  'no-such-sitting': { status: 404, es: 'Esa sesión no está en el libro.', en: 'There is no such sitting.' },
  'method-not-allowed': {
    status: 405,
    es: 'Esta dirección no admite ese método.',
    en: 'This address does not take that method.',
  },
  'card-used': {
    status: 409,
    es: 'Esa tarjeta ya se usó en otro teléfono. Si no fue usted, pida una nueva a la secretaría.',
    en: 'That card was already used on another phone. If that was not you, ask the secretary for a new one.',
  },
  'invitation-used': {
    status: 409,
    es: 'Con esa invitación ya se fundó otra asamblea. Para fundar una más, pida otra a quien opera el nodo.',
    en: 'That invitation has founded another assembly already. To found one more, ask whoever runs the node for another.',
  },
  'too-many-recordings': {
    status: 409,
    es: 'Esa moción ya está grabada en seis lenguas; borre una primero.',
    en: 'That motion is recorded in six languages already; erase one first.',
  },
  'no-credential': {
    status: 409,
    es: 'Este nodo no puede probar ese escaño con los libros que tiene; el detalle dice qué falta.',
    en: 'This node cannot prove that seat from the books that it holds; the detail says what is missing.',
  },
  'not-mirrored': {
    status: 409,
    es: 'Ese libro no se puede copiar o atestiguar aquí.',
    en: 'That book cannot be copied or witnessed here.',
  },
  'not-pulled': {
    status: 409,
    es: 'Del otro nodo no se tomó nada: la copia queda como estaba.',
    en: 'Nothing was taken from the other node: the copy is as it was.',
  },
  fork: {
    status: 409,
    es: 'La llave de ese libro firmó dos cabezas que no pueden ser ciertas a la vez; ambas se guardan como prueba.',
    en: 'The key of that book signed two heads that cannot both be true; both are kept as evidence.',
  },
  'no-such-election': {
    status: 404,
    es: 'Esa votación secreta no está en este nodo, o se preparó otra en su lugar.',
    en: 'That secret vote is not on this node, or another was prepared in its place.',
  },
  'no-secret-vote': {
    status: 409,
    es: 'Esa moción no se vota en secreto: el estatuto no lo prevé, o ya terminó.',
    en: 'That motion is not voted in secret: the statute does not have it, or it has ended.',
  },
  'not-presiding': {
    status: 403,
    es: 'Esto lo hace sólo quien preside esa sesión.',
    en: 'Only who presides over that sitting may do this.',
  },
  'wrong-ballot-code': {
    status: 403,
    es: 'Ese código no es de este lugar en esta votación. Pida el enlace otra vez a quien preside.',
    en: 'That code is not of this place in this vote. Ask whoever presides for the link again.',
  },
  'message-not-valid': {
    status: 409,
    es: 'Lo enviado no es lo que debe ser en este paso: no se guardó.',
    en: 'What was sent is not what it has to be at this step: it was not kept.',
  },
  'already-sent': {
    status: 409,
    es: 'Desde ese lugar ya se envió otra cosa en este paso. Si no fue usted, avise a quien preside: se prepara de nuevo.',
    en: 'Something else was sent from that place at this step. If that was not you, tell whoever presides: it is prepared anew.',
  },
  'step-not-due': {
    status: 409,
    es: 'Todavía no toca ese paso: falta lo de los demás.',
    en: 'That step is not due yet: the others are still to come.',
  },
  'halves-in-book': {
    status: 409,
    es: 'Las mitades ya están en el libro; para hacer otras se prepara la votación de nuevo.',
    en: 'The halves are in the book already; to make others the vote is prepared anew.',
  },
  'file-not-valid': {
    status: 409,
    es: 'El archivo no es lo que debe ser: no se guardó.',
    en: 'The file is not what it has to be: it was not kept.',
  },
  'ballot-not-ready': {
    status: 409,
    es: 'Faltan llaves de custodios o credenciales; el detalle dice qué.',
    en: 'Keys of trustees or credentials are missing; the detail says which.',
  },
  'box-not-open': {
    status: 409,
    es: 'La urna no está abierta: este voto NO se contó.',
    en: 'The box is not open: this ballot was NOT counted.',
  },
  'ballot-not-valid': {
    status: 409,
    es: 'Esta papeleta no vale en esta votación: NO se contó. El detalle dice qué le falta.',
    en: 'This ballot is not valid in this vote: it was NOT counted. The detail says what is wrong.',
  },
  'too-many-ballots': {
    status: 409,
    es: 'Con esta credencial ya se votó cincuenta veces: vale el último de esos votos.',
    en: 'This credential has voted fifty times: the last of those ballots counts.',
  },
  'box-busy': {
    status: 503,
    es: 'La urna está ocupada: este voto AÚN NO se contó. Envíe el mismo otra vez.',
    en: 'The box is busy: this ballot is NOT counted yet. Send the same one again.',
  },
  'too-large': { status: 413, es: 'La petición es demasiado grande.', en: 'The request is too large.' },
  'wrong-content-type': {
    status: 415,
    es: 'El cuerpo debe ser application/json.',
    en: 'The body must be application/json.',
  },
  'too-many-attempts': {
    status: 429,
    es: 'Demasiados intentos a la vez; pruebe otra vez en unos segundos.',
    en: 'Too many attempts at once; try again in a few seconds.',
  },
  unexpected: {
    status: 500,
    es: 'Algo falló en el nodo. Quien lo opera puede buscar este número.',
    en: 'Something failed in the node. Its operator can look for this number.',
  },
  closing: { status: 503, es: 'El nodo se está cerrando.', en: 'The node is shutting down.' },
} as const;

/** The node's own problems, and those of HTTP. */
const allProblems = { ...problems, ...httpProblems, ...mailProblems, ...mailTroubles };

export type HttpProblemCode =
  | keyof typeof httpProblems
  | keyof typeof mailProblems
  | keyof typeof mailTroubles
  | ProblemCode;

/** Ends a request with a problem, from however deep inside a handler. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode;
  readonly detail: ProblemDetail | undefined;

  constructor(code: HttpProblemCode, detail?: ProblemDetail) {
    super(code);
    this.name = 'HttpProblem';
    this.code = code;
    this.detail = detail;
  }
}

export type ProblemDetail = string | Readonly<Record<string, unknown>>;

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** In Spanish, in English, and in the language that the asker speaks where it was added to this node. */
  readonly sentences: { readonly es: string; readonly en: string } & Readonly<Record<string, string>>;
  readonly article?: string;
  readonly needed?: number | string;
  readonly present?: number | string;
  readonly detail?: ProblemDetail;
}

export const httpProblem = (code: HttpProblemCode, detail?: ProblemDetail): ProblemBody =>
  problemBody('problem', code, allProblems[code], detail);

export function outcomeProblem(outcome: Refused | Problem): ProblemBody {
  if (outcome.kind === 'problem') return httpProblem(outcome.code, outcome.detail);
  return refusalProblem(outcome.refusal);
}

function refusalProblem(refusal: Refusal): ProblemBody {
  const said = { status: refusalStatus(refusal), es: sentence(refusal, 'es'), en: sentence(refusal, 'en') };
  const { code: _code, detail, ...more } = refusal;
  return { ...problemBody('refusal', refusal.code, said, detail), ...more };
}

function refusalStatus({ code }: Refusal): number {
  if (code === 'not-allowed' || code === 'term-over') return 403;
  return code === 'not-found' ? 404 : 409;
}

function problemBody(
  family: 'problem' | 'refusal',
  code: string,
  said: { readonly status: number; readonly es: string; readonly en: string },
  detail: ProblemDetail | undefined,
): ProblemBody {
  return {
    type: `urn:cabildo:${family}:${code}`,
    title: said.en,
    status: said.status,
    code,
    sentences: { es: said.es, en: said.en },
    ...(detail === undefined ? {} : { detail }),
  };
}

export function sendProblem(reply: FastifyReply, body: ProblemBody): FastifyReply {
  if (body.status === 401) reply.header('www-authenticate', 'Bearer');
  if (body.status === 429 || body.status === 503) reply.header('retry-after', '2');
  return reply
    .code(body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(body));
}
