import type { ChoosingWords } from './words-es.ts';

export const en: ChoosingWords = {
  how: 'Type a part of the name; choose with the arrows or a finger.',
  found: (all) => (all === '1' ? 'There is 1.' : `There are ${all}.`),
  first: (shown, all) => `${shown} of ${all} are shown: type more to find another.`,
  none: 'None of that name.',
  seeking: 'Looking…',
  lost: 'No answer from the node; it is asked again.',
  clear: 'Choose another',
  find: 'Find in the list',
  page: (from, to, all) => `${from} to ${to} of ${all}`,
  before: 'Before',
  after: 'After',
  more: (count) => `Show ${count} more`,
  standing: {
    provisional: (until) => `unproven, until ${until}`,
    over: 'not proven in time: decides nothing',
    dissolved: 'dissolved',
    disputed: 'in dispute',
  },
};
