import type { SupplyWords } from './words-es.ts';

export const en: SupplyWords = {
  title: 'Supply',
  how: 'What the committee receives, shares out and hands over. None of it depends on anybody’s attendance, votes or fines.',
  committees: 'Committees that bring goods to your assembly',
  committeesHow:
    'There its officers countersign what its sites ask for and confirm what came, with the key of their office.',
  another: 'Another assembly that you are signed in to',
  page: 'What everybody reads of this assembly',
  phone: 'Go to my assembly',
  signIn: 'Sign in to another assembly',
  areas: {
    board: {
      icon: 'book',
      title: 'Board',
      how: 'What is short, where, and for how many days there is enough.',
    },
    map: {
      icon: 'card',
      title: 'Map',
      how: 'Depots, sites and closures on your roads; mark a closure where it is.',
    },
    passes: {
      icon: 'shield',
      title: 'Safe-conducts',
      how: 'Write and revoke papers that open this assembly’s closures.',
    },
    registers: {
      icon: 'pen',
      title: 'Registers',
      how: 'Items, sites, vehicles, needs, stocks, closures, contingents; from a table too.',
    },
    plan: {
      icon: 'people',
      title: 'Rules and plan',
      how: 'Compare rules, take one to the vote, and the plan that follows from it.',
    },
    trips: {
      icon: 'next',
      title: 'Trips',
      how: 'Send vehicles out, and the sheet for whoever drives.',
    },
    'hand-over': {
      icon: 'hand',
      title: 'Hand-overs',
      how: 'Two phones sign what went from hand to hand, without a network too.',
    },
    'for-sites': {
      icon: 'pen',
      title: 'Sign for the sites',
      how: 'Officers of an assembly countersign what its sites ask for and confirm what came there.',
    },
    hands: {
      icon: 'key',
      title: 'Keys of whoever hands over',
      how: 'Which phones sign for which depot, vehicle or site.',
    },
    queue: {
      icon: 'people',
      title: 'Queue of the neighbourhood',
      how: 'Cards without names, an order drawn by lot, one portion a card; without a network too.',
    },
  },
};
