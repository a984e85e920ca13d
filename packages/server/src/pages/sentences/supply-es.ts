import type { ActData } from '@cabildo/core';
import type { Saying, SupplySentences } from './sentence.ts';

type Lines = ActData<'HandOverRecorded'>['lines'];

const amounts = (lines: Lines, say: Saying): string => {
  const sum = (of: (line: Lines[number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  const [given, received, damaged] = [sum((one) => one.given), sum((one) => one.received), sum((one) => one.damaged)];
  const missing = given === received ? '' : `, faltan ${say.goods(given - received)}`;
  const bad = damaged === 0 ? '' : `, ${say.goods(damaged)} con daño`;
  return `entregado ${say.goods(given)}, recibido ${say.goods(received)}${missing}${bad}`;
};

const rules: Readonly<Record<ActData<'SharingRuleAdopted'>['rule'], string>> = {
  leximin: 'a todos la misma parte de lo que necesitan',
  proportional: 'en proporción a lo que necesitan',
  'equal-awards': 'a todos la misma cantidad',
  'equal-losses': 'a todos les falta lo mismo',
  talmud: 'primero hasta la mitad por igual, luego igual falta',
};

/** How many are coming, as everybody is told. */
const sizes: Readonly<Record<NonNullable<ActData<'ContingentAnnounced'>['size']>, string>> = {
  tens: 'decenas de personas',
  hundreds: 'cientos de personas',
  thousands: 'miles de personas',
  'ten-thousands': 'decenas de miles de personas',
};

export const spanishSupply: SupplySentences = {
  ItemNamed: ({ symbol, title, unit, sensitive }, say) =>
    `Se reparte «${title}» (${symbol}), contado por ${unit}.${sensitive === undefined ? '' : ` Cuánto hay y dónde es delicado: las páginas lo muestran, si acaso, de ${say.number(sensitive.step)} en ${say.number(sensitive.step)}.`}`,
  SiteRegistered: ({ title, area }) => `Participa en el reparto «${title}»${area === undefined ? '' : ` (${area})`}.`,
  SiteChanged: ({ title, area }) =>
    `Cambia lo que se dice de «${title}»${area === undefined ? '' : ` (${area})`} en el reparto.`,
  SiteClosed: ({ site }, say) => `Deja de participar ${say.thing(site)}; sus llaves ya no firman.`,
  VehicleRegistered: ({ title }) => `Lleva carga el vehículo «${title}».`,
  VehicleWithdrawn: ({ vehicle }, say) => `Ya no lleva carga ${say.thing(vehicle)}; sus llaves ya no firman.`,
  HandEnrolled: ({ of, until }, say) => `Una llave firma entregas por ${say.thing(of)} hasta el ${say.time(until)}.`,
  HandWithdrawn: ({ hand }, say) => `Ya no firma ${say.thing(hand)}; lo que firmó queda.`,
  LotReceived: ({ item, quantity, from }, say) => `Llegaron ${say.goods(quantity)} de ${say.thing(item)}, de ${from}.`,
  StockCounted: ({ item, counts, recorded, missing, found }, say) => {
    const lost = missing.reduce((sum, { quantity }) => sum + quantity, 0);
    const told = found !== undefined ? `sobran ${say.goods(found)}` : `faltan ${say.goods(lost)}`;
    const as =
      found === undefined && lost === 0 ? 'es lo que decía el libro' : `el libro decía ${say.goods(recorded)}: ${told}`;
    return `Se contó ${say.thing(item)}: ${say.list(counts.map((count) => say.goods(count)))}; ${as}.`;
  },
  LossRecorded: ({ lot, quantity, reason }, say) =>
    `Se perdieron ${say.goods(quantity)} de ${say.thing(lot)}: ${reason}.`,
  LossReversed: ({ lot, quantity, reason }, say) =>
    `Aparecieron ${say.goods(quantity)} de ${say.thing(lot)} que se daban por perdidos: ${reason}.`,
  ContingentAnnounced: ({ people, size, from, until }, say) =>
    `Vienen ${people === undefined ? sizes[size ?? 'tens'] : say.many(people, 'persona', 'personas')}, del ${say.time(from)} al ${say.time(until)}: necesitan camas y comida.`,
  PlacesOffered: ({ site, what, count, from, until }, say) =>
    `${say.thing(site)} ofrece ${say.number(count)} ${what === 'beds' ? 'camas' : 'comidas por día'}, del ${say.time(from)} al ${say.time(until)}.`,
  AnnouncementWithdrawn: ({ announcement }, say) => `Ya no vale lo anotado en ${say.thing(announcement)}.`,
  RoadClosureReported: ({ title, confirmed }) =>
    `Se avisa un camino cerrado: ${title}${confirmed ? '' : ' (sin confirmar)'}.`,
  HandOverRecorded: ({ from, to, lines, provisional }, say) =>
    `Entrega de ${say.thing(from)} a ${say.thing(to)}: ${amounts(lines, say)}. ${provisional ? 'Firmó sólo quien entrega: provisional.' : 'Firmaron las dos partes.'}`,
  HandOverReported: ({ from, to, lines, words }, say) =>
    `La directiva anota una entrega de ${say.thing(from)} a ${say.thing(to)}, provisional: ${amounts(lines, say)}. ${words}`,
  HandOverConfirmed: ({ handOver, by }, say) =>
    `Quedó confirmada ${say.thing(handOver)}: firmó ${by.kind === 'hand' ? 'quien recibió' : `la directiva de ${say.body(by.book)}`}.`,
  HandOverCorrected: ({ handOver, lines }, say) =>
    `Las dos partes corrigen ${say.thing(handOver)}: ${amounts(lines, say)}. Lo anterior queda a la vista.`,
  ReportCorrectionProposed: ({ handOver, lines, words }, say) =>
    `Alguien de la directiva dice que ${say.thing(handOver)} se anotó mal, y que fue así: ${amounts(lines, say)}. ${words} No cambia nada hasta que firme otra persona de la directiva.`,
  ReportCorrected: ({ handOver, lines }, say) =>
    `Dos de la directiva corrigen lo anotado de ${say.thing(handOver)}: ${amounts(lines, say)}. Sigue provisional; lo anterior queda a la vista.`,
  HandOverDisputed: ({ handOver, other }, say) =>
    `Sobre ${say.thing(handOver)} hay otra versión firmada: ${amounts(other.lines, say)}. No mueve nada hasta que se corrija.`,
  NeedDeclared: ({ site, item, quantity, until }, say) =>
    `${say.thing(site)} necesita ${say.number(quantity)} de ${say.thing(item)} hasta el ${say.time(until)}.`,
  NeedCountersigned: ({ need, officer }, say) => `La directiva de ${say.body(officer.book)} firmó ${say.thing(need)}.`,
  NeedFoundOver: ({ need, declared, found }, say) =>
    `De ${say.thing(need)} se declararon ${say.number(declared)} y se encontraron ${say.number(found)}.`,
  SharingRuleAdopted: ({ rule }) => `La asamblea aprueba la regla de reparto: ${rules[rule]}.`,
  PlanAdopted: ({ parts, replaces, until }, say) =>
    `Se aprueba un plan de reparto en ${say.many(parts.length, 'parte', 'partes')}${until === undefined ? '' : `, que vale hasta el ${say.time(until)}`}.${replaces === undefined ? '' : ` Reemplaza ${say.thing(replaces)}; lo entregado queda.`}`,
  AllocationAdopted: ({ part, parts, lines }, say) =>
    `Parte ${say.number(part)} de ${say.number(parts)} del plan: ${say.many(lines.length, 'asignación', 'asignaciones')}, ${say.goods(lines.reduce((sum, { quantity }) => sum + quantity, 0))} en total.`,
  TripDispatched: ({ vehicle, lines }, say) =>
    `Sale ${say.thing(vehicle)} con ${say.goods(lines.reduce((sum, { quantity }) => sum + quantity, 0))} para ${say.many(new Set(lines.map(({ site }) => site)).size, 'sitio', 'sitios')}.`,
  TripEnded: ({ trip }, say) => `Terminó ${say.thing(trip)}.`,
  LotOffered: ({ lot, quantity, to, until }, say) =>
    `Se ofrecen ${say.goods(quantity)} de ${say.thing(lot)} a ${say.body(to)}, hasta el ${say.time(until)}; mientras tanto no se asignan aquí.`,
  LotAccepted: ({ offer, quantity }, say) =>
    `Se aceptan ${say.goods(quantity)} de ${say.body(offer.book)}: el lote es de este libro.`,
  LotDeclined: ({ offer }, say) => `No se acepta el lote que ofreció ${say.body(offer.book)}.`,
  LotPassed: ({ offer, acceptance }, say) =>
    `${say.body(acceptance.book)} aceptó ${say.thing(offer)}: el lote es de su libro.`,
  OfferLapsed: ({ offer, declined, succeeded }, say) =>
    succeeded === undefined
      ? `${declined === undefined ? 'Nadie aceptó a tiempo' : `${say.body(declined.book)} no acepta`} ${say.thing(offer)}: el lote queda libre.`
      : `Se perdió el final del libro al que se ofreció (${say.thing(offer)}) y en el que lo continúa, de ${say.body(succeeded)}, nadie puede aceptar: el lote queda libre.`,
};
