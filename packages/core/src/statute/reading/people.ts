import type { Statute } from '../fields.ts';
import {
  allOf,
  above as atLeast,
  bodies,
  days,
  fraction,
  members,
  months,
  officeNamed,
  quoted,
  type Reading,
  seats,
  signatures,
  terms,
} from './say.ts';
import { type Text, text } from './text.ts';
import {
  cardWeights,
  classNames,
  disputed,
  handovers,
  jointTurns,
  memberships,
  phases,
  roles,
  rounds,
} from './values.ts';

const offices: Reading = ({ offices }) => {
  if (offices.length === 0) return [text('No hay ningún cargo.', 'There is no office.')];
  const said = offices.map(({ office, role }) => {
    const name = officeNamed(office);
    return text(`El cargo ${name.es} ${roles[role].es}.`, `The office ${name.en} ${roles[role].en}.`);
  });
  return offices.some(({ role }) => role === 'secretary') ? said : [...said, presidiumWrites];
};

const presidiumWrites = text(
  'No hay secretaría: quien preside lleva también el padrón, las tarjetas y las actas.',
  'There is no secretary: whoever presides keeps the roll, the cards and the minutes as well.',
);

const inARow = (who: Text, most: number | undefined): Text =>
  most === undefined
    ? text(`${who.es} puede ser reelegida sin límite.`, `${who.en} may be re-elected without limit.`)
    : text(
        `${who.es} cumple como mucho ${terms(most).es} ${most === 1 ? 'seguida' : 'seguidas'}.`,
        `${who.en} serves at most ${terms(most).en} in a row.`,
      );

const termReading: Reading = ({ terms: { officersMonths, delegatesMonths, officersInARow, delegatesInARow } }) => [
  text(
    `La directiva se elige por ${months(officersMonths).es} como mucho.`,
    `Officers are elected for ${months(officersMonths).en} at most.`,
  ),
  text(
    `Quienes se envían arriba como delegados, por ${months(delegatesMonths).es} como mucho.`,
    `Delegates to a body above, for ${months(delegatesMonths).en} at most.`,
  ),
  inARow(text('En un mismo cargo, una persona', 'In one office, a person'), officersInARow),
  inARow(text('En un mismo puesto arriba, una persona', 'In one seat above, a person'), delegatesInARow),
];

const rotation: Reading = ({ rotation = [] }) =>
  rotation.length === 0
    ? [text('Ningún cargo pasa por turno.', 'No office passes by turn.')]
    : rotation.map(({ office, among }) => {
        const round = rounds[among];
        return text(
          `El cargo ${officeNamed(office).es} pasa por turno ${round.es}, en un orden fijo; nadie lo tiene dos veces seguidas.`,
          `The office ${officeNamed(office).en} passes by turn ${round.en}, in a fixed order; nobody holds it twice in a row.`,
        );
      });

const jointSeats: Reading = ({ jointSeats: shared = [] }) =>
  shared.length === 0
    ? [text('Ningún puesto es común a varios organismos.', 'No seat is shared by several bodies.')]
    : shared.map(({ bodies, by }) => {
        const names = allOf(bodies.map(quoted));
        const turn = jointTurns[by];
        return text(
          `Tienen un solo puesto entre todos: ${names.es}. Les toca en ese orden, ${turn.es}; a nadie dos veces seguidas.`,
          `These have one seat between them: ${names.en}. It is theirs in that order, ${turn.en}; nobody’s twice in a row.`,
        );
      });

const parity: Reading = ({ parity }) => {
  if (parity === undefined)
    return [text('No hay un mínimo de mujeres en las listas.', 'No minimum of women on a slate is set.')];
  const { es, en } = atLeast({ ...parity.women, strict: false });
  return [
    text(
      `De toda lista de dos o más personas, ${es} son mujeres.`,
      `Of every slate of two or more people, ${en} are women.`,
    ),
  ];
};

const certifiers: Reading = ({ certifiers = [] }) => {
  if (certifiers.length === 0)
    return [
      text(
        'Ningún cargo certifica condiciones: no se puede decidir nada bajo condición.',
        'No office certifies conditions: nothing can be decided on a condition.',
      ),
    ];
  const names = allOf(certifiers.map(officeNamed));
  return [
    text(
      `Pueden certificar si una condición se cumplió: ${names.es}.`,
      `Whether a condition has been met may be certified by: ${names.en}.`,
    ),
  ];
};

const committees: Reading = ({ committees }) => [
  committees === undefined
    ? text('Un comité dura lo que dura la directiva.', 'A committee lasts as long as the officers serve.')
    : text(
        `Un comité dura ${months(committees.months).es} como mucho.`,
        `A committee lasts ${months(committees.months).en} at most.`,
      ),
];

const roll: Reading = ({ roll: { waitingDays, sample } }) => [
  waitingDays === 0
    ? text(
        'Quien entra al padrón vota desde la siguiente convocatoria.',
        'Who joins the roll votes from the next notice on.',
      )
    : text(
        `Quien entra al padrón espera ${days(waitingDays).es} antes de contar; también una asamblea nueva.`,
        `Who joins the roll waits ${days(waitingDays).en} before they count; so does a new body.`,
      ),
  sample === undefined
    ? text('No hay una muestra fijada para revisar el padrón.', 'No sample is set for an audit of the roll.')
    : text(
        `Si la asamblea de arriba manda revisar el padrón, se revisa una muestra: ${fraction(sample).es} de quienes están en él.`,
        `If the body above orders an audit of the roll, a sample is checked: ${fraction(sample).en} of those on it.`,
      ),
];

