import type { DecisionRule, Matter, Statute } from '../fields.ts';
import { type Text, text } from './text.ts';

/** What each value of a choice means. Readings and the schema's descriptions say it with the same words. */
type Names<K extends string> = Readonly<Record<K, Text>>;

type SittingKind = NonNullable<Statute['rules'][number]['sittings']>[number];

export const matterNames: Names<Matter> = {
  ordinary: text('asuntos ordinarios', 'ordinary business'),
  election: text('elecciones', 'elections'),
  recall: text('revocatorias', 'recalls'),
  statute: text('reforma del estatuto', 'amending the statute'),
  affiliation: text('afiliación', 'affiliation'),
  mandate: text('mandatos', 'mandates'),
  consultation: text('respuestas a consultas', 'answers to consultations'),
  pact: text('acuerdos con terceros', 'pacts with third parties'),
  measure: text('medidas', 'measures'),
  lifting: text('levantar una medida', 'lifting a measure'),
  accounts: text('cuentas', 'accounts'),
  dissolution: text('disolución', 'dissolution'),
};

export const sittingNames: Names<SittingKind> = {
  ordinary: text('sesión ordinaria', 'ordinary sitting'),
  extraordinary: text('sesión extraordinaria', 'extraordinary sitting'),
  founding: text('sesión de fundación', 'founding sitting'),
  enlarged: text('ampliado', 'enlarged meeting'),
  congress: text('congreso', 'congress'),
  cabildo: text('cabildo', 'cabildo'),
};

export const methodNames: Names<Statute['rules'][number]['methods'][number]> = {
  hands: text('mano alzada', 'raised hands'),
  devices: text('teléfono', 'phone'),
  'roll-call': text('lista nominal', 'roll call'),
  'delegation-cards': text('tarjeta de delegación', 'delegation card'),
  urn: text('urna', 'ballot box'),
  mixed: text('manos, teléfonos y urna en una sola votación', 'hands, phones and a ballot box in one vote'),
  secret: text('voto secreto verificable', 'verifiable secret ballot'),
  acclamation: text('aclamación', 'acclamation'),
  consensus: text('consenso', 'consensus'),
};

export const bases: Names<DecisionRule['of']> = {
  cast: text('de los votos por sí o por no', 'of the votes for yes or no'),
  voted: text('de los votos, contadas las abstenciones', 'of the votes, abstentions counted'),
  present: text('de quienes están presentes', 'of those present'),
  roll: text('de quienes están en el padrón', 'of those on the roll'),
  bodies: text('de las delegaciones, cada una una vez', 'of the delegations, each once'),
};

export const roles: Names<Statute['offices'][number]['role']> = {
  presidium: text('preside', 'presides'),
  secretary: text('lleva las actas', 'keeps the minutes'),
  teller: text('cuenta los votos', 'counts the votes'),
};

/** Which numbers of the article apply. */
export const entitlementKinds: Names<NonNullable<Statute['entitlement']>['kind']> = {
  fixed: text('cada asamblea los mismos', 'the same for every body'),
  'per-members': text('según sus miembros', 'by its members'),
  'by-class': text('según su clase', 'by its class'),
};

export const sensitiveShown: Names<NonNullable<Statute['publicity']>['sensitive']> = {
  members: text('los ven sólo los miembros', 'shown to members only'),
  late: text('se publican más tarde', 'published late'),
  coarsened: text('se publica sólo por dónde, a grandes rasgos', 'published only roughly, as an area'),
  public: text('son públicos', 'public'),
};

export const jointTurns: Names<NonNullable<Statute['jointSeats']>[number]['by']> = {
  sitting: text('en cada sesión a uno', 'one in each sitting'),
  term: text('a cada uno por una gestión de delegado', 'each for a delegate’s term'),
};

export const rounds: Names<NonNullable<Statute['rotation']>[number]['among']> = {
  affiliates: text('de una asamblea de base a la siguiente', 'from one body below to the next'),
  members: text('de un miembro al siguiente', 'from one member to the next'),
  households: text('de un hogar al siguiente', 'from one household to the next'),
};

export const handovers: Names<Statute['seals']['handover']> = {
  show: text(
    'Si la directiva anterior no dio fe de la nueva, sus delegados cuentan y eso se muestra.',
    'If the officers before never attested the new ones, their delegates count and that is shown.',
  ),
  require: text(
    'Si la directiva anterior no dio fe de la nueva, sus delegados no cuentan.',
    'If the officers before never attested the new ones, their delegates do not count.',
  ),
};

export const classNames: Names<NonNullable<Statute['seats']>[number]['class']> = {
  titular: text('titulares', 'full (titular)'),
  adscrito: text('adscritos', 'attached (adscrito)'),
  fraterno: text('fraternos', 'fraternal (fraterno)'),
};

export const phases: Names<NonNullable<Statute['seats']>[number]['voice'][number]> = {
  accreditation: text('la acreditación', 'the accreditation'),
  debate: text('el debate', 'the debate'),
  decision: text('las decisiones', 'decisions'),
  election: text('las elecciones', 'elections'),
};

