import { essentialWords } from '../measure/essential-words.ts';
import { knownOffice } from '../statute/office-words.ts';
import { plusMinutes, zoneOf } from '../time.ts';
import { statuteProblemWords } from './statute-problems.ts';

export type Language = 'es' | 'en';

/** How the words of the rules are said to people. An unknown word is said as it is. */
const words: Readonly<Record<string, readonly [es: string, en: string]>> = {
  convener: ['quien convoca la fundación', 'the founding convener'],
  presidium: ['la mesa', 'the presidium'],
  secretary: ['la secretaría de actas', 'the secretary'],
  teller: ['los escrutadores', 'the tellers'],
  depot: ['un depósito', 'a depot'],
  site: ['un sitio', 'a site'],
  vehicle: ['un vehículo', 'a vehicle'],
  officer: ['la directiva', 'the officers'],
  'former-officer': ['la directiva con mandato vencido', 'officers whose term is over'],
  'outgoing-officer': ['la directiva saliente', 'the outgoing officers'],
  member: ['quienes están en el padrón', 'members on the roll'],
  delegate: ['los delegados acreditados', 'accredited delegates'],
  slip: ['quien tiene una ficha de la puerta', 'whoever holds a slip of the door'],
  operator: ['quien opera el nodo', 'the operator of the node'],
  anyone: ['cualquiera', 'anyone'],
  extraordinary: ['sesión extraordinaria', 'an extraordinary sitting'],
  enlarged: ['ampliado', 'an enlarged meeting'],
  congress: ['congreso', 'a congress'],
  cabildo: ['cabildo', 'a cabildo'],
  members: ['quienes están en el padrón', 'the members'],
  affiliates: ['las asambleas de base', 'the bodies below'],
  above: ['la asamblea de arriba', 'the body above'],
  sitting: ['la asamblea misma', 'the body itself'],
  base: ['una asamblea de base', 'a base assembly'],
  hands: ['mano alzada', 'raised hands'],
  devices: ['teléfono', 'phone'],
  'roll-call': ['lista nominal', 'roll call'],
  'delegation-cards': ['tarjetas de delegación', 'delegation cards'],
  urn: ['ánfora', 'urn'],
  mixed: ['mano, teléfono y ánfora', 'hands, phones and an urn'],
  secret: ['voto secreto verificable', 'verifiable secret ballot'],
  acclamation: ['aclamación', 'acclamation'],
  consensus: ['consenso', 'consensus'],
  ordinary: ['asunto ordinario', 'ordinary business'],
  election: ['elección', 'election'],
  recall: ['revocatoria', 'recall'],
  statute: ['estatuto', 'statute'],
  affiliation: ['afiliación', 'affiliation'],
  mandate: ['mandato', 'mandate'],
  consultation: ['consulta', 'consultation'],
  pact: ['acuerdo con terceros', 'pact'],
  measure: ['medida', 'measure'],
  lifting: ['levantamiento de medida', 'lifting of a measure'],
  accounts: ['cuentas', 'accounts'],
  dissolution: ['disolución', 'dissolution'],
  yes: ['sí', 'yes'],
  no: ['no', 'no'],
  abstain: ['abstención', 'abstain'],
  free: ['voto libre', 'free vote'],
  'come-back-and-ask': ['volver a consultar', 'come back and ask'],
  'in-force': ['vigente', 'in force'],
  suspended: ['suspendida', 'suspended'],
  rejected: ['rechazada', 'rejected'],
  revoked: ['revocada', 'revoked'],
  conditional: ['condicionada', 'conditional'],
  lapsed: ['caducada', 'lapsed'],
  open: ['pendiente', 'open'],
  offered: ['ofrecida', 'offered'],
  met: ['cumplida', 'met'],
  broken: ['incumplida', 'broken'],
  dropped: ['retirada', 'dropped'],
  PetitionOpened: ['el pedido', 'the petition'],
  OfficersElected: ['la elección de directiva', 'the election of officers'],
  titular: ['titular', 'full'],
  adscrito: ['adscrito', 'attached'],
  fraterno: ['fraterno', 'fraternal'],
  debate: ['debate', 'debate'],
  decision: ['decisiones', 'decisions'],
  certifiers: ['cargos que certifican', 'certifying offices'],
  founding: ['fundación', 'founding'],
  AccreditSeat: ['la comisión de poderes', 'the accreditation of seats'],
  CheckIn: ['registrar su asistencia', 'checking in'],
  code: ['el código de la puerta', 'the code at the door'],
  'signature by the old key': ['la llave anterior', 'the old key'],
  SittingDemanded: ['el pedido de sesión', 'the demand for a sitting'],
  SittingConvened: ['la sesión', 'the sitting'],
  MinutesApproved: ['el acta aprobada de la sesión de fundación', 'the approved minutes of the founding sitting'],
  MotionTabled: ['la moción', 'the motion'],
  MotionForwarded: ['la moción elevada', 'the motion sent up'],
  TaskAssigned: ['la tarea', 'the task'],
  MotionReceived: ['la moción recibida', 'the received motion'],
  VoteOpened: ['la votación', 'the vote'],
  ResolutionAdopted: ['la resolución', 'the resolution'],
  ConsultationIssued: ['la consulta', 'the consultation'],
  MeasureDeclared: ['la medida', 'the measure'],
  speech: ['uso de la palabra', 'a speech'],
  reply: ['réplica', 'right of reply'],
  translation: ['traducción', 'translation'],
  order: ['cuestión de orden', 'point of order'],
  adjourn: ['levantar la sesión', 'adjourn'],
  'close-debate': ['cerrar el debate', 'close the debate'],
  refer: ['pasar a comisión', 'refer'],
  table: ['dejar a un lado', 'put aside'],
  withdrawn: ['retirada', 'withdrawn'],
  fallen: ['cayó al aprobarse otra enmienda', 'fell when another amendment carried'],
  tabled: ['dejada a un lado', 'put aside'],
  referred: ['pasó a comisión', 'referred'],
  split: ['dividida en partes', 'divided into parts'],
  ConditionSet: ['la condición', 'the condition'],
  DemandListAdopted: ['el pliego petitorio', 'the demand list'],
  DelegatesElected: ['la elección de delegados', 'the election of delegates'],
  'delegate-assembly': ['una asamblea de delegados', 'an assembly of delegates'],
  neighbour: ['otra asamblea', 'another body'],
  committee: ['un comité', 'a committee'],
  AccountsPresented: ['el informe de cuentas que entregó el comité', 'the accounts that the committee handed in'],
  CommitteeFormed: ['un comité que todavía está', 'a committee that is still there'],
  tied: ['empatada', 'tied'],
  alternate: ['suplente', 'alternate'],
  ItemNamed: ['el artículo', 'the item'],
  SiteRegistered: ['el sitio', 'the site'],
  VehicleRegistered: ['el vehículo', 'the vehicle'],
  HandEnrolled: ['la llave inscrita', 'the hand'],
  LotReceived: ['el lote', 'the lot'],
  LossRecorded: ['la pérdida', 'the loss'],
  ContingentAnnounced: ['el contingente', 'the contingent'],
  PlacesOffered: ['lo ofrecido', 'what is offered'],
  HandOverRecorded: ['la entrega', 'the hand-over'],
  NeedDeclared: ['la necesidad', 'the need'],
  SharingRuleAdopted: ['una regla de reparto', 'a rule of sharing'],
  PlanAdopted: ['el plan de reparto', 'the plan of sharing'],
  TripDispatched: ['el viaje', 'the trip'],
  LotOffered: ['la oferta', 'the offer'],
  HouseholdCardsIssued: ['tarjetas de hogar', 'household cards'],
  commitments: ['las tarjetas', 'the cards'],
  QueueAnnounced: ['la fila', 'the queue'],
  PortionServed: ['lo entregado con esa tarjeta', 'what was handed out on that card'],
  QueueComplaintMade: ['el reclamo', 'the complaint'],
  CommodityNamed: ['la moneda', 'the money'],
  EntryBooked: ['el asiento', 'the entry'],
  AnnounceLot: ['anunciar el sorteo', 'announcing the lot'],
  EnterBallots: ['papeletas, una por una', 'ballot papers, one by one'],
  'trial-decryption': ['la apertura de prueba', 'the trial decryption'],
  'credential-halves': ['las mitades de las credenciales', 'the halves of the credentials'],
  'credential-list': ['los sobres que sobraron', 'the slips left over'],
  'secret-setup': ['la elección preparada, sin votos', 'the election, set up and without ballots'],
  'ballot-box': ['la urna electrónica que sigue a lo anotado', 'the ballot box that goes on from what is in the book'],
  'secret-result': ['el resultado de la urna cerrada', 'the result of the closed ballot box'],
  SecretVoteOpened: ['la votación secreta', 'the secret vote'],
  CandidateEntered: ['las candidaturas', 'the candidatures'],
  TrusteesNamed: ['los custodios nombrados', 'the trustees who were named'],
  CredentialsListed: ['las credenciales anotadas', 'the credentials in the book'],
  BallotBoxAnchored: ['la urna cerrada', 'the closed ballot box'],
  CountUrn: ['números del ánfora', 'numbers of the urn'],
  RestoreOfficerKey: ['firmar la llave que la reemplaza', 'signing the key that replaces it'],
  ...essentialWords,
};

