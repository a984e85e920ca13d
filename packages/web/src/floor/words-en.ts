import type { FloorWords } from './words-es.ts';

export const en: FloorWords = {
  ask: 'Ask for the floor',
  close: 'Close',
  about: (title) => `On: ${title}`,
  kinds: {
    speech: 'Speak',
    order: 'Point of order',
    reply: 'Reply',
    translation: 'Translate',
  },
  sector: 'For which sector you speak',
  woman: 'I am a woman (the list alternates)',
  speaking: (who) => `Speaking: ${who}`,
  number: (number) => `number ${number}`,
  waiting: (count) => `${count} waiting for the floor`,
  yours: (number) => `You are on the list: number ${number}`,
  next: 'You are next',
  place: (place) => `Place ${place} on the list`,
  now: 'You have the floor',
  left: 'left',
  over: 'over time',
  withdraw: 'I no longer want to speak',
  finish: 'I have finished',
  unsent: 'No network: your request has NOT arrived yet. Raise your hand.',
  secret: 'Who asked for the floor is deleted with attendance.',
};
