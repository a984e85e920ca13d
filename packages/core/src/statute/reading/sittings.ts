import { zoneOf } from '../../time.ts';
import { opensAt } from '../closing.ts';
import { conveningOf } from '../convening.ts';
import type { Statute } from '../fields.ts';
import { daysAhead } from '../notice.ts';
import {
  allOf,
  capital,
  days,
  fraction,
  hours,
  majority,
  minutes,
  officeNamed,
  oneOf,
  quorum,
  quoted,
  type Reading,
  times,
} from './say.ts';
import { speaking } from './speaking.ts';
import { type Text, text } from './text.ts';
import {
  checkedInWhere,
  matterNames,
  methodNames,
  minutesApproved,
  proceduralNames,
  sittingNames,
  votesShown,
} from './values.ts';

const notice: Reading = ({ notice }) => [
  notice.hours === 0
    ? text('Se puede convocar para el mismo momento.', 'A sitting may be convened for at once.')
    : text(
        `Se convoca con ${hours(notice.hours).es} de anticipación.`,
        `A sitting is convened ${hours(notice.hours).en} ahead.`,
      ),
  text(
    `Se convoca para dentro de ${days(daysAhead({ notice })).es} a lo más: el padrón es el del día de la convocatoria.`,
    `A sitting is convened for at most ${days(daysAhead({ notice })).en} ahead: its roll is that of the day of the notice.`,
  ),
  text(
    'Una elección o una revocatoria sólo se decide si estaba en la convocatoria; lo demás que no es ordinario, sólo sobre el texto que la convocatoria nombra.',
    'An election or a recall is decided only if the notice announced it; whatever else is not ordinary business, only on the text that the notice names.',
  ),
];

const calls: Reading = ({ calls: { first, second, minutesBetween } }) => [
  text(`Primera convocatoria: ${quorum(first).es}.`, `First call: ${quorum(first).en}.`),
  minutesBetween === 0
    ? text(
        `Segunda convocatoria: en seguida, con ${quorum(second).es}.`,
        `Second call: at once, with ${quorum(second).en}.`,
      )
    : text(
        `Segunda convocatoria: ${minutes(minutesBetween).es} después, con ${quorum(second).es}.`,
        `Second call: ${minutes(minutesBetween).en} later, with ${quorum(second).en}.`,
      ),
];

const closing: Reading = ({ closing }) => [
  closing.hour === 24
    ? text('Pasada la medianoche sólo se votan asuntos ordinarios.', 'After midnight only ordinary business is voted.')
    : text(
        `Después de las ${closing.hour}:00 sólo se votan asuntos ordinarios.`,
        `After ${closing.hour}:00 only ordinary business is voted.`,
      ),
  text(
    `Un cuarto intermedio que termina antes de las ${opensAt({ closing })}:00 no abre otro día: sigue valiendo el cierre del anterior.`,
    `A recess that ends before ${opensAt({ closing })}:00 opens no new day: the closing hour of the day before still holds.`,
  ),
  text(
    `Las horas son las del lugar, ${zoneOf(closing.offsetMinutes)}.`,
    `Hours are those of the place, ${zoneOf(closing.offsetMinutes)}.`,
  ),
];

const convening: Reading = (statute) => {
  const { members, affiliates, above, days: within } = conveningOf(statute);
  const who = [
    ...(members === undefined
      ? []
      : [text(`${fraction(members).es} de los miembros`, `${fraction(members).en} of the members`)]),
    ...(affiliates === undefined
      ? []
      : [text(`${fraction(affiliates).es} de las bases`, `${fraction(affiliates).en} of the bodies below`)]),
    ...(above === true ? [text('la asamblea de arriba', 'the body above')] : []),
  ];
  if (who.length === 0)
    return [
      text(
        `Sólo la directiva puede convocar; a lo que otro artículo obliga se convoca en ${days(within).es}.`,
        `Only the officers may convene a sitting; what another article forces is convened within ${days(within).en}.`,
      ),
      ...closedTo(above),
    ];
  return [
    text(
      `Además de la directiva, pueden exigir una sesión: ${oneOf(who).es}.`,
      `Besides the officers, a sitting may be demanded by: ${oneOf(who).en}.`,
    ),
    text(
      `Tiene que ser dentro de ${days(within).es}; si no, la convoca cualquiera del padrón.`,
      `It must be within ${days(within).en}; otherwise anyone on the roll convenes it.`,
    ),
    ...closedTo(above),
  ];
};

