import {
  aLot,
  amount,
  amountOrNone,
  cargo,
  confirmedBy,
  handOverId,
  handOverKind,
  handOverLine,
  place,
  sensitiveStock,
  signedByHand,
  siteKind,
  siteSaid,
  symbol,
} from '../../supply/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { choice, hash, list, optional, positive, publicKey, record, ref, text, time, yesNo } from '../fields.ts';

const supply = commandsOf('supply');

const registers = {
  NameItem: supply('NameItem', {
    by: ['officer'],
    article: 'supply',
    input: { symbol, title: text(80), unit: text(40), cargo, sensitive: optional(sensitiveStock) },
    acts: ['ItemNamed'],
    does: 'Gives an item its symbol, its unit and its cargo class; `sensitive`, where it could put people in danger that everybody knows how much is where.',
  }),
  RegisterSite: supply('RegisterSite', {
    by: ['officer'],
    article: 'supply',
    input: {
      kind: siteKind,
      ...siteSaid,
      location: optional(text(200)),
      publish: optional(yesNo),
    },
    acts: ['SiteRegistered'],
    does: 'Enters a depot, a clinic, a kitchen, a school or a neighbourhood; `location` lies beside the book, for members. `area` and `near` are for everybody and cannot be recalled, so `publish` must say so.',
  }),
  ChangeSite: supply('ChangeSite', {
    by: ['officer'],
    article: 'supply',
    input: {
      site: ref('SiteRegistered'),
      ...siteSaid,
      location: optional(text(200)),
      publish: optional(yesNo),
    },
    acts: ['SiteChanged'],
    does: 'Says anew what the registers say of a site: what is left out is said no more. `area` and `near` are for everybody, and `publish` must say so again.',
  }),
  CloseSite: supply('CloseSite', {
    by: ['officer'],
    article: 'supply',
    input: { site: ref('SiteRegistered') },
    acts: ['SiteClosed'],
    does: 'Ends a site; its hands end with it.',
  }),
  RegisterVehicle: supply('RegisterVehicle', {
    by: ['officer'],
    article: 'supply',
    input: {
      title: text(80),
      carries: list(record({ item: ref('ItemNamed'), quantity: amount }), 16),
      plate: optional(text(40)),
    },
    acts: ['VehicleRegistered'],
    does: 'Enters a vehicle and what it carries; `plate` lies beside the book, for officers.',
  }),
  WithdrawVehicle: supply('WithdrawVehicle', {
    by: ['officer'],
    article: 'supply',
    input: { vehicle: ref('VehicleRegistered') },
    acts: ['VehicleWithdrawn'],
    does: 'Ends a vehicle; its hands end with it.',
  }),
  EnrolHand: supply('EnrolHand', {
    by: ['officer'],
    article: 'supply.handDays',
    input: { of: place, key: publicKey, until: time },
    acts: ['HandEnrolled'],
    does: 'Lets a key sign hand-overs for a site or a vehicle, until a day.',
  }),
  WithdrawHand: supply('WithdrawHand', {
    by: ['officer'],
    article: 'supply.handDays',
    input: { hand: ref('HandEnrolled') },
    acts: ['HandWithdrawn'],
    does: 'Ends a hand before its day: a phone was lost, a crew has changed.',
  }),
  AnnounceContingent: supply('AnnounceContingent', {
    by: ['officer'],
    article: 'supply',
    input: { people: positive, from: time, until: time, about: optional(text(200)) },
    acts: ['ContingentAnnounced'],
    does: 'Enters that people are coming and for how long; how many exactly and `about` lie beside the book, for members.',
  }),
  OfferPlaces: supply('OfferPlaces', {
    by: ['officer'],
    article: 'supply',
    input: { site: ref('SiteRegistered'), what: choice('beds', 'meals'), count: positive, from: time, until: time },
    acts: ['PlacesOffered'],
    does: 'Enters how many beds, or meals a day, a site offers.',
  }),
  ReportRoadClosure: supply('ReportRoadClosure', {
    by: ['officer'],
    article: 'supply',
    input: {
      title: text(80),
      confirmed: yesNo,
      from: time,
      until: optional(time),
      place: optional(text(200)),
    },
    acts: ['RoadClosureReported'],
    does: 'Enters a closed road, whoever closed it; `place` lies beside the book, for members. Who said so is written nowhere.',
  }),
  WithdrawAnnouncement: supply('WithdrawAnnouncement', {
    by: ['officer'],
    article: 'supply',
    input: { announcement: ref('ContingentAnnounced or PlacesOffered or RoadClosureReported') },
    acts: ['AnnouncementWithdrawn'],
    does: 'Takes a contingent, places offered or a reported closure off the registers.',
  }),
} as const;

