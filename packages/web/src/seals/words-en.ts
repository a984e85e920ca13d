import type { SealWords } from './words-es.ts';

export const en: SealWords = {
  acta: 'See the act in the book',
  done: 'Go on',
  waiting: 'Waiting for your signature',
  nothing: 'Nothing waits for your signature',
  others: 'Waiting for other signatures',
  act: (index) => `act ${index}`,
  progress: (signatures, needed) => `${signatures} of ${needed} ${needed === '1' ? 'signature' : 'signatures'}`,
  yours: 'You have signed',
  kinds: {
    MinutesApproved: 'Minutes approved',
    DelegatesElected: 'Election of delegates',
    DelegateRecalled: 'Recall of a delegate',
    SeatVacated: 'Seat that nobody holds any more',
    OfficeTurnTaken: 'Office taken by turn',
    MandateGiven: 'Mandate to the delegates',
    MandateDivided: 'Divided mandate to the delegates',
    AffiliationRequested: 'Request to belong',
    FoundingWitnessed: 'Witness of a founding',
    MotionForwarded: 'Motion sent up',
    MotionAnswered: 'Answer to a base about its motion',
    ConsultationAnswered: 'Answer to a consultation',
    MeasureJoined: 'Joining a measure, or leaving it',
    ChallengeRaised: 'Challenge to how a text was classified',
    SittingAsked: 'Request for a sitting',
    MinutesCorrected: 'Minutes corrected',
    RollCounted: 'Size of the roll',
    RollAuditOrdered: 'Order to check a roll by sample',
    RollAudited: 'Check of the roll by sample',
    AffiliationEnded: 'End of belonging to an assembly',
    BodyDissolved: 'Dissolution of the assembly',
    BodySplit: 'Division of the assembly',
    CommitteeFormed: 'Formation of a committee',
    CommitteeEnded: 'End of a committee',
    CommitteeReported: 'Report of the committee',
    PassKeyNamed: 'Key for safe-conducts',
    OfficerKeyLossConfirmed: 'Confirmation of a lost key',
    ElectionAttested: 'Word for another body’s election',
    OfficersElected: 'Hand-over to the new officers',
  },
  asked: 'Do you sign this act?',
  checking: 'This phone is checking the act…',
  noWords: 'This node cannot say this act in words. Read its exact text below.',
  document: 'Read the text that was approved',
  facts: { body: 'Assembly', act: 'Act', code: 'Code', when: 'Date', as: 'You sign as' },
  checked: 'Checked here',
  bytes: 'See what is signed, letter by letter',
  bytesHow:
    'This phone has worked out the hash of this leaf and signs the four lines that follow; nothing else. The act’s code comes from the same hash.',
  means: (needed) =>
    needed === '1'
      ? 'With your signature this act is sealed and counts before other assemblies.'
      : `Once ${needed} officers have signed, this act is sealed and counts before other assemblies.`,
  meansHandover:
    'With your signature those who leave hand over to those who come. Without it, that they are the officers rests on the node’s word alone.',
  sign: 'Sign',
  signing: 'Signing…',
  back: 'Back without signing',
  signed: 'Signed',
  sealed: 'Signed and sealed',
  othersMissing: (signatures, needed) =>
    `${signatures} of ${needed} signatures so far. Other officers are still to sign, each with their own device.`,
  unsent: {
    title: 'NOT SIGNED yet',
    how: 'It is not known that your signature has reached the node. It stays on this phone and goes out by itself once there is a network; trying again does not sign twice.',
  },
  objection: {
    title: 'Other bodies attest new officers',
    how: (office, until) =>
      `With the key of “${office}” that is on this phone you can object until ${until}. If you have handed over, do nothing.`,
    go: 'Object',
    ask: 'The election stands, and nobody takes it as handed over before the officers with you hand over or their term is over. It is not undone.',
    yes: 'Object with my key',
    no: 'Do not object',
    done: 'Objected',
    act: 'See why',
  },
  deviceFailed: 'This browser could not sign with your key. Nothing was signed.',
  notHere: 'This phone cannot sign it',
  noKey: (office, enrolled) =>
    `The key enrolled for “${office}” is ${enrolled}, and this phone has none of yours. Sign with the device on which you made it.`,
  otherKey: (enrolled, here) =>
    `The enrolled key is ${enrolled} and the one on this phone is ${here}: the book would not take your signature. Sign with the device on which you made the enrolled one.`,
  commandLine: 'If you made it on the command line, on that computer:',
  faults: {
    'no-leaf': 'What the node shows is no leaf of a book. Nothing is signed.',
    'other-place': 'The node shows a leaf of another place or another book. Do not sign: tell your assembly.',
    'other-act': 'The node shows another act than the one it asked you to sign. Do not sign: tell your assembly.',
    'other-leaf':
      'The hash that this phone has worked out is not the one that the node states. Do not sign: tell your assembly and show this screen.',
  },
  key: {
    title: 'Your key',
    why: 'Officers seal acts with a key made on their own device. Make it before the election.',
    make: 'Make my key on this phone',
    notKept:
      'This browser did not keep the key (a private window?). There is no key: try a normal window or another device.',
    show: 'Public key',
    give: 'Give it to whoever tables the election. It is not secret.',
    qr: 'The public key, for a camera',
    readOut: 'To read it out, four at a time. Capitals and small letters differ; the = at the end belongs to it.',
    copy: 'Copy the key',
    copied: 'Copied',
    enrolled: (office) => `Enrolled for “${office}”`,
    notEnrolled: 'Not yet enrolled for an office',
    otherEnrolled: 'Another key is enrolled',
    otherHow: (office, enrolled) =>
      `For “${office}” the book has the key ${enrolled}, not the one on this phone. Sign with the device on which you made it; if it is lost, tell your assembly.`,
    elsewhere: (office, enrolled) =>
      `The key enrolled for “${office}” is ${enrolled}, made on another device. A new key made here signs nothing until another election enrols it.`,
    none: {
      'not-https':
        'This page did not come over a secure connection (https), and without one the browser makes no keys and signs nothing.',
      'no-ed25519': 'This browser does not know Ed25519 keys. Chrome 137, Firefox 129, Safari 17 and later ones do.',
    },
    commandLine: 'You can make your key on a computer of yours and sign there with “cabildo sign”. It is made with:',
    file: 'key.pem',
    limits: 'What if I lose the phone',
    limitsHow: [
      'The key lives in this browser alone: nobody can take it out or copy it, you neither. Signing out does not delete it.',
      'It is lost if the browser’s data are deleted or the phone is lost. Some browsers delete by themselves what a page has kept if it is not visited for weeks: open it now and then.',
      'A lost key is replaced at the next election, or as the statute says. Tell your assembly at once: whoever has the phone unlocked could sign for you.',
    ],
  },
};