const closedTo = (above: boolean | undefined): readonly Text[] =>
  above === false ? [text('La asamblea de arriba no puede exigirla.', 'The body above may not demand one.')] : [];

const checkIn: Reading = ({ checkIn: where = 'hall' }) => [checkedInWhere[where]];

const walkIns: Reading = ({ walkIns: open }) => {
  if (open === undefined) return [text('Nadie vota sin estar registrado.', 'Nobody votes without an account.')];
  const { sittings, mark, matters = ['ordinary'] } = open;
  const where = oneOf(sittings.map((kind) => sittingNames[kind]));
  const on = allOf([...new Set(['ordinary' as const, ...matters])].map((matter) => matterNames[matter]));
  return [
    text(
      `Quien no está en el padrón vota con una ficha numerada de la puerta, en: ${where.es || 'ninguna sesión'}.`,
      `Whoever is on no roll votes on a numbered slip from the door, in: ${where.en || 'no sitting'}.`,
    ),
    text(
      `Para que nadie tome dos, cada quien recibe esta marca: ${quoted(mark).es}.`,
      `So that nobody takes two, everybody gets this mark: ${quoted(mark).en}.`,
    ),
    matters.length === 1 && matters[0] === 'ordinary'
      ? text(
          'Con fichas en la sala sólo se deciden asuntos ordinarios.',
          'With slips in the hall only ordinary business is decided.',
        )
      : text(`Con fichas en la sala se decide: ${on.es}.`, `With slips in the hall this is decided: ${on.en}.`),
    text('Las fichas no cuentan para el quórum.', 'Slips do not count for the quorum.'),
  ];
};

const proposing: Reading = ({ proposing }) => [
  proposing === undefined
    ? text(
        'Las mociones de las bases no tienen plazo para votarse.',
        'No time is set for voting on the bases’ motions.',
      )
    : text(
        `La moción de una base se vota dentro de ${days(proposing.days).es} desde que se recibió.`,
        `A base’s motion is put to the vote within ${days(proposing.days).en} of its receipt.`,
      ),
];

const presidium: Reading = ({ presidium: { offices } = { offices: [] } }) => {
  if (offices.length === 0) return [text('Preside la directiva.', 'The officers preside.')];
  const names = allOf(offices.map(officeNamed));
  return [
    text(
      `Cada sesión elige al comenzar su propia mesa: ${names.es}.`,
      `Each sitting elects its own presidium at its start: ${names.en}.`,
    ),
  ];
};

type MatterRule = Statute['rules'][number];

function matterRule({ matter, rule, and, quorum: own, sittings, secondCall, methods }: MatterRule): Text {
  const where = oneOf((sittings ?? []).map((kind) => sittingNames[kind]));
  const how = oneOf(methods.map((method) => methodNames[method]));
  const parts = [
    majority(rule),
    ...(and === undefined ? [] : [text(`y además ${majority(and).es}`, `and also ${majority(and).en}`)]),
    ...(own === undefined
      ? []
      : [text(`quórum propio de ${quorum(own).es}`, `a quorum of its own of ${quorum(own).en}`)]),
    sittings === undefined
      ? text('en cualquier sesión', 'in any sitting')
      : text(`sólo en ${where.es || 'ninguna sesión'}`, `only in: ${where.en || 'no sitting'}`),
    secondCall
      ? text('también en segunda convocatoria', 'on the second call too')
      : text('sólo con el quórum de la primera convocatoria', 'only with the quorum of the first call'),
    methods.length === 0 ? text('sin forma de votar', 'with no way of voting') : text(`por ${how.es}`, `by ${how.en}`),
  ];
  return text(
    `${capital(matterNames[matter].es)}: ${parts.map(({ es }) => es).join('; ')}.`,
    `${capital(matterNames[matter].en)}: ${parts.map(({ en }) => en).join('; ')}.`,
  );
}

const rules: Reading = ({ rules }) => {
  const named = new Set(rules.map(({ matter }) => matter));
  const without = (Object.keys(matterNames) as MatterRule['matter'][]).filter((matter) => !named.has(matter));
  const names = allOf(without.map((matter) => matterNames[matter]));
  return [
    ...rules.map(matterRule),
    ...(without.length === 0
      ? []
      : [
          text(
            `No se decide aquí, porque no tiene regla: ${names.es}.`,
            `Not decided here, having no rule: ${names.en}.`,
          ),
        ]),
  ];
};

