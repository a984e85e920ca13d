import type { FoundingWords } from './words-es.ts';

export const en: FoundingWords = {
  title: 'Found an assembly',
  need: 'Somebody runs this node. With their invitation you found an assembly and convene it for the first time; once the assembly has elected its officers you are a member like any other.',
  invitation: 'Invitation',
  invitationHow: 'The link that you were given, or its last part.',
  noInvitation: 'This is no invitation: copy the whole link, to its last letter.',
  go: 'Go on',
  other: 'Use another invitation',
  usedUp: (name) => `This invitation has founded “${name}” already.`,
  toFirstSteps: 'Go on with its first steps',
  guide: 'Guide: your first assembly, step by step',
  step: (now, all) => `Step ${now} of ${all}`,
  invited: (node, until) => `Invitation of the node ${node}, until ${until}.`,
  kind: 'Who meets?',
  kinds: {
    base: 'People: neighbours, members, workers (base assembly)',
    delegate: 'Delegates of other assemblies (federation, congress)',
  },
  bodyTitle: 'Name',
  bodyTitleHow: 'As you call it, for example Villa Ingenio neighbourhood council.',
  bodyName: 'Name in addresses',
  bodyNameHow: (origin) =>
    `Letters without accents, figures and hyphens. It never changes: its book will be ${origin}.`,
  founder: 'Your name',
  founderHow: 'It stays on this node, beside the book; acts have a random number.',
  offset: 'Hour of the place',
  offsetHow: 'Against universal time. In Bolivia UTC−4.',
  toStatute: 'Choose the statute',
  missing: {
    title: 'The assembly’s name is missing.',
    name: 'Two letters or figures at least are missing; only a–z, 0–9 and hyphen.',
    founder: 'Your name is missing.',
    key: 'A public key is missing: 44 letters and figures that end in “=”.',
  },
  statute: 'Statute',
  statuteHow:
    'Rules to begin with. The assembly changes them whenever it wants, by the majority that they ask for themselves.',
  template: 'Choose one',
  ownStatute: 'One of our own, from a file',
  ownFile: 'File of the statute',
  ownFileHow: 'In JSON, as the editor of statutes saves it:',
  editor: 'open the editor',
  notJson: 'This file is no JSON. Save it again from the editor.',
  read: (title) => `Read: ${title}`,
  provisional: (founder, days) =>
    `Convenes, provisionally: ${founder}. Within ${days} days the assembly has to have met, elected its officers and proved its founding with two neighbouring assemblies; until then it is shown as “unproven”.`,
  key: 'Your public key',
  keyHow:
    'Without https this browser can keep no key. Make it on your computer with “npx cabildo key new --out key.pem” and copy what it shows.',
  keyNotKept:
    'This browser did not keep the key with which you will sign (a private window?). Use another window and begin again with the same link.',
  found: (title) => `Found ${title}`,
  foundHow: 'The first thing that is written in the minutes book: nobody erases it afterwards.',
  founded: 'Founded',
  card: 'You could not be signed in yet. Write down these seven words: they are your card, and are shown only now.',
};
