import { days, type Reading } from './say.ts';
import { text } from './text.ts';
import { allocators } from './values.ts';

const supply: Reading = ({ supply: rules = { allocation: 'vote' } }) => {
  const { allocation, counters = 2, allocationDays, handDays = 30 } = rules;
  return [
    allocators[allocation],
    text(
      `Las existencias las cuentan ${counters} personas, sin ver lo que contaron las otras.`,
      `Stocks are counted by ${counters} people, none seeing another’s number.`,
    ),
    allocationDays === undefined
      ? text('Un plan vale hasta que otro lo reemplace.', 'A plan holds until another replaces it.')
      : text(`Un plan vale ${days(allocationDays).es}.`, `A plan holds for ${days(allocationDays).en}.`),
    text(
      `Una llave firma entregas por ${days(handDays).es} a lo más.`,
      `A key signs hand-overs for at most ${days(handDays).en}.`,
    ),
  ];
};

export const supplyArticles = { supply };
