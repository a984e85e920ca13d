import { aLot, allotment, amount, amountOrNone, signedByHand, signedByOfficer } from '../../supply/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { choice, elsewhere, hash, list, optional, origin, positive, ref, text, time } from '../fields.ts';

const supply = commandsOf('supply');

export const supplyOrderCommands = {
  DeclareNeed: supply('DeclareNeed', {
    by: ['anyone'],
    article: 'supply',
    input: {
      site: ref('SiteRegistered'),
      item: ref('ItemNamed'),
      quantity: amount,
      until: time,
      signed: optional(signedByHand),
    },
    acts: ['NeedDeclared'],
    does: 'Enters what a site needs until then: an officer of the committee, or whoever brings the signature of the site’s hand.',
  }),
  CountersignNeed: supply('CountersignNeed', {
    by: ['anyone'],
    article: 'supply',
    input: { need: ref('NeedDeclared'), officer: signedByOfficer },
    acts: ['NeedCountersigned'],
    does: 'Brings the signature of an officer of the site’s assembly under a need.',
  }),
  RecordOverDeclaration: supply('RecordOverDeclaration', {
    by: ['officer'],
    article: 'supply',
    input: {
      need: ref('NeedDeclared'),
      found: amountOrNone,
      countedBy: choice('committee', 'assembly', 'both'),
    },
    acts: ['NeedFoundOver'],
    does: 'Writes down that less was needed than was declared, and who looked.',
  }),
  AdoptPlan: supply('AdoptPlan', {
    by: ['officer'],
    article: 'supply.allocation',
    input: {
      rule: ref('SharingRuleAdopted'),
      problem: hash,
      plan: hash,
      parts: list(hash, 96),
      replaces: optional(ref('PlanAdopted')),
    },
    acts: ['PlanAdopted'],
    does: 'Adopts a plan by the voted rule, where the statute leaves that to the officers.',
  }),
  EnterAllocation: supply('EnterAllocation', {
    by: ['officer'],
    article: 'supply.allocation',
    input: { plan: ref('PlanAdopted'), part: positive, lines: list(allotment, 64) },
    acts: ['AllocationAdopted'],
    does: 'Enters one part of an adopted plan; its lines must be those that were adopted, and there must be as much.',
  }),
  DispatchTrip: supply('DispatchTrip', {
    by: ['officer'],
    article: 'supply',
    input: {
      plan: ref('PlanAdopted'),
      vehicle: ref('VehicleRegistered'),
      lines: list(allotment, 32),
      hand: ref('HandEnrolled'),
      route: optional(text(400)),
    },
    acts: ['TripDispatched'],
    does: 'Sends a vehicle out with lines of a plan; `route` lies beside the book, for members.',
  }),
  EndTrip: supply('EndTrip', {
    by: ['officer'],
    article: 'supply',
    input: { trip: ref('TripDispatched') },
    acts: ['TripEnded'],
    does: 'Ends a trip: what it did not bring may go with another.',
  }),
  OfferLot: supply('OfferLot', {
    by: ['officer'],
    article: 'supply',
    input: { lot: aLot, site: ref('SiteRegistered'), quantity: amount, to: origin, until: time },
    acts: ['LotOffered'],
    does: 'Offers what is free of a lot to another body’s committee, until a time before which it cannot be taken back.',
  }),
  AcceptLot: supply('AcceptLot', {
    by: ['officer'],
    article: 'supply',
    input: { offer: elsewhere, item: ref('ItemNamed'), site: ref('SiteRegistered') },
    acts: ['LotAccepted'],
    does: 'Accepts what another body’s book has offered to this one, sealed, before its time is over.',
  }),
  DeclineLot: supply('DeclineLot', {
    by: ['officer'],
    article: 'supply',
    input: { offer: elsewhere },
    acts: ['LotDeclined'],
    does: 'Says that this body will not accept an offer.',
  }),
  SettleOffer: supply('SettleOffer', {
    by: ['anyone'],
    article: 'supply',
    input: { offer: ref('LotOffered') },
    acts: ['LotPassed', 'OfferLapsed'],
    does: 'Takes from the other body’s book what became of an offer: accepted, declined, or run out unanswered.',
  }),
} as const;
