import type { ForSitesWords } from './words-es.ts';

export const en: ForSitesWords = {
  page: 'Sign for the sites',
  pageHow:
    'Officers of a site’s assembly sign for it with the key of their office, without being in the committee. Without a network what was signed waits here and goes out by itself.',
  noKey: 'There is no key of an office on this phone: it is made under “My key and my signatures” of your assembly.',
  nothing: 'There is nothing to sign for this committee now.',
  title: 'Needs to countersign',
  how: 'What the sites of your assembly ask for and it has not countersigned yet.',
  asks: (item, quantity, day) => `${item}: asks for ${quantity}, until ${day}`,
  sign: 'Countersign for the assembly',
  ask: (said) => `${said}. By signing, the assembly answers for what is asked. Sign?`,
  confirm: {
    sign: 'Sign for the assembly that it came so',
    ask: 'Your assembly answers for it that what stands here came, and the hand-over is provisional no more. Sign?',
  },
  yes: 'Yes, sign',
  failed:
    'The key of your office is no longer on this phone. Make another under “My key and my signatures” and have it enrolled.',
  refused: (place) => `The signature for ${place} was not accepted`,
};