const stock = {
  ReceiveLot: supply('ReceiveLot', {
    by: ['officer'],
    article: 'supply',
    input: {
      item: ref('ItemNamed'),
      site: ref('SiteRegistered'),
      quantity: amount,
      from: text(120),
      document: optional(hash),
      bestBefore: optional(time),
    },
    acts: ['LotReceived'],
    does: 'Enters what came into a depot from outside; `document` is the hash of a delivery note.',
  }),
  CountStock: supply('CountStock', {
    by: ['officer', 'member', 'delegate'],
    article: 'supply.counters',
    input: { site: ref('SiteRegistered'), item: ref('ItemNamed'), round: positive, found: amountOrNone },
    acts: ['StockCounted'],
    records: ['stock-count'],
    does: 'Enters how many somebody has counted, hidden from everybody until enough others have counted too.',
  }),
  RecordLoss: supply('RecordLoss', {
    by: ['officer'],
    article: 'supply',
    input: { lot: aLot, at: place, quantity: amount, reason: text(200) },
    acts: ['LossRecorded'],
    does: 'Writes off what was lost, spoilt or stolen, with the reason.',
  }),
  ReverseLoss: supply('ReverseLoss', {
    by: ['officer'],
    article: 'supply',
    input: {
      loss: ref('LossRecorded or StockCounted or HandOverRecorded or HandOverReported'),
      lot: aLot,
      at: place,
      quantity: amount,
      reason: text(200),
    },
    acts: ['LossReversed'],
    does: 'Writes down that what had been written off has turned up.',
  }),
} as const;

const said = {
  id: handOverId,
  kind: handOverKind,
  from: place,
  to: place,
  lines: list(handOverLine, 24),
  trip: optional(ref('TripDispatched')),
  madeAt: time,
};

const handOvers = {
  RecordHandOver: supply('RecordHandOver', {
    by: ['anyone'],
    article: 'supply',
    input: { ...said, giver: optional(signedByHand), receiver: optional(signedByHand) },
    acts: ['HandOverRecorded', 'HandOverConfirmed', 'HandOverDisputed'],
    does: 'Enters a hand-over that a giver’s hand has signed, and a receiver’s; from whichever phone comes first, as often as it comes.',
  }),
  ReportHandOver: supply('ReportHandOver', {
    by: ['officer'],
    article: 'supply',
    input: { ...said, words: text(200) },
    acts: ['HandOverReported'],
    does: 'Enters a hand-over whose giver has no enrolled hand (any more), as provisional.',
  }),
  ConfirmHandOver: supply('ConfirmHandOver', {
    by: ['anyone'],
    article: 'supply',
    input: { handOver: ref('HandOverRecorded or HandOverReported'), by: confirmedBy },
    acts: ['HandOverConfirmed'],
    does: 'Brings the signature of the receiver’s own hand, or of an officer of the site’s assembly, over the same text.',
  }),
  CorrectHandOver: supply('CorrectHandOver', {
    by: ['anyone'],
    article: 'supply',
    input: {
      handOver: ref('HandOverRecorded or HandOverReported'),
      number: positive,
      lines: list(handOverLine, 24),
      giver: signedByHand,
      receiver: signedByHand,
    },
    acts: ['HandOverCorrected'],
    does: 'Brings other amounts for a hand-over, signed by hands of both places.',
  }),
  ProposeReportCorrection: supply('ProposeReportCorrection', {
    by: ['officer'],
    article: 'supply',
    input: { handOver: ref('HandOverReported'), number: positive, lines: list(handOverLine, 24), words: text(200) },
    acts: ['ReportCorrectionProposed'],
    does: 'Says how a hand-over was that an officer wrote down wrongly; the last word said counts, and moves nothing before another officer signs it.',
  }),
  SignReportCorrection: supply('SignReportCorrection', {
    by: ['officer'],
    article: 'supply',
    input: { handOver: ref('HandOverReported'), proposal: ref('ReportCorrectionProposed') },
    acts: ['ReportCorrected'],
    does: 'Answers, as another officer, for the correction of what was written down wrongly.',
  }),
} as const;

export const supplyCommands = { ...registers, ...stock, ...handOvers } as const;