const problemWords: Readonly<Record<string, { readonly wrong: readonly [string, string] }>> = statuteProblemWords;
/** Names that people have made up are among them: what every object has by birth is not said. */
const wordsFor = (name: string): readonly [string, string] | undefined =>
  Object.hasOwn(words, name)
    ? words[name]
    : Object.hasOwn(problemWords, name)
      ? problemWords[name]?.wrong
      : knownOffice(name);

/** The statute's articles in plain words, by the longest path that is known. */
const articles: Readonly<Record<string, readonly [es: string, en: string]>> = {
  acclamation: ['aclamación', 'acclamation'],
  amendment: ['reforma del estatuto', 'amendment'],
  calls: ['quórum', 'quorum'],
  objections: ['objeciones', 'objections'],
  presidium: ['mesa de la sesión', 'presidium'],
  recess: ['cuarto intermedio', 'recess'],
  threats: ['amenazas', 'threats'],
  'calls.minutesBetween': ['segunda convocatoria', 'second call'],
  checkIn: ['registro de asistencia', 'checking in'],
  walkIns: ['fichas de cabildo abierto', 'slips of an open cabildo'],
  certifiers: ['quién certifica', 'who certifies'],
  challenge: ['plazo de impugnación', 'challenge period'],
  closing: ['hora de cierre', 'closing hour'],
  convening: ['quién convoca', 'who may convene'],
  delegates: ['delegados', 'delegates'],
  entitlement: ['número de delegados', 'number of seats'],
  speaking: ['uso de la palabra', 'speaking'],
  'speaking.order': ['orden de la palabra', 'order of speakers'],
  'speaking.group': ['tiempo de cada organización o sector', 'time of each body or sector'],
  'speaking.sectors': ['sectores', 'sectors'],
  essential: ['servicios que no se paran', 'essential services'],
  founding: ['fundación', 'founding'],
  'mandates.binding': ['mandatos', 'mandates'],
  'mandates.days': ['tiempo para las bases', 'time for the bases'],
  'mandates.report': ['informe de los delegados', 'report of the delegates'],
  'mandates.answers': ['mandatos antes de votar', 'mandates before the vote'],
  minutes: ['actas', 'minutes'],
  motions: ['mociones y enmiendas', 'motions and amendments'],
  notice: ['convocatoria', 'notice'],
  offices: ['cargos', 'offices'],
  precedence: ['mociones de procedimiento', 'motions on how to proceed'],
  proposing: ['mociones de las bases', 'motions of the bases'],
  'proposing.days': ['plazo de las mociones de las bases', 'time for the bases’ motions'],
  publicity: ['publicidad', 'publicity'],
  ratification: ['consulta a las bases', 'ratification by the bases'],
  recall: ['revocatoria', 'recall'],
  'recall.monthsBefore': ['desde cuándo se puede revocar', 'when a recall is possible'],
  roll: ['padrón', 'roll'],
  'roll.sample': ['revisión de padrones', 'audit of rolls'],
  'roll.waitingDays': ['tiempo de espera', 'waiting time'],
  rules: ['reglas de decisión', 'decision rules'],
  seals: ['firmas', 'signatures'],
  tasks: ['tareas', 'tasks'],
  secret: ['voto secreto', 'secret votes'],
  tellers: ['escrutadores', 'tellers'],
  terms: ['duración de los cargos', 'terms'],
  witnesses: ['testigos', 'witnesses'],
  supply: ['reparto', 'supply'],
  'supply.allocation': ['quién aprueba los planes de reparto', 'who adopts plans of sharing'],
  'supply.counters': ['cuántos cuentan', 'how many count'],
  accounts: ['libros de cuentas', 'open books'],
  'accounts.twoAbove': ['desde qué monto firman dos', 'above what amount two sign'],
  'supply.handDays': ['llaves de quienes entregan', 'keys of whoever hands over'],
  'affiliation.splitting': ['división de una asamblea', 'splitting of a body'],
  committees: ['comités', 'committees'],
  disputes: ['puestos en disputa', 'disputed seats'],
  elections: ['elección entre candidaturas', 'elections among candidates'],
  doubleMembership: ['doble pertenencia', 'double membership'],
  mandates: ['mandatos', 'mandates'],
  parity: ['paridad', 'parity'],
  rotation: ['turnos', 'turns'],
  jointSeats: ['puestos comunes', 'joint seats'],
  seats: ['clases de puestos', 'classes of seats'],
  title: ['nombre', 'name'],
  weights: ['peso de las tarjetas', 'weight of cards'],
};

