import { percent, shown } from '../exact/show.ts';
import { escaped } from '../page/escaped.ts';
import { cell, pageOf, paragraph, row, table } from '../page/frame.ts';
import { ruleWords } from '../sharing/share-document.ts';
import { byName } from '../sharing/whole-units.ts';
import { type Language, listed } from '../text.ts';
import type { ItemPlan } from './item-plan.ts';
import { leftAsideLines } from './left-aside.ts';
import { planMap } from './map.ts';
import type { Plan } from './plan.ts';
import { itemSummary } from './plan-document.ts';
import { changeWords, reasonWords } from './plan-words.ts';
import type { PlannedTrips } from './planned-trips.ts';
import { spoilWords } from './spoils.ts';
import { dayWords, leftWords, tripWords } from './trip-words.ts';

const words = {
  es: {
    title: 'Plan de reparto',
    map: 'Mapa: caminos, cortes (×), depósitos (cuadros) y lugares (círculos; huecos si no reciben nada). Lleva nombres donde caben; la lista los tiene todos.',
    site: 'Lugar',
    award: 'Recibe',
    part: 'Parte',
    from: 'Desde',
    why: 'Por qué',
    of: 'de',
    detour: 'pasa',
    'safe-conduct': 'con salvoconducto por',
    relay: 'con relevo en',
    changes: 'Cambios desde el plan anterior',
    none: 'Nada cambia.',
    trips: 'Viajes, vehículo por vehículo',
    notDriven: 'Sin viaje',
    aside: 'Lo que no se contó',
    rule: 'Regla',
  },
  en: {
    title: 'Plan of supply',
    map: 'Map: roads, closures (×), depots (squares) and sites (circles; hollow where they get nothing). It has names where there is room; the list has them all.',
    site: 'Site',
    award: 'Gets',
    part: 'Part',
    from: 'From',
    why: 'Why',
    of: 'of',
    detour: 'passing',
    'safe-conduct': 'by safe-conduct through',
    relay: 'by relay at',
    changes: 'Changes since the plan before',
    none: 'Nothing changes.',
    trips: 'Trips, vehicle by vehicle',
    notDriven: 'Without a trip',
    aside: 'What was not counted',
    rule: 'Rule',
  },
};

/** The plan as one page that needs nothing else. */
export function planPage(plan: Plan, language: Language): string {
  const say = words[language];
  const { changes, problem, trips } = plan;
  const map = planMap(plan, say.map);
  const rule = `${say.rule} ${problem.rule}: ${ruleWords[problem.rule][language]}.`;
  const when = problem.at === null ? '' : `<p class="soft">${escaped(problem.at.replace('T', ' '))}</p>`;
  const parts = [
    `${when}<p class="soft">${escaped(rule)}</p>`,
    map === '' ? '' : `<figure>${map}<figcaption>${escaped(say.map)}</figcaption></figure>`,
    ...plan.items.map((one) => itemPart(plan, one, language)),
    trips === null ? '' : tripsPart(plan, trips, language),
    changes === null
      ? ''
      : listPart(
          say.changes,
          changes.map((one) => changeWords(one)[language]),
          say.none,
        ),
    listPart(say.aside, leftAsideLines(plan.leftAside, language)),
  ];
  return pageOf(language, say.title, parts.filter(Boolean).join('\n'));
}

function itemPart(plan: Plan, one: ItemPlan, language: Language): string {
  const say = words[language];
  const rows = one.lines.map((line) => {
    const part = percent(line.award, line.need.capped);
    const from = line.from.map((one) => escaped(sourceWords(one, language)));
    const meter = `<meter min="0" max="100" value="${Number.parseInt(part, 10)}" aria-hidden="true">${part}</meter> ${part}`;
    return row(line.site.id, [
      cell(say.award, `${shown(line.award)} ${say.of} ${shown(line.need.capped)}`, 'n'),
      cell(say.part, meter, 'part'),
      cell(say.from, from.join('<br>') || '–'),
      cell(say.why, escaped(reasonWords(one, line)[language])),
    ]);
  });
  const left = one.spoils.map((spoil) => `<p>${escaped(spoilWords(one, spoil)[language])}</p>`).join('');
  const lines = table(one.item.id, [say.site, say.award, say.part, say.from, say.why], rows);
  return `<h2>${escaped(one.item.id)}</h2>${paragraph(itemSummary(plan, one, language))}${lines}${left}`;
}

/** A depot, how far it is, and what had to be granted so that it reaches the site. */
function sourceWords({ from, way }: ItemPlan['lines'][number]['from'][number], language: Language): string {
  const km = way.decimetres === null ? [] : [`${Math.round(way.decimetres / 10_000)}\u00a0km`];
  const passed = way.closures.length === 0 ? [] : [`${words[language][way.kind]} ${listed(way.closures, language)}`];
  const more = [...km, ...passed].join('; ');
  return more === '' ? from : `${from} (${more})`;
}

/** Each vehicle's day in one place, as it is torn off and handed to whoever drives. */
function tripsPart({ problem }: Plan, { trips, notDriven }: PlannedTrips, language: Language): string {
  const say = words[language];
  const byVehicle = Map.groupBy(trips, ({ vehicle }) => vehicle);
  const days = problem.vehicles
    .toSorted((a, b) => byName(a.id, b.id))
    .flatMap((vehicle) => {
      const own = byVehicle.get(vehicle.id) ?? [];
      if (own.length === 0) return [];
      const list = own.map((trip) => `<li>${escaped(tripWords(trip)[language])}</li>`).join('');
      return [`<h3>${escaped(vehicle.id)}</h3><p>${escaped(dayWords(vehicle, own)[language])}</p><ol>${list}</ol>`];
    });
  const left = notDriven.map((one) => leftWords(one)[language]);
  return `<h2>${escaped(say.trips)}</h2>${days.join('\n')}${listPart(say.notDriven, left)}`;
}

/** A heading and a list; where there is nothing, what is said then, or nothing at all. */
function listPart(title: string, lines: readonly string[], none = ''): string {
  if (lines.length === 0) return none === '' ? '' : `<h2>${escaped(title)}</h2><p>${escaped(none)}</p>`;
  return `<h2>${escaped(title)}</h2><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
}
