import type { OfficeWords } from './words-es.ts';

export const en: OfficeWords = {
  title: 'Office',
  how: 'What is prepared at a table, before or after the sitting.',
  phone: 'Go to my assembly',
  sittingOf: (place, time) => `${place}, ${time}`,
  areas: {
    waiting: {
      title: 'What waits for me',
      how: 'Sittings, votes, signatures, mandates, reports and petitions that fall to you; and the week’s sheet to put up.',
    },
    mail: {
      title: 'Notices by e-mail',
      how: 'Have the assembly write to you when something waits, if you like; and the assembly’s mail server.',
    },
    candidates: {
      title: 'Candidates',
      how: 'Who stands in the election of a sitting. Stand, or withdraw, until the vote is opened.',
    },
    founding: {
      title: 'Found an assembly',
      how: 'Name, statute, roll, cards and first convocation. It takes the invitation of whoever runs this node.',
    },
    'first-steps': {
      title: 'First steps',
      how: 'Roll, cards and first convocation; proving the founding, and belonging to a federation.',
    },
    accreditation: {
      title: 'Commission of credentials',
      how: 'Check the credentials of those who come to an assembly of delegates, without a network too.',
    },
    delegations: {
      title: 'Our delegations',
      how: 'Mandates and reports of those whom this assembly sent to another; reporting to the base.',
    },
    accounts: {
      title: 'Accounts',
      how: 'Book what comes in and what goes out, reverse, check a receipt, and report to the assembly.',
    },
    consultations: {
      title: 'Consultations and motions sent up',
      how: 'Ask the bases and close the consultation; answer the motions that they send, and bring back what was answered above.',
    },
    petitions: {
      title: 'Petitions for recall',
      how: 'Sign for a vote on whether somebody stays in office, and see how many have signed.',
    },
    statute: {
      title: 'Change the statute',
      how: 'Read it, change it as a draft, see what contradicts itself and what would have happened, and take it to a sitting.',
    },
    'new-statute': {
      title: 'Write a new statute',
      how: 'From a template, for an assembly that is to be founded. Nobody signs in.',
    },
  },
};
