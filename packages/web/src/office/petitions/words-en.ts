import type { PetitionWords } from './words-es.ts';

export const en: PetitionWords = {
  title: 'Petitions for recall',
  how: 'Whoever belongs to this assembly can ask for a vote on whether somebody stays in office. It is signed on a phone or on paper. The book never says who signed.',
  none: 'There is no petition.',
  whom: {
    delegate: (seat, body) => `Delegate to ${body}, seat ${seat}`,
    officer: (office) => `Office: ${office}`,
    presidium: 'The whole presidium',
    'public-office': (office) => `Public office: ${office}`,
  },
  signatures: (signed, needed, of) => `${signed} of ${needed} signatures, of ${of} people`,
  parts: (phones, paper) => `${phones} on phones, ${paper} on paper`,
  until: (time) => `It can be signed until ${time}.`,
  over: 'Its time ran out without the signatures.',
  reached: 'It has its signatures',
  act: (index) => `act ${index}`,
  due: (time) =>
    `The sitting must be convened by ${time}. After that day anyone who belongs to the assembly may convene it.`,
  sitting: 'See the sitting that was convened',
  onRecord: 'It is on record. A public office is recalled by its own law.',
  sign: 'Sign',
  signAsk:
    'Your signature cannot be taken back. Nobody sees who signed, except whoever runs the server; those who count the paper can ask about a name, so that nobody signs twice.',
  signYes: 'Yes, I sign',
  no: 'No',
  signed: 'You have signed',
  waits: 'Kept on this phone. It does NOT count yet: it is sent when there is a network.',
  inBook: 'It went out: it is in the book. The list will show it in a moment.',
  paper: {
    title: 'Count the signatures on paper',
    how: 'Two people count, apart; neither sees the other’s number until both are there.',
    round: (round) => `Count ${round}`,
    who: 'Signed on a phone already?',
    whoHow: 'Type a part of the name on the list. Whoever signed on a phone is struck from the paper.',
    ask: 'Look up',
    nobody: 'Nobody on the roll has that name.',
    strike: 'Strike it: signed on a phone already',
    counts: 'Counts on paper',
    number: 'Signatures on paper that count',
    send: 'Enter my count',
    entered: 'Your count is entered. The other person’s is still missing.',
  },
  convene: {
    title: 'Convene the sitting',
    place: 'Place',
    startsAt: 'Day and hour',
    kind: 'Kind of sitting',
    kinds: { ordinary: 'Ordinary', extraordinary: 'Extraordinary', enlarged: 'Enlarged' },
    send: 'Convene',
    item: (whom) => `Recall. ${whom}`,
  },
  recalled: 'The assembly has recalled',
  present: {
    how: (body) =>
      `Show it in ${body}: from that moment the seat no longer counts, in an open vote too. Anybody may show it.`,
    send: 'Show the recall above',
    done: 'Shown: the seat no longer counts for whoever held it.',
  },
  open: {
    title: 'Open a petition',
    about: 'About whom',
    nobody:
      'Now there is nobody it could be about: the statute has no petition, one is open already, or nobody is in office.',
    send: 'Open the petition',
    how: 'Who opens it is not written.',
  },
};
