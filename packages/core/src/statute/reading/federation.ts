import { above, allOf, bodies, days, fraction, months, type Reading } from './say.ts';
import { type Text, text } from './text.ts';
import { bindings, matterNames, ofAnswers, silences, tiers } from './values.ts';

const mandates: Reading = ({ mandates: { binding, days: wait, answers, report } }) => [
  bindings[binding],
  ...waiting(wait, answers),
  ...(report === undefined
    ? []
    : [
        text(
          `Sus delegados informan dentro de ${days(report).es} de cada sesión de arriba; si no, cualquiera del padrón puede convocar.`,
          `Its delegates report within ${days(report).en} of each sitting above; if not, any member may convene.`,
        ),
      ]),
];

function waiting(wait: number | undefined, answers: number | undefined): readonly Text[] {
  if (wait === undefined && answers === undefined)
    return [
      text(
        'Lo que se mandó a las bases se puede votar en seguida.',
        'What was referred to the bases may be voted at once.',
      ),
    ];
  return [
    ...(wait === undefined
      ? []
      : [
          text(
            `Lo que se mandó a las bases no se vota antes de ${days(wait).es}.`,
            `What was referred to the bases is not voted before ${days(wait).en} have passed.`,
          ),
        ]),
    ...(answers === undefined
      ? []
      : [
          text(
            `Antes tienen que haber dicho qué mandan: ${bodies(answers).es}.`,
            `What they mandate must have been said before by: ${bodies(answers).en}.`,
          ),
        ]),
  ];
}

const recall: Reading = ({ recall: { monthsBefore, petition, days: within } }) => [
  monthsBefore === 0
    ? text('Un delegado se puede revocar en cualquier momento.', 'A delegate can be recalled at any time.')
    : text(
        `Un delegado se puede revocar pasados ${months(monthsBefore).es} de su gestión.`,
        `A delegate can be recalled once ${months(monthsBefore).en} of the term have passed.`,
      ),
  petition === undefined
    ? text(
        'Sólo la directiva pone una revocatoria en la convocatoria.',
        'Only the officers put a recall into the notice.',
      )
    : text(
        `Un pedido de ${fraction(petition).es} de los miembros obliga a tratar una revocatoria.`,
        `A petition of ${fraction(petition).en} of the members forces a recall to be taken up.`,
      ),
  ...petitionDays(petition !== undefined, within),
];

function petitionDays(petition: boolean, within: number | undefined): readonly Text[] {
  if (within === undefined)
    return petition ? [text('No se fija plazo para esa sesión.', 'No time is set for that sitting.')] : [];
  const { es, en } = days(within);
  return petition
    ? [text(`Esa sesión es dentro de ${es}.`, `That sitting is within ${en}.`)]
    : [text(`Sin efecto: el plazo de ${es} para un pedido.`, `Without effect: the time of ${en} for a petition.`)];
}

const ratification: Reading = ({ ratification }) => {
  const { matters, of, days: within, silence = 'neither', through = 'affiliates', challengeDays = 0 } = ratification;
  const waits = allOf(
    [...new Set<keyof typeof matterNames>(['pact', 'lifting', ...matters])].map((name) => matterNames[name]),
  );
  const share = above(ratification);
  return [
    text(
      `En una asamblea de delegados, quedan en suspenso hasta que respondan las bases: ${waits.es}.`,
      `In an assembly of delegates these are suspended until the bases have answered: ${waits.en}.`,
    ),
    text(
      `Se ratifica con el sí de ${share.es} ${ofAnswers[of].es}, dentro de ${days(within).es}.`,
      `Ratified by the yes of ${share.en} ${ofAnswers[of].en}, within ${days(within).en}.`,
    ),
    silences[silence],
    tiers[through],
    challengeDays === 0
      ? text('Después del cierre ninguna respuesta se reabre.', 'After the close no answer is reopened.')
      : text(
          `Después del cierre, una impugnación puede reabrir una respuesta durante ${days(challengeDays).es}.`,
          `After the close a challenge may reopen an answer for ${days(challengeDays).en}.`,
        ),
  ];
};

const alwaysPassing = text(
  'Pasan siempre: enfermos, ambulancias, oxígeno y medicinas.',
  'These always pass: patients, ambulances, oxygen and medicine.',
);

const essential: Reading = ({ essential = [] }) => {
  if (essential.length === 0)
    return [
      text(
        'El estatuto no nombra más servicios que ninguna medida toca.',
        'The statute names no further services that no measure touches.',
      ),
      alwaysPassing,
    ];
  const names = essential.join('; ');
  return [text(`Ninguna medida toca: ${names}.`, `No measure touches: ${names}.`), alwaysPassing];
};

export const federationArticles = { mandates, recall, ratification, essential };
