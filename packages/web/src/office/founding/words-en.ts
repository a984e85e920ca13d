import type { FoundingWords } from './words-es.ts';

export const en: FoundingWords = {
  title: 'Found an assembly',
  invitation: 'Invitation',
  invitationHow: 'The link that whoever runs this node gave you, or its last part. It founds one assembly.',
};
