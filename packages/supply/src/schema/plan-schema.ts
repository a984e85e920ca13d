import { ruleNames } from '../sharing/claim.ts';
import { answered, choice, document, type JsonSchema, list, moment, number, orNull, whole, words } from './words.ts';

/** What `supply plan --json` prints. */
export const planSchema = (): JsonSchema =>
  document(
    'supply-plan',
    'What cabildo supply plan --json prints',
    answered(
      'Who gets what from where, and why. Numbers are the nearest that a program can hold.',
      [
        'rule',
        'at',
        'items',
        'allocation',
        'spoils',
        'trips',
        'notDriven',
        'changes',
        'closuresIgnored',
        'passagesUnknown',
      ],
      {
        rule: choice('The rule that was used.', ruleNames),
        at: orNull(moment('When the plan is for.')),
        items: list('Item by item.', total()),
        allocation: list('Need by need.', line()),
        spoils: list('What does not keep and nobody gets.', spoil()),
        trips: orNull(list('Who drives what where; null without vehicles.', trip())),
        notDriven: orNull(list('What finds no vehicle; null without vehicles.', notDriven())),
        changes: orNull(list('What is not as in the plan before; null without one.', change())),
        closuresIgnored: list('Closures that close no road.', ignored()),
        closuresWithoutRoads: whole('Closures that were given without any road; missing where there are none.'),
        passagesUnknown: list('What passages name and nothing else in the problem does.', passageAside()),
      },
    ),
  );

const counted = (description: string): JsonSchema =>
  answered(description, ['served', 'of'], { served: whole('For how many it is enough.'), of: whole('Of how many.') });

const total = (): JsonSchema =>
  answered('An item.', ['item', 'stock', 'needed', 'given', 'unserved', 'kept', 'people'], {
    item: words('Its name.'),
    stock: number('How much there is.'),
    needed: number('How much is needed.'),
    given: number('How much is given.'),
    unserved: number('How much of what is needed is not given.'),
    kept: number('How much stays where it is.'),
    people: counted('People who need it.'),
    peopleWithoutPassages: counted('The same if nothing had been granted.'),
  });

const line = (): JsonSchema =>
  answered('A need.', ['site', 'item', 'need', 'award', 'from', 'cutOffBy', 'explanation'], {
    site: words('Who needs it.'),
    item: words('What is needed.'),
    need: number('What counts of it.'),
    award: number('What the rule gives.'),
    from: list('From which depots.', delivery()),
    cutOffBy: list('Which closures would have to open, where no depot reaches it.', words('A closure’s name.')),
    explanation: words('Why.'),
  });

const delivery = (): JsonSchema =>
  answered('From a depot.', ['depot', 'amount', 'km', 'way', 'closures'], {
    depot: words('The depot’s name.'),
    amount: number('How much.'),
    km: orNull(number('How far; null where nothing is known of the way.')),
    way: choice('How it passes closures.', ['detour', 'safe-conduct', 'relay']),
    closures: list('Which closures it passes.', words('A closure’s name.')),
  });

const spoil = (): JsonSchema =>
  answered('What is left of a lot.', ['site', 'item', 'amount', 'until'], {
    site: words('The depot’s name.'),
    item: words('The item’s name.'),
    amount: number('How much.'),
    until: moment('Until when it is good.'),
  });

const stop = (): JsonSchema =>
  answered('A stop.', ['site', 'amount'], {
    site: words('The site’s name.'),
    amount: number('How much it gets there.'),
  });

const trip = (): JsonSchema =>
  answered('A trip.', ['vehicle', 'depot', 'item', 'stops', 'km', 'minutes', 'takesOver', 'handsOver'], {
    vehicle: words('The vehicle’s name.'),
    depot: words('Where it begins and ends.'),
    item: words('What it carries.'),
    stops: list('Where it unloads, in their order.', stop()),
    km: number('How far it drives.'),
    minutes: number('How long it takes.'),
    takesOver: orNull(handOver('From which vehicle it takes a load over; null where it begins at the depot.')),
    handsOver: orNull(handOver('To which vehicle it hands a load over; null where it ends with its last stop.')),
  });

const handOver = (about: string): JsonSchema =>
  answered(about, ['closures', 'vehicle', 'amount'], {
    closures: list('The closures at which.', words('A closure’s identifier.')),
    vehicle: words('The other vehicle’s name.'),
    amount: number('How much.'),
  });

const notDriven = (): JsonSchema =>
  answered('A delivery without a vehicle.', ['site', 'depot', 'item', 'amount', 'why'], {
    site: words('Who waits for it.'),
    depot: words('Where it stands.'),
    item: words('What it is.'),
    amount: number('How much.'),
    why: words('no-road, too-heavy, too-far, no-hours, no-cold, or why a relay is not driven.'),
  });

const change = (): JsonSchema =>
  answered('What changes.', ['site', 'item', 'before', 'after', 'depots', 'text'], {
    site: words('The site’s name.'),
    item: words('The item’s name.'),
    before: number('What it got.'),
    after: number('What it gets.'),
    depots: list('Which depots bring more or less.', depotChange()),
    text: words('The change in words.'),
  });

const ignored = (): JsonSchema =>
  answered('A closure.', ['id', 'km', 'why'], {
    id: words('Its name.'),
    km: number('How far it is from the nearest road.'),
    why: choice('Why it closes none.', ['too-far', 'expired']),
  });

const passageAside = (): JsonSchema =>
  answered('A passage.', ['passage', 'unknown', 'name'], {
    passage: words('Its name.'),
    unknown: choice('What is unknown.', ['closure', 'cargo']),
    name: words('How the passage names it.'),
  });

const depotChange = (): JsonSchema =>
  answered('A depot.', ['depot', 'before', 'after'], {
    depot: words('Its name.'),
    before: number('What it brought.'),
    after: number('What it brings.'),
  });
