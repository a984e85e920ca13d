import { compare, type Ratio, sum, zero } from '../exact/ratio.ts';
import { percent, shown } from '../exact/show.ts';
import type { Bound } from '../limited/share-limited.ts';
import type { Claim } from '../sharing/claim.ts';
import { type Language, listed, type Text } from '../text.ts';
import type { ItemPlan, Line } from './item-plan.ts';
import type { Change } from './plan.ts';

/** Why a site gets what it gets, as a neighbour would say it: from the closures or the cut that bind it. */
export function lineWords(plan: ItemPlan, line: Line): Text {
  const { award, need, site } = line;
  const unit = plan.item.unit === '' ? '' : ` ${plan.item.unit}`;
  const [got, of, part] = [shown(award), shown(need.capped), percent(award, need.capped)];
  const reason = reasonWords(plan, line);
  return {
    es: `${site.id} recibe ${got} de ${of}${unit} (${part}): ${reason.es}`,
    en: `${site.id} gets ${got} of ${of}${unit} (${part}): ${reason.en}`,
  };
}

/** The reason alone, as whole sentences. */
export function reasonWords(plan: ItemPlan, line: Line): Text {
  const { declared, capped } = line.need;
  const { es, en } = reasonFor(plan, line);
  if (compare(declared, capped) <= 0) return { es: `${es}.`, en: `${en}.` };
  return {
    es: `${es}. Pidió ${shown(declared)}; cuenta lo que la norma votada da a su gente.`,
    en: `${en}. It declared ${shown(declared)}; what the voted standard gives its people counts.`,
  };
}

function reasonFor({ share }: ItemPlan, { at, award, need, cutOffBy }: Line): Text {
  const reach = share.reach[at] ?? [];
  const { amount: inUnits, ceiling } = share.claims[at] as Claim;
  if (need.capped.n === 0n) return { es: 'no necesita nada', en: 'nothing is needed' };
  if (compare(award, need.capped) >= 0) return { es: 'todo lo que necesita', en: 'all that is needed' };
  if (inUnits.n === 0n)
    return { es: 'lo que necesita no llega a una unidad entera', en: 'what is needed is less than one whole unit' };
  if (compare(award, inUnits) >= 0)
    return { es: 'todas las unidades enteras de lo que necesita', en: 'all the whole units of what is needed' };
  if (reach.length === 0) return unreached(cutOffBy, share.depots.length);
  if (compare(award, ceiling) >= 0) return { es: 'es el techo votado', en: 'that is the voted ceiling' };
  const bound = share.bounds[at] as Bound;
  const names = (places: readonly number[]) => places.map((place) => share.depots[place]?.id ?? '');
  return joined([
    depotWords(names(reach), names(bound.block.depots.filter((depot) => reach.includes(depot)))),
    takenWords(bound, share.claims[at]?.rank ?? 0),
    othersWords(bound),
    wholeWords(shown(share.exact[at] ?? zero), compare(award, share.exact[at] ?? zero) !== 0),
  ]);
}

function unreached(cutOffBy: readonly string[] | null, depots: number): Text {
  if (depots === 0) return { es: 'nadie tiene existencias', en: 'nobody has any stock' };
  if (cutOffBy === null || cutOffBy.length === 0)
    return { es: 'ningún depósito llega hasta aquí', en: 'no depot reaches it' };
  return {
    es: `ningún depósito llega: ${cutOffBy.length === 1 ? 'tendría' : 'tendrían'} que abrirse ${listed(cutOffBy, 'es')}`,
    en: `no depot reaches it: ${listed(cutOffBy, 'en')} would have to open`,
  };
}

function depotWords(reach: readonly string[], bound: readonly string[]): Text {
  const [one, some] = [bound.length === 1, bound.length === 0 ? reach : bound];
  if (bound.length === reach.length || bound.length === 0) {
    return {
      es: `sólo ${one ? 'el depósito' : 'los depósitos'} ${listed(some, 'es')} ${one ? 'llega' : 'llegan'} hasta aquí`,
      en: `only ${one ? 'depot' : 'depots'} ${listed(some, 'en')} ${one ? 'reaches' : 'reach'} it`,
    };
  }
  const others = reach.filter((depot) => !bound.includes(depot));
  return {
    es: `le queda ${listed(some, 'es')}; ${listed(others, 'es')} sirve a quienes tendrían aún menos`,
    en: `what is left to it is ${listed(some, 'en')}; ${listed(others, 'en')} serves those who would have still less`,
  };
}

function takenWords({ stock, takenBefore }: Bound, rank: number): Text | null {
  if (takenBefore.n === 0n) return null;
  const part = percent(takenBefore, stock);
  if (rank === 2) return { es: `la clase 1 tomó el ${part}`, en: `class 1 took ${part}` };
  return { es: `las clases anteriores tomaron el ${part}`, en: `the classes before it took ${part}` };
}

function othersWords({ block }: Bound): Text | null {
  const others = block.sites.length - 1;
  if (others === 0) return null;
  return {
    es: `lo comparte, según la regla, con ${others} ${others === 1 ? 'lugar' : 'lugares'} de su clase`,
    en: `it shares that, by the rule, with ${others} ${others === 1 ? 'site' : 'sites'} of its class`,
  };
}

const wholeWords = (exact: string, isRounded: boolean): Text | null =>
  isRounded
    ? {
        es: `le tocarían ${exact}, y se entregan unidades enteras`,
        en: `${exact} would be due, and whole units are given`,
      }
    : null;

const joined = (parts: readonly (Text | null)[]): Text => {
  const said = parts.filter((part) => part !== null);
  return { es: said.map(({ es }) => es).join('; '), en: said.map(({ en }) => en).join('; ') };
};

export function changeWords({ site, item, before, after, depots }: Change): Text {
  const change = (was: Ratio, is: Ratio): string =>
    compare(was, is) === 0 ? shown(is) : `${shown(was)} → ${shown(is)}`;
  const ways = (language: Language): string =>
    listed(
      depots.map((one) => `${one.depot} ${change(one.before, one.after)}`),
      language,
    );
  const what = `${site}, ${item}: ${change(before, after)}`;
  return { es: `${what}; desde ${ways('es')}`, en: `${what}; from ${ways('en')}` };
}

export const totalOf = (plan: ItemPlan) => ({
  stock: sum(plan.share.depots.map(({ stock }) => stock)),
  needed: sum(plan.lines.map(({ need }) => need.capped)),
  given: sum(plan.share.awards),
});
