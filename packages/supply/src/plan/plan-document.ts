import type { Ratio } from '../exact/ratio.ts';
import { subtract } from '../exact/ratio.ts';
import { nearestNumber, shown } from '../exact/show.ts';
import { ignoredDocument } from '../roads/reach-document.ts';
import type { Language } from '../text.ts';
import type { ItemPlan, Served } from './item-plan.ts';
import { leftAsideLines } from './left-aside.ts';
import type { Plan } from './plan.ts';
import { changeWords, lineWords, totalOf } from './plan-words.ts';
import { spoilWords } from './spoils.ts';
import { tripLines } from './trip-words.ts';

/** What `cabildo supply plan --json` prints, and what the next plan reads as the one before. */
export function planDocument(plan: Plan, language: Language) {
  const { problem, items, changes, withoutPassages } = plan;
  return {
    rule: problem.rule,
    at: problem.at,
    items: items.map((one) => {
      const { stock, needed, given } = totalOf(one);
      const amounts = { stock, needed, given, unserved: subtract(needed, given), kept: subtract(stock, given) };
      const entries = Object.entries(amounts).map(
        ([name, value]: [string, Ratio]) => [name, nearestNumber(value)] as const,
      );
      const without = withoutPassages?.find(({ item }) => item === one.item.id);
      return {
        item: one.item.id,
        ...Object.fromEntries(entries),
        people: counts(one.served),
        ...(without !== undefined && { peopleWithoutPassages: counts(without) }),
      };
    }),
    allocation: items.flatMap((one) =>
      one.lines.map((line) => ({
        site: line.site.id,
        item: one.item.id,
        need: nearestNumber(line.need.capped),
        award: nearestNumber(line.award),
        from: line.from.map(({ from, amount, way }) => ({
          depot: from,
          amount: nearestNumber(amount),
          km: way.decimetres === null ? null : way.decimetres / 10_000,
          way: way.kind,
          closures: way.closures,
        })),
        cutOffBy: line.cutOffBy ?? [],
        explanation: lineWords(one, line)[language],
      })),
    ),
    spoils: items.flatMap(({ spoils }) => spoils.map((one) => ({ ...one, amount: nearestNumber(one.amount) }))),
    trips:
      plan.trips?.trips.map(({ stops, metres, takesOver, handsOver, ...trip }) => ({
        ...trip,
        km: metres / 1_000,
        stops: stops.map(stopOf),
        takesOver: takesOver && { ...takesOver, amount: nearestNumber(takesOver.amount) },
        handsOver: handsOver && { ...handsOver, amount: nearestNumber(handsOver.amount) },
      })) ?? null,
    notDriven: plan.trips?.notDriven.map((one) => ({ ...one, amount: nearestNumber(one.amount) })) ?? null,
    changes:
      changes?.map((change) => ({
        site: change.site,
        item: change.item,
        before: nearestNumber(change.before),
        after: nearestNumber(change.after),
        depots: change.depots.map(({ depot, before, after }) => ({
          depot,
          before: nearestNumber(before),
          after: nearestNumber(after),
        })),
        text: changeWords(change)[language],
      })) ?? null,
    closuresIgnored: ignoredDocument(plan.leftAside.placed.ignored),
    ...(plan.leftAside.withoutRoads > 0 && { closuresWithoutRoads: plan.leftAside.withoutRoads }),
    passagesUnknown: plan.leftAside.passages,
  };
}

const stopOf = ({ site, amount }: { readonly site: string; readonly amount: Ratio }) => ({
  site,
  amount: nearestNumber(amount),
});

const counts = ({ people, of }: Served) => ({ served: Number(people), of: Number(of) });

const words = {
  es: {
    have: (stock: string, needed: string, given: string) =>
      `hay ${stock}, se necesitan ${needed}, se entregan ${given}`,
    people: (served: bigint, of: bigint) => `alcanza para ${served} de ${of} personas`,
    without: (served: bigint) => `sin los pasos concedidos, para ${served}`,
    changes: 'Cambios desde el plan anterior',
    none: 'Nada cambia desde el plan anterior.',
  },
  en: {
    have: (stock: string, needed: string, given: string) => `there is ${stock}, ${needed} is needed, ${given} is given`,
    people: (served: bigint, of: bigint) => `enough for ${served} of ${of} people`,
    without: (served: bigint) => `without the passages granted, for ${served}`,
    changes: 'Changes since the plan before',
    none: 'Nothing changes since the plan before.',
  },
};

/** How much there is, is needed and is given, and for how many people that is enough. */
export function itemSummary({ withoutPassages }: Plan, one: ItemPlan, language: Language): string {
  const say = words[language];
  const { stock, needed, given } = totalOf(one);
  const without = withoutPassages?.find(({ item }) => item === one.item.id);
  const parts = [say.have(shown(stock), shown(needed), shown(given))];
  if (one.served.of > 0n) parts.push(say.people(one.served.people, one.served.of));
  if (without !== undefined && without.of > 0n) parts.push(say.without(without.people));
  return `${parts.join('; ')}.`;
}

export function planLines(plan: Plan, language: Language): string[] {
  const { items, changes, trips } = plan;
  const say = words[language];
  const lines = items.flatMap((one) => [
    `${one.item.id}: ${itemSummary(plan, one, language)}`,
    ...one.lines.map((line) => `  ${lineWords(one, line)[language]}`),
    ...one.spoils.map((spoil) => `  ${spoilWords(one, spoil)[language]}`),
  ]);
  if (trips !== null) lines.push(...tripLines(trips)[language]);
  lines.push(...leftAsideLines(plan.leftAside, language));
  if (changes === null) return lines;
  if (changes.length === 0) return [...lines, say.none];
  return [...lines, `${say.changes}:`, ...changes.map((change) => `  ${changeWords(change)[language]}`)];
}
