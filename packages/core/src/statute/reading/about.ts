import type { Statute } from '../fields.ts';
import { aboutElections } from './elections.ts';
import { aboutSecret } from './secret.ts';
import { type Text, text } from './text.ts';

/** What each article is about, for whoever writes one. */
const aboutArticles: Readonly<Record<Exclude<keyof Statute, 'secret'>, Text>> = {
  title: text('Cómo se llama el estatuto.', 'What the statute is called.'),
  offices: text(
    'Los cargos de la directiva y lo que hace cada uno. Alguno tiene que presidir.',
    'The offices and what each of them does. One of them must preside.',
  ),
  terms: text(
    'Por cuánto tiempo se elige, y cuántas veces seguidas. Nadie alarga su propia gestión.',
    'For how long people are elected, and how often in a row. Nobody lengthens their own term.',
  ),
  notice: text('Con qué anticipación se convoca.', 'How far ahead a sitting is convened.'),
  calls: text(
    'El quórum de la primera y de la segunda convocatoria.',
    'The quorum of the first and of the second call.',
  ),
  closing: text(
    'La hora, en el lugar, después de la cual sólo se votan asuntos ordinarios.',
    'The hour, at the place, after which only ordinary business is voted.',
  ),
  rules: text(
    'Cómo se decide cada asunto. Lo que no tiene regla no se decide en esta asamblea.',
    'How each matter is decided. What has no rule is not decided in this body.',
  ),
  checkIn: text('Dónde se registra la asistencia por teléfono.', 'Where people check in by phone.'),
  walkIns: text(
    'Cómo vota en un cabildo abierto quien no está en el padrón.',
    'How people who are on no roll vote in an open cabildo.',
  ),
  convening: text(
    'Quién, además de la directiva, puede exigir una sesión.',
    'Who beside the officers may have a sitting convened.',
  ),
  proposing: text(
    'En cuánto tiempo se vota lo que propone una base.',
    'Within what time a base’s motion is put to the vote.',
  ),
  presidium: text('La mesa que cada sesión elige al comenzar.', 'The presidium that each sitting elects at its start.'),
  elections: text(
    'Lo que se elige entre candidaturas, y cómo se cuenta.',
    'What is elected among candidates, and how it is counted.',
  ),
  tellers: text('Cuántas veces se vuelve a contar.', 'How often a count is repeated.'),
  speaking: text('En qué orden y por cuánto tiempo se habla.', 'In which order, and for how long, people speak.'),
  seals: text(
    'Las firmas con que un acto vale en otros organismos.',
    'The signatures with which an act holds in other bodies.',
  ),
  mandates: text(
    'Cuánto obliga a un delegado el mandato de su base, y qué se espera antes de votar lo que se mandó a las bases.',
    'How far a delegate is bound by the base’s mandate, and what is waited for before a vote on what was referred to the bases.',
  ),
  recall: text('Cuándo y cómo se revoca.', 'When and how somebody is recalled.'),
  ratification: text(
    'Qué queda en suspenso hasta que respondan las bases, y con qué mayoría de ellas vale.',
    'What is suspended until the bases have answered, and by which majority of them it holds.',
  ),
  entitlement: text('Cuántos puestos tiene cada asamblea de base.', 'How many seats a body below has.'),
  seats: text(
    'Qué puede cada clase de puesto en cada fase de una sesión.',
    'What each class of seat may do in which phase of a sitting.',
  ),
  doubleMembership: text(
    'Cómo cuenta quien pertenece a varias asambleas de base.',
    'How a person counts who belongs to several bodies below.',
  ),
  weights: text('Cuánto pesa la tarjeta de una delegación.', 'What a delegation’s card weighs.'),
  rotation: text('Los cargos que pasan por turno.', 'The offices that pass by turn.'),
  jointSeats: text(
    'Los puestos que varios organismos tienen entre todos, por turno.',
    'The seats that several bodies have between them, by turn.',
  ),
  parity: text('Las mujeres que hay al menos en una lista.', 'The women that a slate has at least.'),
  certifiers: text(
    'Los cargos que certifican si se cumplió una condición.',
    'The offices that certify whether a condition has been met.',
  ),
  essential: text('Los servicios que ninguna medida toca.', 'The services that no measure touches.'),
  precedence: text(
    'Las mociones de procedimiento, las primeras antes que las otras.',
    'The motions on how to proceed, the first before the others.',
  ),
  committees: text('Lo que dura un comité como mucho.', 'The longest life of a committee.'),
  supply: text(
    'Quién aprueba los planes de reparto, cuántos cuentan, y cuánto valen un plan y la llave de quien entrega.',
    'Who adopts plans of sharing, how many count, and how long a plan and the key of whoever hands over hold.',
  ),
  accounts: text(
    'Quién asienta en los libros de cuentas, y desde qué monto hacen falta dos firmas.',
    'Who books in the open books, and above what amount two must sign.',
  ),
  challenge: text('Por cuánto tiempo se puede impugnar.', 'For how long a challenge is possible.'),
  publicity: text(
    'Qué se publica de las votaciones y de lo que puede poner en peligro.',
    'What is published of votes and of what could put people in danger.',
  ),
  disputes: text(
    'Qué pasa con el puesto que dos reclaman.',
    'What becomes of a seat that two claim, until that is settled.',
  ),
  founding: text('Lo que prueba una fundación.', 'What proves a founding.'),
  roll: text('Desde cuándo cuenta quien entra al padrón.', 'From when on those count who join the roll.'),
  minutes: text(
    'Qué entra en el acta, y cuándo se aprueba.',
    'What goes into the minutes, and when they are approved.',
  ),
};