const inLanguage = (pair: readonly [string, string], language: Language): string => pair[language === 'es' ? 0 : 1];

export function articleInWords(article: string, language: Language): string {
  const [area, topic] = article.split('.');
  const exact = articles[article];
  if (exact !== undefined) return inLanguage(exact, language);
  if (area === 'rules' && topic !== undefined && words[topic] !== undefined) return inLanguage(words[topic], language);
  const known = articles[area ?? ''];
  return known === undefined ? article : inLanguage(known, language);
}

const months = {
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);
const isHash = (value: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(value);

/** `2005-06-08T14:00:00Z` → «8 jun 2005, 14:00 UTC», or «10:00 UTC−4», the hall's own hour, where its offset is known. */
function timeInWords(time: string, language: Language, offsetMinutes: number): string {
  const local = plusMinutes(time, offsetMinutes);
  const month = months[language][Number(local.slice(5, 7)) - 1] ?? '';
  return `${Number(local.slice(8, 10))} ${month} ${local.slice(0, 4)}, ${local.slice(11, 16)} ${zoneOf(offsetMinutes)}`;
}

/** One value of a refusal as people say it: times, roles, matters, acts; a long code is cut short. */
export function inWords(value: number | string, language: Language, offsetMinutes = 0): string {
  if (typeof value === 'number') return String(value);
  if (isTime(value)) return timeInWords(value, language, offsetMinutes);
  if (isHash(value)) return `${value.slice(0, 8)}…`;
  if (value.includes(' | ')) {
    const each = value.split(' | ').map((part) => inWords(part, language, offsetMinutes));
    return `${each.slice(0, -1).join(', ')} ${language === 'es' ? 'o' : 'or'} ${each.at(-1)}`;
  }
  const [name = '', index] = value.split(' ');
  const pair = wordsFor(value) ?? (index !== undefined && /^\d+$/.test(index) ? wordsFor(name) : undefined);
  if (pair === undefined) return value.replace(/#(\d+)$/, language === 'es' ? ', n.º $1' : ', no. $1');
  const word = inLanguage(pair, language);
  return wordsFor(value) === undefined ? `${word} ${language === 'es' ? 'n.º' : 'no.'} ${index}` : word;
}