const tellers: Reading = ({ tellers: { recounts, candidates } }) => [
  recounts === 0
    ? text(
        'Si los dos conteos difieren, no se vuelve a contar: constan los dos.',
        'If the two counts differ there is no recount: both stand.',
      )
    : text(
        `Si los dos conteos difieren, otras personas vuelven a contar, hasta ${times(recounts).es}; después constan los dos.`,
        `If the two counts differ, other people count again, up to ${times(recounts).en}; then both stand.`,
      ),
  candidates === true
    ? text(
        'Si en la sala no hay otras dos personas, cuentan también quienes son candidatos, y así consta.',
        'Where the hall has not two others candidates count too, and the record says so.',
      )
    : text('Nadie cuenta los votos de su propia elección.', 'Nobody counts the votes of their own election.'),
];

const precedence: Reading = ({ precedence = ['order', 'adjourn', 'close-debate', 'refer', 'table'] }) => {
  if (precedence.length === 0)
    return [text('No hay mociones de procedimiento.', 'There are no motions on how to proceed.')];
  const order = precedence.map((kind) => proceduralNames[kind]);
  return [
    text(
      `Mociones de procedimiento, las primeras antes que las otras: ${order.map(({ es }) => es).join(', ')}.`,
      `Motions on how to proceed, the first before the others: ${order.map(({ en }) => en).join(', ')}.`,
    ),
  ];
};

const challenge: Reading = ({ challenge: { days: within } = { days: 30 } }) => [
  text(
    `Lo hecho en una sesión se puede impugnar durante ${days(within).es}; después se borra la asistencia con nombres.`,
    `What a sitting did can be challenged for ${days(within).en}; then attendance by name is deleted.`,
  ),
];

const minutesReading: Reading = ({ minutes: { refusals, days: within, approval = 'officers' } }) => [
  refusals
    ? text('Lo que las reglas rechazan consta en acta.', 'What the rules refuse goes into the minutes.')
    : text('Lo que las reglas rechazan no consta en acta.', 'What the rules refuse does not go into the minutes.'),
  within === undefined
    ? text('El acta no tiene plazo para aprobarse.', 'No time is set for approving the minutes.')
    : text(`El acta se aprueba dentro de ${days(within).es}.`, `Minutes are approved within ${days(within).en}.`),
  minutesApproved[approval],
];

const publicity: Reading = ({
  publicity: { votes, sensitive, hoursLate } = { votes: 'roll-call', sensitive: 'members' },
}) => {
  const late =
    hoursLate === undefined
      ? text('después de terminados', 'after they are over')
      : text(`${hours(hoursLate).es} después de terminados`, `${hours(hoursLate).en} after they are over`);
  return [
    votesShown[votes],
    {
      members: text(
        'Albergues, contingentes, existencias y cierres en curso los ven sólo los miembros.',
        'Shelters, contingents, stocks and closures in being are shown to members only.',
      ),
      late: text(
        `Albergues, contingentes, existencias y cierres en curso se publican ${late.es}.`,
        `Shelters, contingents, stocks and closures in being are published ${late.en}.`,
      ),
      coarsened: text(
        `De albergues, contingentes, existencias y cierres en curso se publica sólo por dónde, a grandes rasgos; el lugar exacto lo ven los miembros${hoursLate === undefined ? '' : ` y se publica ${late.es}`}.`,
        `Of shelters, contingents, stocks and closures in being only the area is published; the exact place is shown to members${hoursLate === undefined ? '' : ` and published ${late.en}`}.`,
      ),
      public: text(
        'Albergues, contingentes, existencias y cierres en curso son públicos.',
        'Shelters, contingents, stocks and closures in being are public.',
      ),
    }[sensitive],
    ...(sensitive === 'late' || sensitive === 'coarsened' || hoursLate === undefined
      ? []
      : [text(`Sin efecto: ${hours(hoursLate).es} de demora.`, `Without effect: a delay of ${hours(hoursLate).en}.`)]),
  ];
};

export const sittingArticles = { convening, notice, calls, closing, checkIn, walkIns, presidium };
export const decidingArticles = { speaking, rules, proposing, precedence, tellers };
export const recordArticles = { minutes: minutesReading, challenge, publicity };
