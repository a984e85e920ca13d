import type { ActData } from '@cabildo/core';
import type { Saying, SupplySentences } from './sentence.ts';

type Lines = ActData<'HandOverRecorded'>['lines'];

const amounts = (lines: Lines, say: Saying): string => {
  const sum = (of: (line: Lines[number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  const [given, received, damaged] = [sum((one) => one.given), sum((one) => one.received), sum((one) => one.damaged)];
  const missing = given === received ? '' : `, ${say.goods(given - received)} missing`;
  const bad = damaged === 0 ? '' : `, ${say.goods(damaged)} damaged`;
  return `given ${say.goods(given)}, received ${say.goods(received)}${missing}${bad}`;
};

const rules: Readonly<Record<ActData<'SharingRuleAdopted'>['rule'], string>> = {
  leximin: 'to all the same part of what they need',
  proportional: 'in proportion to what they need',
  'equal-awards': 'to all the same amount',
  'equal-losses': 'all lack the same amount',
  talmud: 'first up to half alike, then alike what is lacking',
};

/** How many are coming, as everybody is told. */
const sizes: Readonly<Record<NonNullable<ActData<'ContingentAnnounced'>['size']>, string>> = {
  tens: 'Tens of people',
  hundreds: 'Hundreds of people',
  thousands: 'Thousands of people',
  'ten-thousands': 'Tens of thousands of people',
};

export const englishSupply: SupplySentences = {
  ItemNamed: ({ symbol, title, unit, sensitive }, say) =>
    `“${title}” (${symbol}) is shared out, counted by ${unit}.${sensitive === undefined ? '' : ` How much is where is sensitive: pages show it, if at all, in steps of ${say.number(sensitive.step)}.`}`,
  SiteRegistered: ({ title, area }) => `“${title}”${area === undefined ? '' : ` (${area})`} takes part in the sharing.`,
  SiteChanged: ({ title, area }) =>
    `What is said of “${title}”${area === undefined ? '' : ` (${area})`} in the sharing changes.`,
  SiteClosed: ({ site }, say) => `${say.thing(site)} takes part no more; its keys sign no more.`,
  VehicleRegistered: ({ title }) => `The vehicle “${title}” carries goods.`,
  VehicleWithdrawn: ({ vehicle }, say) => `${say.thing(vehicle)} carries no more; its keys sign no more.`,
  HandEnrolled: ({ of, until }, say) => `A key signs hand-overs for ${say.thing(of)} until ${say.time(until)}.`,
  HandWithdrawn: ({ hand }, say) => `${say.thing(hand)} signs no more; what it has signed stands.`,
  LotReceived: ({ item, quantity, from }, say) => `${say.goods(quantity)} of ${say.thing(item)} came in, from ${from}.`,
  StockCounted: ({ item, counts, recorded, missing, found }, say) => {
    const lost = missing.reduce((sum, { quantity }) => sum + quantity, 0);
    const told = found !== undefined ? `${say.goods(found)} too many` : `${say.goods(lost)} missing`;
    const as = found === undefined && lost === 0 ? 'as in the book' : `the book said ${say.goods(recorded)}: ${told}`;
    return `${say.thing(item)} was counted: ${say.list(counts.map((count) => say.goods(count)))}; ${as}.`;
  },
  LossRecorded: ({ lot, quantity, reason }, say) => `${say.goods(quantity)} of ${say.thing(lot)} were lost: ${reason}.`,
  LossReversed: ({ lot, quantity, reason }, say) =>
    `${say.goods(quantity)} of ${say.thing(lot)} that had been written off have turned up: ${reason}.`,
  ContingentAnnounced: ({ people, size, from, until }, say) =>
    `${people === undefined ? `${sizes[size ?? 'tens']} are` : say.many(people, 'person is', 'people are')} coming, from ${say.time(from)} to ${say.time(until)}, and need beds and meals.`,
  PlacesOffered: ({ site, what, count, from, until }, say) =>
    `${say.thing(site)} offers ${say.number(count)} ${what === 'beds' ? 'beds' : 'meals a day'}, from ${say.time(from)} to ${say.time(until)}.`,
  AnnouncementWithdrawn: ({ announcement }, say) => `What ${say.thing(announcement)} says holds no more.`,
  RoadClosureReported: ({ title, confirmed }) =>
    `A road is reported closed: ${title}${confirmed ? '' : ' (not confirmed)'}.`,
  HandOverRecorded: ({ from, to, lines, provisional }, say) =>
    `Hand-over from ${say.thing(from)} to ${say.thing(to)}: ${amounts(lines, say)}. ${provisional ? 'Only the giver has signed: provisional.' : 'Both sides have signed.'}`,
  HandOverReported: ({ from, to, lines, words }, say) =>
    `The officers write down a hand-over from ${say.thing(from)} to ${say.thing(to)}, provisional: ${amounts(lines, say)}. ${words}`,
  HandOverConfirmed: ({ handOver, by }, say) =>
    `${say.thing(handOver)} is confirmed: ${by.kind === 'hand' ? 'whoever received it has signed' : `an officer of ${say.body(by.book)} has signed`}.`,
  HandOverCorrected: ({ handOver, lines }, say) =>
    `Both sides correct ${say.thing(handOver)}: ${amounts(lines, say)}. What was there before stays to be read.`,
  ReportCorrectionProposed: ({ handOver, lines, words }, say) =>
    `An officer says that ${say.thing(handOver)} was written down wrongly, and that it was: ${amounts(lines, say)}. ${words} Nothing changes until another officer signs it.`,
  ReportCorrected: ({ handOver, lines }, say) =>
    `Two officers correct what was written down of ${say.thing(handOver)}: ${amounts(lines, say)}. It stays provisional; what stood before stays to be read.`,
  HandOverDisputed: ({ handOver, other }, say) =>
    `Of ${say.thing(handOver)} there is another signed version: ${amounts(other.lines, say)}. It moves nothing until one is corrected.`,
  NeedDeclared: ({ site, item, quantity, until }, say) =>
    `${say.thing(site)} needs ${say.number(quantity)} of ${say.thing(item)} until ${say.time(until)}.`,
  NeedCountersigned: ({ need, officer }, say) =>
    `An officer of ${say.body(officer.book)} has signed ${say.thing(need)}.`,
  NeedFoundOver: ({ need, declared, found }, say) =>
    `Of ${say.thing(need)}, ${say.number(declared)} were declared and ${say.number(found)} found to be needed.`,
  SharingRuleAdopted: ({ rule }) => `The assembly adopts the rule of sharing: ${rules[rule]}.`,
  PlanAdopted: ({ parts, replaces, until }, say) =>
    `A plan of sharing is adopted, in ${say.many(parts.length, 'part', 'parts')}${until === undefined ? '' : `; it holds until ${say.time(until)}`}.${replaces === undefined ? '' : ` It replaces ${say.thing(replaces)}; what was handed over stays.`}`,
  AllocationAdopted: ({ part, parts, lines }, say) =>
    `Part ${say.number(part)} of ${say.number(parts)} of the plan: ${say.many(lines.length, 'allotment', 'allotments')}, ${say.goods(lines.reduce((sum, { quantity }) => sum + quantity, 0))} in all.`,
  TripDispatched: ({ vehicle, lines }, say) =>
    `${say.thing(vehicle)} leaves with ${say.goods(lines.reduce((sum, { quantity }) => sum + quantity, 0))} for ${say.many(new Set(lines.map(({ site }) => site)).size, 'site', 'sites')}.`,
  TripEnded: ({ trip }, say) => `${say.thing(trip)} is over.`,
  LotOffered: ({ lot, quantity, to, until }, say) =>
    `${say.goods(quantity)} of ${say.thing(lot)} are offered to ${say.body(to)} until ${say.time(until)}; meanwhile nobody here allocates them.`,
  LotAccepted: ({ offer, quantity }, say) =>
    `${say.goods(quantity)} are accepted from ${say.body(offer.book)}: the lot belongs to this book.`,
  LotDeclined: ({ offer }, say) => `The lot that ${say.body(offer.book)} offered is not accepted.`,
  LotPassed: ({ offer, acceptance }, say) =>
    `${say.body(acceptance.book)} has accepted ${say.thing(offer)}: the lot belongs to its book.`,
  OfferLapsed: ({ offer, declined, succeeded }, say) =>
    succeeded === undefined
      ? `${declined === undefined ? 'Nobody accepted in time' : `${say.body(declined.book)} does not accept`} ${say.thing(offer)}: the lot is free again.`
      : `The end of the book to which it was offered (${say.thing(offer)}) was lost, and nobody can accept it in the one that goes on from it, of ${say.body(succeeded)}: the lot is free again.`,
};
