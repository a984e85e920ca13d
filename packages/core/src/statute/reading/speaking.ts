import { allOf, minutes, quoted, type Reading, seconds } from './say.ts';
import { type Text, text } from './text.ts';
import { speakingGroups, speakingOrders } from './values.ts';

/** Whole minutes are said as such. */
const duration = (count: number): Text => (count % 60 === 0 ? minutes(count / 60) : seconds(count));

export const speaking: Reading = ({ speaking: rules = { order: 'as-asked' } }) => {
  const { order, seconds: own, group, sectors = [], parity, reply, translation } = rules;
  return [
    speakingOrders[order],
    ...(parity === true
      ? [
          text(
            'Mientras esperan mujeres y otras personas, se alternan.',
            'As long as women and others wait, they alternate.',
          ),
        ]
      : []),
    own === undefined
      ? text('Nadie tiene un tiempo medido.', 'Nobody’s time is measured.')
      : text(`Cada intervención dura hasta ${duration(own).es}.`, `A speech lasts up to ${duration(own).en}.`),
    ...(group === undefined
      ? []
      : [
          text(
            `En cada punto ${speakingGroups[group.of].es} tiene hasta ${duration(group.seconds).es}.`,
            `On each item ${speakingGroups[group.of].en} has up to ${duration(group.seconds).en}.`,
          ),
        ]),
    ...(sectors.length === 0 ? [] : [sectorsOf(allOf(sectors.map(quoted)))]),
    text('Una cuestión de orden interrumpe y va primero.', 'A point of order interrupts and comes first.'),
    reply === undefined
      ? text('No hay derecho a réplica.', 'There is no right of reply.')
      : text(
          `Hay derecho a réplica: ${duration(reply.seconds).es}.`,
          `There is a right of reply: ${duration(reply.seconds).en}.`,
        ),
    ...(translation === undefined
      ? []
      : [
          text(
            `Hay turnos de traducción: ${duration(translation.seconds).es}.`,
            `There are turns of translation: ${duration(translation.seconds).en}.`,
          ),
        ]),
  ];
};

const sectorsOf = ({ es, en }: Text): Text => text(`Los sectores: ${es}.`, `The sectors: ${en}.`);
