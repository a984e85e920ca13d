import { actsOf } from '../entry.ts';
import {
  choice,
  count,
  elsewhere,
  hash,
  list,
  optional,
  origin,
  positive,
  publicKey,
  record,
  ref,
  signature,
  text,
  time,
  verifierKey,
  yesNo,
} from '../fields.ts';

const book = actsOf('book', 'implemented');
const supply = actsOf('supply', 'planned');
const accounts = actsOf('accounts', 'planned');

export const ActSealed = book('ActSealed', {
  by: ['officer', 'convener', 'outgoing-officer'],
  article: 'seals',
  data: {
    index: ref('the sealed act'),
    leaf: hash,
    officers: ref('OfficersElected or BodyFounded'),
    signatures: list(record({ key: publicKey, office: text(40), signature }), 8),
  },
  effect: 'The act carries enough officers’ own signatures: it takes effect in other bodies.',
});

export const WitnessAppointed = book('WitnessAppointed', {
  by: ['convener', 'presidium', 'secretary'],
  article: 'witnesses',
  data: { name: text(120), key: verifierKey },
  effect: 'This body believes this outside witness about the age of heads.',
  reversedBy: 'WitnessDismissed',
});

export const WitnessDismissed = book('WitnessDismissed', {
  by: ['vote'],
  article: 'witnesses',
  data: { witness: ref('WitnessAppointed'), vote: ref('VoteOpened') },
  effect: 'The body believes this witness no more.',
});

export const ErasureRecorded = book('ErasureRecorded', {
  by: ['secretary', 'presidium', 'convener'],
  article: 'publicity',
  data: { index: ref('any act'), slot: text(40) },
  effect: 'What was disclosed there is withdrawn and deleted; the commitment stays.',
});

export const RefusalMinuted = book('RefusalMinuted', {
  by: ['statute'],
  article: 'minutes.refusals',
  data: { command: text(60), code: text(60), refusedBy: text(80) },
  effect: 'The body asked that refusals be minuted: what was refused, under which article. It changes nothing.',
});

export const BookSucceeded = book('BookSucceeded', {
  by: ['operator'],
  article: 'book',
  data: { predecessor: origin, size: count, root: hash },
  effect: 'This book goes on from a lost one, whose last known head this is.',
});

export const ForkRecorded = book('ForkRecorded', {
  by: ['anyone'],
  article: 'book',
  data: {
    origin,
    /** SHA-256 of the two signed heads, as this node keeps and shows them. */
    heads: list(hash, 2),
  },
  effect: 'Two signed heads of one book that cannot both be true are kept as evidence.',
});

export const ActRegularised = book('ActRegularised', {
  by: ['vote', 'statute'],
  article: 'calls',
  data: {
    act: ref('SittingEnteredLate or IrregularityRecorded'),
    decision: optional(positive),
    vote: ref('VoteOpened'),
  },
  effect:
    'What was done irregularly has effect from now on: the same text was decided anew, in a sitting that could, and ratified where its matter needs it.',
});

export const SiteRegistered = supply('SiteRegistered', {
  by: ['officer'],
  article: 'supply',
  data: { site: text(80), kind: text(40), peopleServed: count, class: count },
  discloses: { location: 'members' },
  effect: 'A plant, depot, clinic, kitchen, school, shelter or neighbourhood takes part in the sharing.',
});

export const NeedDeclared = supply('NeedDeclared', {
  by: ['officer'],
  article: 'supply',
  data: { site: ref('SiteRegistered'), item: text(40), quantity: count, until: time },
  effect: 'A site needs this much until then, capped by people served and the voted standard.',
});

export const StockCounted = supply('StockCounted', {
  by: ['teller'],
  article: 'supply',
  data: { site: ref('SiteRegistered'), item: text(40), counts: list(count, 2) },
  effect: 'Two people counted the stock.',
});

export const SharingRuleAdopted = supply('SharingRuleAdopted', {
  by: ['vote'],
  article: 'supply',
  data: { vote: ref('VoteClosed'), rule: hash },
  effect: 'From now on this rule says who gets what.',
});

export const AllocationAdopted = supply('AllocationAdopted', {
  by: ['vote', 'officer'],
  article: 'supply',
  data: { rule: ref('SharingRuleAdopted'), inputs: hash, plan: hash },
  effect: 'This plan, which anyone can recompute from its inputs and the rule, is carried out.',
});

export const TripDispatched = supply('TripDispatched', {
  by: ['officer'],
  article: 'supply',
  data: { plan: ref('AllocationAdopted'), cargo: list(record({ item: text(40), quantity: count }), 32) },
  discloses: { route: 'members' },
  effect: 'Goods leave the stock and are in transit.',
});

export const HandOverRecorded = supply('HandOverRecorded', {
  by: ['officer'],
  article: 'supply',
  data: { trip: ref('TripDispatched'), item: text(40), given: count, received: count, provisional: yesNo },
  effect: 'Giver and receiver both signed what changed hands, and what was missing.',
});

export const LossRecorded = supply('LossRecorded', {
  by: ['officer'],
  article: 'supply',
  data: { item: text(40), quantity: count, reason: text(200) },
  effect: 'What was lost is written down, so that the sum holds.',
});

export const LotOffered = supply('LotOffered', {
  by: ['officer'],
  article: 'supply',
  data: { to: origin, item: text(40), quantity: count },
  sealed: true,
  effect: 'A lot may pass to another committee’s book once that accepts it.',
});

export const LotAccepted = supply('LotAccepted', {
  by: ['officer'],
  article: 'supply',
  data: { offer: elsewhere, item: text(40), quantity: count },
  cites: ['LotOffered'],
  sealed: true,
  effect: 'The lot belongs to this book now.',
});

export const EntryBooked = accounts('EntryBooked', {
  by: ['officer'],
  article: 'accounts',
  data: { debit: text(80), credit: text(80), amount: count, commodity: text(20), receipt: hash },
  effect: 'Money or goods moved from one account to another.',
});

export const AccountsReported = accounts('AccountsReported', {
  by: ['officer'],
  article: 'rules.accounts',
  data: { from: time, until: time, journal: hash, vote: ref('VoteClosed'), outcome: choice('approved', 'rejected') },
  effect: 'The assembly approved or rejected the accounts.',
});