const founding: Reading = ({ founding: { signatures: signed, neighbours } = { signatures: 2, neighbours: 2 } }) => [
  text(
    `La fundación queda probada con ${signatures(signed).es} en su acta y el testimonio de ${bodies(neighbours).es} de la vecindad.`,
    `The founding is proven with ${signatures(signed).en} on its minutes and the testimony of ${bodies(neighbours).en} of the neighbourhood.`,
  ),
];

const seals: Reading = ({ seals: { signatures: signed, handover } }) => [
  text(
    `Un acto queda sellado con ${signatures(signed).es} de la directiva.`,
    `An act is sealed with ${signatures(signed).en} of officers.`,
  ),
  handovers[handover],
];

type Entitlement = NonNullable<Statute['entitlement']>;

const limits = ({ floor, cap }: Entitlement): Text => {
  const parts = [
    ...(floor === undefined ? [] : [text(`nunca menos de ${floor}`, `never fewer than ${floor}`)]),
    ...(cap === undefined ? [] : [text(`nunca más de ${cap}`, `never more than ${cap}`)]),
  ];
  const { es, en } = allOf(parts);
  return parts.length === 0 ? text('', '') : text(`, ${es}`, `, ${en}`);
};

/** The kind says which of the numbers apply; those of another kind are said not to. */
const entitlement: Reading = ({ entitlement }) => {
  if (entitlement === undefined)
    return [
      text(
        'Cada asamblea de base tiene los puestos que dice su admisión.',
        'Each body below has the seats that its admission says.',
      ),
    ];
  const limit = limits(entitlement);
  const fixed = seats(entitlement.seats ?? 0);
  const each = members(entitlement.members ?? 0);
  const kinds: Readonly<Record<Entitlement['kind'], Text>> = {
    fixed: text(`Cada asamblea de base tiene ${fixed.es}${limit.es}.`, `Each body below has ${fixed.en}${limit.en}.`),
    'per-members': text(
      `Cada asamblea de base tiene un puesto por cada ${each.es} o fracción${limit.es}.`,
      `Each body below has one seat for every ${each.en}, begun ones counted${limit.en}.`,
    ),
    'by-class': text(
      `Cada asamblea de base tiene los puestos de su clase${limit.es}.`,
      `Each body below has the seats of its class${limit.en}.`,
    ),
  };
  return [kinds[entitlement.kind], ...ofClasses(entitlement), ...idle(entitlement)];
};

const ofClasses = ({ classes = [] }: Entitlement): readonly Text[] =>
  classes.map(({ class: name, seats: number }) =>
    text(`Clase ${quoted(name).es}: ${seats(number).es}.`, `Class ${quoted(name).en}: ${seats(number).en}.`),
  );

function idle({ kind, seats: fixed, members: each }: Entitlement): readonly Text[] {
  const found: Text[] = [];
  if (kind !== 'fixed' && fixed !== undefined)
    found.push(text(`Sin efecto: ${seats(fixed).es} fijos.`, `Without effect: ${seats(fixed).en} fixed.`));
  if (kind !== 'per-members' && each !== undefined)
    found.push(
      text(
        `Sin efecto: un puesto por cada ${members(each).es}.`,
        `Without effect: a seat for every ${members(each).en}.`,
      ),
    );
  return found;
}

type SeatClass = NonNullable<Statute['seats']>[number];
type Phase = SeatClass['voice'][number];

const inPhases = (what: Text, list: readonly Phase[]): Text => {
  if (list.length === 0) return text(`sin ${what.es}`, `no ${what.en}`);
  const where = allOf(list.map((phase) => phases[phase]));
  return text(`${what.es} en ${where.es}`, `${what.en} in ${where.en}`);
};

const seatReading: Reading = ({ seats = [] }) =>
  seats.length === 0
    ? [
        text(
          'Todos los puestos son titulares, con voz y voto en todo.',
          'All seats are full seats, with voice and vote throughout.',
        ),
      ]
    : seats.map(({ class: name, voice, vote }) => {
        const [speaks, votes] = [inPhases(text('voz', 'voice'), voice), inPhases(text('voto', 'vote'), vote)];
        return text(
          `Puestos ${classNames[name].es}: ${speaks.es}; ${votes.es}.`,
          `Seats that are ${classNames[name].en}: ${speaks.en}; ${votes.en}.`,
        );
      });

const doubleMembership: Reading = ({ doubleMembership = 'each' }) => [memberships[doubleMembership]];

const weights: Reading = ({ weights = 'seats' }) => [cardWeights[weights]];

const disputes: Reading = ({ disputes: { meanwhile } = { meanwhile: 'vacant' } }) => [disputed[meanwhile]];

export const peopleArticles = {
  offices,
  terms: termReading,
  rotation,
  jointSeats,
  parity,
  certifiers,
  committees,
  roll,
  founding,
  seals,
};
export const seatArticles = { entitlement, seats: seatReading, doubleMembership, weights, disputes };
