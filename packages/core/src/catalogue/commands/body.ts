import { statute } from '../../statute/fields.ts';
import { commandsOf } from '../command-entry.ts';
import {
  bodyName,
  choice,
  integer,
  list,
  member,
  origin,
  positive,
  publicKey,
  record,
  ref,
  signature,
  text,
  verifierKey,
} from '../fields.ts';

const body = commandsOf('body');
const roll = commandsOf('roll');
const officers = commandsOf('officers');
const affiliation = commandsOf('affiliation');
const book = commandsOf('book');

export const bodyCommands = {
  FoundBody: body('FoundBody', {
    by: ['operator'],
    article: 'founding',
    input: {
      name: bodyName,
      title: text(120),
      kind: choice('base', 'delegate', 'committee'),
      founder: record({ name: text(120), key: publicKey }),
      statute,
      provisionalDays: integer(1, 366),
    },
    acts: ['BodyFounded', 'StatuteAdopted'],
    records: ['member', 'card'],
    does: 'Founds a body with its first statute; the founder becomes its provisional convener.',
  }),
  WitnessFounding: body('WitnessFounding', {
    by: ['presidium', 'secretary'],
    article: 'founding',
    input: { neighbour: origin },
    acts: ['FoundingWitnessed'],
    does: 'Says in this body’s book that the neighbouring body was founded.',
  }),
  ProveFounding: body('ProveFounding', {
    by: ['presidium', 'secretary'],
    article: 'founding',
    input: { minutes: ref('MinutesApproved'), witnesses: list(origin, 8) },
    acts: ['BodyProven'],
    does: 'Ends the provisional time: founding minutes sealed, two neighbours have witnessed.',
  }),
  EnrolMember: roll('EnrolMember', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { name: text(120) },
    records: ['member'],
    does: 'Adds a person to the roll, under a random identifier of this body.',
  }),
  IssueCard: roll('IssueCard', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { member },
    records: ['card'],
    does: 'Makes a member card; every older card of that member is void.',
  }),
  ReplaceOfficerKey: officers('ReplaceOfficerKey', {
    by: ['officer'],
    article: 'seals',
    input: { office: text(40), newKey: publicKey, signature },
    acts: ['OfficerKeyReplaced'],
    does: 'Puts a new device key in the place of the officer’s old one, which signs the change.',
  }),
  AdmitAffiliate: affiliation('AdmitAffiliate', {
    by: ['convener'],
    article: 'rules.affiliation',
    input: { below: origin, key: verifierKey, title: text(120), entitlement: positive },
    acts: ['AffiliationAdmitted'],
    does: 'While a federation is being founded, admits a body that has asked for it; later only a motion can.',
  }),
  SignAct: book('SignAct', {
    by: ['officer', 'convener', 'outgoing-officer'],
    article: 'seals',
    input: { index: ref('the act'), signature },
    acts: ['ActSealed'],
    records: ['signature'],
    does: 'An officer signs an act with the own device key; with enough signatures the act is sealed. The election of new officers is signed by those whom it replaces.',
  }),
  AppointWitness: book('AppointWitness', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'witnesses',
    input: { name: text(120), key: verifierKey },
    acts: ['WitnessAppointed'],
    does: 'Names an outside witness whom this body believes about the age of heads.',
  }),
  RecordErasure: book('RecordErasure', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'publicity',
    input: { index: ref('any act'), slot: text(40) },
    acts: ['ErasureRecorded'],
    records: ['erasure'],
    does: 'Withdraws what was disclosed with an act; the commitment stays.',
  }),
} as const;
