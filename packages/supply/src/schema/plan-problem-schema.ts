import { ruleNames } from '../sharing/claim.ts';
import {
  amount,
  choice,
  document,
  flag,
  given,
  type JsonSchema,
  list,
  moment,
  positive,
  whole,
  words,
} from './words.ts';

/** What `supply plan` reads. What a schema cannot say (that a need names a site that there is) the reader says. */
export const planProblemSchema = (): JsonSchema =>
  document(
    'supply-plan-problem',
    'What cabildo supply plan reads',
    given('Needs, stocks, roads and a rule.', ['items', 'sites', 'needs', 'stocks'], {
      rule: choice('How is shared what is scarce; leximin if missing.', ruleNames),
      at: moment('When the plan is for; what has run out by then is left out. Needed where an item is perishable.'),
      items: list('What is shared. No name twice.', item()),
      sites: list('Depots and those who need something. No name twice.', site()),
      needs: list('Who needs what. One need of an item at a site at a time.', need()),
      stocks: list('What there is, lot by lot.', stock()),
      roads: words('A file beside this one: lines of GeoJSON. Then every site needs “at”.'),
      links: list('Who reaches whom, instead of roads; without both everybody reaches everybody.', link()),
      closures: words('A file beside this one: points of GeoJSON.'),
      snapKm: whole('A closure farther from any road closes none; 3 if missing.'),
      passages: passages(),
      vehicles: list('What can drive. No name twice.', vehicle()),
      kmPerHour: whole('How fast vehicles are; 25 if missing.', 1),
      unloadMinutes: whole('For each stop; 15 if missing.'),
      previous: words('A file beside this one: what --json printed for the plan before.'),
    }),
  );

const item = (): JsonSchema =>
  given('A thing.', ['id'], {
    id: words('Its name.'),
    unit: words('What it is counted in.'),
    indivisible: flag('Whole units only; false if missing.'),
    perishable: flag('Every stock of it says until when it is good; false if missing.'),
    cold: flag('Travels only in a vehicle that keeps it cold; false if missing.'),
    carried: flag('False where people go to it, as to a bed; true if missing.'),
    cargo: words('The class by which closures let it pass; its name if missing.'),
    standard: positive('What a person is entitled to, as the assembly voted it.'),
    size: positive('How much of a vehicle’s capacity a unit takes; 1 if missing.'),
  });

const position = (): JsonSchema => ({
  description: 'Longitude and latitude in degrees.',
  type: 'array',
  minItems: 2,
  prefixItems: [
    { type: 'number', minimum: -180, maximum: 180 },
    { type: 'number', minimum: -90, maximum: 90 },
  ],
});

const site = (): JsonSchema =>
  given('A place; no names of persons.', ['id'], {
    id: words('Its name.'),
    at: position(),
    people: whole('Whom it serves.'),
    class: whole('Lower classes come first; without one it comes after all.'),
    weight: positive('As the assembly voted it; 1 if missing.'),
  });

const from = moment('From when; from ever if missing.');
const until = moment('Until when; for ever if missing.');

const need = (): JsonSchema =>
  given('What a site needs.', ['site', 'item'], {
    site: words('The site’s name.'),
    item: words('The item’s name.'),
    amount: amount('What is declared; people times standard if missing, and never counted above it.'),
    from,
    until,
    floor: amount('Served before the rule within the class.'),
    ceiling: amount('Never more than this.'),
  });

const stock = (): JsonSchema =>
  given('A lot at a depot.', ['site', 'item', 'amount'], {
    site: words('The depot’s name.'),
    item: words('The item’s name.'),
    amount: amount('How much there is.'),
    from,
    until,
  });

const link = (): JsonSchema =>
  given('A way.', ['from', 'to'], {
    from: words('The depot’s name.'),
    to: words('The site’s name.'),
    km: amount('How far it is; 0 if missing.'),
  });

const vehicle = (): JsonSchema =>
  given('A vehicle and its crew.', ['id', 'at', 'capacity', 'hours'], {
    id: words('Its name.'),
    at: words('The depot where it stands.'),
    capacity: whole('How much it carries.', 1),
    hours: positive('How long it drives on the day; 7.5 are seven and a half.'),
    cargo: list('The classes of cargo that it may carry; any if missing.', words('A class.')),
    cold: flag('It keeps cold what needs that; false if missing.'),
  });

const passages = (): JsonSchema =>
  given('What was granted.', [], {
    safeConducts: list(
      'Named closures let a class of cargo pass.',
      given('A safe-conduct.', ['id', 'closures', 'cargo'], {
        id: words('Its name.'),
        closures: list('Which closures.', words('A closure’s name.')),
        cargo: list('Which classes of cargo.', words('A class.')),
        from,
        until,
      }),
    ),
    relays: list(
      'At a closure the load goes on in another vehicle. Never in a circle.',
      given('A relay.', ['id', 'closure', 'from', 'to'], {
        id: words('Its name.'),
        closure: words('The closure’s name.'),
        from: words('The vehicle that brings it.'),
        to: words('The vehicle that takes it on.'),
      }),
    ),
    always: list('Classes that pass every closure: patients, oxygen, medicine.', words('A class.')),
  });