export const memberships: Names<NonNullable<Statute['doubleMembership']>> = {
  each: text(
    'Quien pertenece a varias bases cuenta en cada una.',
    'Who belongs to several bases counts in each of them.',
  ),
  shown: text(
    'Quien pertenece a varias bases cuenta en cada una, y se muestra cuánto se superponen.',
    'Who belongs to several bases counts in each of them, and how far they overlap is shown.',
  ),
  once: text(
    'Quien pertenece a varias bases cuenta una sola vez en lo que se suma.',
    'Who belongs to several bases counts only once in what is added up.',
  ),
};

export const minutesApproved: Names<NonNullable<Statute['minutes']['approval']>> = {
  officers: text('La aprueba la directiva, que la sella.', 'The officers approve them, and seal them.'),
  sitting: text(
    'Se lee en la sesión siguiente, que la corrige y la aprueba por voto; después la directiva la sella. La de fundación la aprueba la directiva.',
    'They are read to the next sitting, which corrects and approves them by vote; the officers then seal them. Those of the founding the officers approve.',
  ),
};

export const checkedInWhere: Names<NonNullable<Statute['checkIn']>> = {
  hall: text(
    'La asistencia se registra en la sala, con el código que está en la puerta y cambia cada minuto.',
    'People check in inside the hall, with the code that stands at the door and changes every minute.',
  ),
  anywhere: text(
    'La asistencia se registra desde cualquier lugar, sin código.',
    'People check in from anywhere, without a code.',
  ),
};

export const cardWeights: Names<NonNullable<Statute['weights']>> = {
  seats: text('La tarjeta de una delegación pesa sus puestos.', 'A delegation’s card weighs its seats.'),
  members: text(
    'La tarjeta de una delegación pesa los miembros de su asamblea.',
    'A delegation’s card weighs the members of its body.',
  ),
};

export const speakingOrders: Names<NonNullable<Statute['speaking']>['order']> = {
  'as-asked': text(
    'Se habla en el orden en que se pidió la palabra.',
    'People speak in the order in which they asked.',
  ),
  'first-speech-first': text(
    'Habla primero quien todavía no habló del punto; después, en el orden en que se pidió la palabra.',
    'Whoever has not spoken on the item yet speaks first; then in the order in which they asked.',
  ),
};

export const speakingGroups: Names<NonNullable<NonNullable<Statute['speaking']>['group']>['of']> = {
  body: text('cada organización', 'each body'),
  sector: text('cada sector', 'each sector'),
};

export const allocators: Names<NonNullable<Statute['supply']>['allocation']> = {
  vote: text(
    'La asamblea aprueba la regla de reparto y cada plan.',
    'The assembly adopts the rule of sharing and each plan.',
  ),
  officers: text(
    'La asamblea aprueba la regla de reparto; la directiva, los planes que la siguen.',
    'The assembly adopts the rule of sharing, and the officers the plans that follow it.',
  ),
};

export const disputed: Names<NonNullable<Statute['disputes']>['meanwhile']> = {
  vacant: text(
    'El puesto que dos reclaman queda vacante hasta que se resuelva.',
    'A seat that two claim stays vacant until that is settled.',
  ),
  shared: text(
    'El puesto que dos reclaman se comparte hasta que se resuelva.',
    'A seat that two claim is shared until that is settled.',
  ),
};

export const bindings: Names<Statute['mandates']['binding']> = {
  refuse: text(
    'El voto contra el mandato de la base no se acepta.',
    'A vote against the base’s mandate is not accepted.',
  ),
  flag: text(
    'El voto contra el mandato de la base vale, se marca y se avisa a la base.',
    'A vote against the base’s mandate counts, is marked and is reported to the base.',
  ),
  free: text('El mandato de la base no obliga.', 'The base’s mandate does not bind.'),
};

export const ofAnswers: Names<Statute['ratification']['of']> = {
  answered: text('de las bases que responden', 'of the bases that answer'),
  bases: text('de todas las bases', 'of all bases'),
};

export const silences: Names<NonNullable<Statute['ratification']['silence']>> = {
  neither: text('La base que calla no cuenta ni por sí ni por no.', 'A silent base counts neither for yes nor for no.'),
  yes: text('La base que calla cuenta por sí.', 'A silent base counts as yes.'),
  no: text('La base que calla cuenta por no.', 'A silent base counts as no.'),
};

export const tiers: Names<NonNullable<Statute['ratification']['through']>> = {
  affiliates: text('Responden las asambleas directamente afiliadas.', 'The bodies directly below answer.'),
  bases: text(
    'Responde cada asamblea de base, a través de todos los niveles.',
    'Every base assembly answers, through all tiers.',
  ),
};

export const proceduralNames: Names<NonNullable<Statute['precedence']>[number]> = {
  order: text('cuestión de orden', 'point of order'),
  adjourn: text('levantar la sesión', 'adjourning'),
  'close-debate': text('cerrar el debate', 'closing the debate'),
  refer: text('pasar a comisión', 'referring'),
  table: text('dejar a un lado', 'putting aside'),
};

export const votesShown: Names<NonNullable<Statute['publicity']>['votes']> = {
  totals: text(
    'De las votaciones se publican los totales; cómo votó cada puesto lo ven sólo los miembros, salvo el voto contra un mandato, que consta.',
    'Of votes the totals are published; how each seat voted is shown to members only, but for a vote against a mandate, which is on record.',
  ),
  'roll-call': text(
    'De las votaciones nominales se publica cómo votó cada delegación.',
    'Of roll calls it is published how each delegation voted.',
  ),
};
