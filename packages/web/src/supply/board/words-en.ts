import type { BoardWords } from './words-es.ts';

export const en: BoardWords = {
  title: 'Board',
  nothing: 'There is no item in the registers yet.',
  items: 'Items',
  came: 'Handed over of it',
  missing: 'Still to bring',
  depots: 'In depots',
  vehicles: 'On the way',
  cover: 'Enough for',
  short: (amount) => `${amount} are missing and not there`,
  enough: 'There is enough for what is missing',
  noNeed: 'Nobody asks for it',
  lasts: (days, isLess) =>
    isLess ? { one: 'less than a day', other: 'less than a day' } : { one: `${days} day`, other: `${days} days` },
  bar: (came, wanted) => `${came} of ${wanted} handed over`,
  where: 'Where it is short',
  missingUntil: (missing, wanted, day) => `${missing} of ${wanted} are missing, until ${day}`,
  nobodyShort: 'Nobody waits for anything: all that was asked for has been handed over.',
  over: (declared, found) => `Asked for ${declared} before, and ${found} were found`,
  notShown: 'Not shown yet',
  notShownHow: 'More left here than the book has seen come: somebody still has a hand-over on their phone.',
  notShownLine: (place, amount, item) => `${place}: ${amount} of ${item}`,
};