/** Of fields that are the same wherever they stand, by their last name. */
const aboutParts: Readonly<Record<string, Text>> = {
  num: text('Numerador de la fracción.', 'The fraction’s numerator.'),
  den: text('Denominador de la fracción.', 'The fraction’s denominator.'),
  strict: text(
    'Si hace falta más que la fracción; si no, basta alcanzarla.',
    'Whether it takes more than the fraction; otherwise it is enough to reach it.',
  ),
  min: text(
    'Nunca con menos personas que éstas. Sin él no hay un mínimo.',
    'Never with fewer people than these. Left out: there is no minimum.',
  ),
  of: text('De qué es la fracción.', 'What the fraction is of.'),
};

const aboutFields: Readonly<Record<string, Text>> = {
  'offices[].office': text('El nombre del cargo.', 'The office’s name.'),
  'offices[].role': text('Lo que hace.', 'What it does.'),
  'terms.officersMonths': text('Meses de la directiva, como mucho.', 'Months of the officers, at most.'),
  'terms.delegatesMonths': text(
    'Meses de quienes se envían arriba, como mucho.',
    'Months of delegates to a body above, at most.',
  ),
  'terms.officersInARow': text(
    'Gestiones seguidas en un cargo. Sin él no hay límite.',
    'Terms in a row in one office. Left out: no limit.',
  ),
  'terms.delegatesInARow': text(
    'Gestiones seguidas en un puesto arriba. Sin él no hay límite.',
    'Terms in a row in one seat above. Left out: no limit.',
  ),
  'notice.hours': text('Horas entre la convocatoria y la sesión.', 'Hours between the notice and the sitting.'),
  'notice.daysAhead': text(
    'Para cuántos días adelante se convoca a lo más. Sin él: 90.',
    'For how many days ahead a sitting is convened at most. Left out: 90.',
  ),
  'calls.first': text('Primera convocatoria, de quienes están en el padrón.', 'First call, of those on the roll.'),
  'calls.second': text(
    'Segunda convocatoria, de quienes están en el padrón. No más que en la primera.',
    'Second call, of those on the roll. Not more than on the first.',
  ),
  'calls.minutesBetween': text('Minutos entre una y otra.', 'Minutes between the two.'),
  'closing.hour': text('La hora de cierre; 24: a medianoche.', 'The closing hour; 24: at midnight.'),
  'closing.offsetMinutes': text(
    'Hora del lugar frente a UTC, en minutos: −240 en Bolivia.',
    'The place’s hour against UTC, in minutes: −240 in Bolivia.',
  ),
  'closing.opensAt': text(
    'Hora del lugar desde la que un cuarto intermedio abre otro día. Sin él: 6.',
    'The local hour from which on a recess opens a new day. Left out: 6.',
  ),
  'rules[].matter': text('El asunto.', 'The matter.'),
  'rules[].rule': text('La mayoría.', 'The majority.'),
  'rules[].and': text(
    'Otra mayoría que también hace falta. Sin él basta una.',
    'A second majority that must hold too. Left out: one is enough.',
  ),
  'rules[].quorum': text(
    'Un quórum propio, en cualquiera de las convocatorias. Sin él, el de la convocatoria.',
    'A quorum of its own, on either call. Left out: that of the call.',
  ),
  'rules[].sittings': text(
    'En qué sesiones se puede decidir. Sin él, en todas.',
    'Which sittings may decide it. Left out: every kind.',
  ),
  'rules[].secondCall': text(
    'Si basta el quórum de la segunda convocatoria.',
    'Whether the second call’s quorum is enough.',
  ),
  'rules[].methods': text('De qué maneras se puede votar.', 'In which ways it may be voted.'),
  'convening.members': text(
    'Qué parte de los miembros la exige. Sin él no pueden.',
    'The share of the members that may demand it. Left out: they may not.',
  ),
  'convening.affiliates': text(
    'Qué parte de las bases la exige. Sin él no pueden.',
    'The share of the bodies below that may demand it. Left out: they may not.',
  ),
  'convening.above': text(
    'Si la asamblea de arriba puede exigirla. Sin él no puede.',
    'Whether the body above may demand it. Left out: it may not.',
  ),
  'convening.days': text(
    'Días en que tiene que ser; después la convoca cualquiera del padrón.',
    'Days within which it must be; after them anyone on the roll convenes it.',
  ),
  'proposing.days': text('Días desde que se recibió.', 'Days from its receipt.'),
  'presidium.offices': text('Los cargos de la mesa.', 'The offices of the presidium.'),
  'tellers.recounts': text(
    'Veces que cuentan otras personas si los dos conteos difieren.',
    'How often others count again if the two counts differ.',
  ),
  'tellers.candidates': text(
    'Si cuentan su propia elección cuando la sala no tiene otras dos personas. Sin él: no.',
    'Whether they count their own election where the hall has not two others. Left out: no.',
  ),
  'speaking.order': text('Quién va primero.', 'Who goes first.'),
  'speaking.seconds': text(
    'Segundos de una intervención. Sin él no se mide.',
    'Seconds of a speech. Left out: not measured.',
  ),
  'speaking.group': text(
    'Lo que tiene en cada punto cada organización o cada sector. Sin él no se mide.',
    'What each body or sector has on each item. Left out: not measured.',
  ),
  'speaking.group.of': text('De quién es el tiempo.', 'Whose time it is.'),
  'speaking.group.seconds': text('Segundos en un punto.', 'Seconds on an item.'),
  'speaking.sectors': text('Los nombres de los sectores. Sin él no hay.', 'The names of the sectors. Left out: none.'),
  'speaking.parity': text(
    'Si mujeres y otras personas se alternan mientras esperan. Sin él, no.',
    'Whether women and others alternate while both wait. Left out: they do not.',
  ),
  'speaking.reply': text('El derecho a réplica. Sin él no hay.', 'The right of reply. Left out: there is none.'),
  'speaking.reply.seconds': text('Segundos.', 'Seconds.'),
  'speaking.translation': text(
    'Decir lo mismo en otra lengua de la sala. Sin él no hay turno para eso.',
    'Saying the same in another of the hall’s languages. Left out: no turn for it.',
  ),
  'speaking.translation.seconds': text('Segundos.', 'Seconds.'),
  'seals.signatures': text('Cuántas firmas de la directiva.', 'How many signatures of officers.'),
  'seals.handover': text(
    'Si valen los delegados de una directiva de la que la anterior no dio fe.',
    'Whether delegates count whose officers were never attested by those before them.',
  ),
  'mandates.binding': text('Cuánto obliga.', 'How far it binds.'),
  'mandates.days': text('Días antes de votar. Sin él, en seguida.', 'Days before the vote. Left out: at once.'),
  'mandates.answers': text(
    'Bases que antes tienen que haber dicho qué mandan. Sin él, ninguna.',
    'Bodies that must have said before what they mandate. Left out: none.',
  ),
  'mandates.report': text(
    'Días en que los delegados informan de una sesión de arriba. Si nadie informa, o la asamblea no aprueba el informe, cualquiera convoca para revocar. Sin él, sin plazo.',
    'Days within which delegates report on a sitting above. If nobody does, or the assembly does not approve the report, anyone convenes on the recall. Left out: no time is set.',
  ),
  'recall.monthsBefore': text(
    'Meses de gestión antes de los cuales no se revoca.',
    'Months of the term before which nobody is recalled.',
  ),
  'recall.petition': text(
    'La parte de los miembros cuyo pedido obliga a una sesión. Sin él, sólo la directiva la pone en la convocatoria.',
    'The share of the members whose petition forces a sitting. Left out: only the officers put a recall on the notice.',
  ),
  'recall.days': text(
    'Días para esa sesión, y para elegir a quien reemplaza. Sin él, 30.',
    'Days for that sitting, and for electing a successor. Left out: 30.',
  ),
  'ratification.matters': text(
    'Los asuntos que esperan a las bases; los acuerdos y los levantamientos, siempre.',
    'The matters that wait for the bases; pacts and liftings always do.',
  ),
  'ratification.days': text('Días para responder.', 'Days to answer in.'),
  'ratification.silence': text(
    'Como qué cuenta la base que calla. Sin él, ni por sí ni por no.',
    'What a silent base counts as. Left out: neither side.',
  ),
  'ratification.through': text(
    'Quién responde. Sin él, las asambleas directamente afiliadas.',
    'Who answers. Left out: the bodies directly below.',
  ),
  'ratification.challengeDays': text(
    'Días después del cierre en que una impugnación reabre una respuesta. Sin él, ninguno.',
    'Days after the close in which a challenge may reopen an answer. Left out: none.',
  ),
  'entitlement.kind': text('De qué depende.', 'What it depends on.'),
  'entitlement.seats': text('Con `fixed`: los puestos de cada una.', 'With `fixed`: the seats of every body.'),
  'entitlement.members': text(
    'Con `per-members`: un puesto por cada tantos miembros o fracción.',
    'With `per-members`: one seat for so many members, begun ones counted.',
  ),
  'entitlement.floor': text('Nunca menos puestos. Sin él, ninguno.', 'Never fewer seats. Left out: none.'),
  'entitlement.cap': text('Nunca más puestos. Sin él no hay tope.', 'Never more seats. Left out: no cap.'),
  'entitlement.classes': text('Con `by-class`: las clases de asambleas.', 'With `by-class`: the classes of bodies.'),
  'entitlement.classes[].class': text('El nombre de la clase.', 'The class’s name.'),
  'entitlement.classes[].seats': text('Los puestos de cada una.', 'The seats of each body in it.'),
  'seats[].class': text('La clase.', 'The class.'),
  'seats[].voice': text('En qué fases tiene voz.', 'In which phases it has voice.'),
  'seats[].vote': text('En qué fases vota.', 'In which phases it votes.'),
  'jointSeats[].bodies': text(
    'Los organismos, por el nombre de su libro, en el orden del turno.',
    'The bodies, by the names of their books, in the order of the turn.',
  ),
  'jointSeats[].by': text('Qué dura un turno.', 'How long a turn is.'),
  'rotation[].office': text('El cargo.', 'The office.'),
  'rotation[].among': text('Entre quiénes pasa.', 'Among whom it passes.'),
  'parity.women': text('Qué parte de una lista.', 'Which share of a slate.'),
  'committees.months': text('Meses.', 'Months.'),
  'supply.allocation': text('Quién aprueba cada plan.', 'Who adopts each plan.'),
  'supply.counters': text(
    'Cuántas personas cuentan las existencias, sin ver lo que contaron las otras. Sin él, 2.',
    'How many people count a stock, none seeing another’s number. Left out: 2.',
  ),
  'supply.allocationDays': text(
    'Días que vale un plan. Sin él, hasta que otro lo reemplace.',
    'Days for which a plan holds. Left out: until another replaces it.',
  ),
  'accounts.offices': text('Qué cargos pueden asentar.', 'Which offices may book.'),
  'accounts.twoAbove': text(
    'Por moneda, el monto desde el que firma otro de esos cargos también. Sin él, basta uno.',
    'By money, the amount above which another of those offices signs too. Left out: one is enough.',
  ),
  'accounts.twoAbove[].commodity': text('La moneda, por su símbolo.', 'The money, by its symbol.'),
  'accounts.twoAbove[].amount': text(
    'El monto, en sus partes más pequeñas (centavos).',
    'The amount, in its smallest parts (centavos).',
  ),
  'supply.handDays': text(
    'Días que puede firmar entregas una llave. Sin él, 30.',
    'Days for which a key may sign hand-overs. Left out: 30.',
  ),
  'challenge.days': text(
    'Días; después se borra la asistencia con nombres.',
    'Days; after them attendance by name is deleted.',
  ),
  'publicity.votes': text('De las votaciones.', 'Of votes.'),
  'publicity.sensitive': text(
    'De albergues, contingentes, existencias y cierres en curso.',
    'Of shelters, contingents, stocks and closures in being.',
  ),
  'publicity.hoursLate': text(
    'Con `late` y `coarsened`: cuántas horas después de terminado se publica el lugar.',
    'With `late` and `coarsened`: how many hours after its end the place is published.',
  ),
  'walkIns.sittings': text('En qué sesiones se dan fichas.', 'In which sittings slips are given out.'),
  'walkIns.mark': text(
    'La marca que recibe cada quien, para que nadie tome dos.',
    'The mark that everybody gets, so that nobody takes two.',
  ),
  'walkIns.matters': text(
    'Lo que se decide con fichas en la sala. Sin él, asuntos ordinarios.',
    'What is decided with slips in the hall. Left out: ordinary business.',
  ),
  'disputes.meanwhile': text('Mientras tanto.', 'Meanwhile.'),
  'founding.signatures': text('Firmas en su acta.', 'Signatures on its minutes.'),
  'founding.neighbours': text('Asambleas vecinas que la atestiguan.', 'Neighbouring bodies that witness it.'),
  'roll.waitingDays': text('Días antes de contar; 0: ninguno.', 'Days before they count; 0: none.'),
  'roll.sample': text(
    'Qué parte de un padrón se busca en una revisión. Sin él no ordena ninguna.',
    'The share of a roll that is looked for in an audit. Left out: it orders none.',
  ),
  'minutes.refusals': text('Si consta lo que las reglas rechazan.', 'Whether what the rules refuse goes into them.'),
  'minutes.days': text(
    'Días para aprobar el acta. Sin él no hay plazo.',
    'Days in which minutes are approved. Left out: no time is set.',
  ),
  'minutes.approval': text(
    'Quién aprueba el acta. Sin él, la directiva.',
    'Who approves minutes. Left out: the officers.',
  ),
};

/** `rules[].and.num` → what that field is about; undefined where nobody has said it. */
export const aboutField = (path: string): Text | undefined =>
  (aboutArticles as Readonly<Record<string, Text>>)[path] ??
  aboutFields[path] ??
  aboutElections[path] ??
  aboutSecret[path] ??
  aboutParts[path.split('.').at(-1) ?? ''];
