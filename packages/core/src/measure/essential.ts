import { integer, optional, record, type TypeOf, text, time } from '../catalogue/fields.ts';

/**
 * Services that a body may let through a measure without lifting it, by their names in the book. The list is closed:
 * a service in free words could be "all traffic", and the measure would be over by an ordinary vote. Who needs another
 * one puts it into the article `essential` before a measure is called; whoever wants more than that wants to lift.
 */
export const essentialServices = [
  'patients',
  'ambulances',
  'oxygen',
  'medicine',
  'blood',
  'dialysis',
  'health-staff',
  'hospital-food',
  'hospital-fuel',
  'infant-food',
  'common-pots',
  'water',
  'fire',
  'rescue',
  'funerals',
] as const;

export type EssentialService = (typeof essentialServices)[number];

/** Life passes, whatever a statute or a measure says: nobody votes on these. */
export const alwaysPasses: readonly EssentialService[] = ['patients', 'ambulances', 'oxygen', 'medicine'];

export const isEssential = (service: string): service is EssentialService =>
  (essentialServices as readonly string[]).includes(service);

/** An exemption holds for whom, where, at what hours of the day (in the hall's own time) and until when it says; never for more. */
export const exemptionLimits = optional(
  record({
    who: optional(text(120)),
    where: optional(text(160)),
    hours: optional(record({ from: integer(0, 24), until: integer(0, 24) })),
    until: optional(time),
  }),
);

export type ExemptionLimits = NonNullable<TypeOf<typeof exemptionLimits>>;
