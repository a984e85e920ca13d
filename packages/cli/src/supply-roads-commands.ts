/** Roads past their closures, and the rounds of vehicles. */
import type { CommandSpec } from './command.ts';

export const supplyReach: CommandSpec = {
  name: 'supply reach',
  summary: {
    es: 'Dice adónde se llega por los caminos abiertos, y qué cortes aíslan a los demás lugares',
    en: 'Says where open roads lead, and which closures cut the other places off',
  },
  positionals: [],
  options: {
    roads: {
      value: 'F.geojson',
      help: {
        es: 'los caminos: líneas GeoJSON, unidas donde se tocan',
        en: 'the roads: GeoJSON lines, joined where they meet',
      },
    },
    closures: {
      value: 'F.geojson',
      help: {
        es: 'los cortes: puntos GeoJSON; si falta, ninguno',
        en: 'the closures: GeoJSON points; if missing, none',
      },
    },
    closure: {
      value: 'ID=LON,LAT',
      many: true,
      help: {
        es: 'un corte más, dicho aquí mismo; puede repetirse',
        en: 'one closure more, typed here; may be repeated',
      },
    },
    from: { value: 'LON,LAT', help: { es: 'de dónde se parte', en: 'where one sets out' } },
    to: {
      value: 'NAME=LON,LAT',
      many: true,
      help: { es: 'adónde; puede repetirse', en: 'where to; may be repeated' },
    },
    'snap-km': {
      value: 'KM',
      help: {
        es: 'un corte más lejos de todo camino no cierra ninguno, y se nombra; si falta, 3',
        en: 'a closure farther from any road closes none, and is named; if missing, 3',
      },
    },
    at: {
      value: 'TIME',
      help: {
        es: 'no cuenta los cortes vencidos a esta hora; si falta, cuentan todos',
        en: 'leaves out closures that have expired by then; if missing, all count',
      },
    },
  },
  required: ['roads', 'from'],
  notes: {
    es: 'Los lugares valen en el punto de camino más cercano. De un lugar aislado se nombran los cortes, los menos posibles, que habría que abrir. Termina con 1 si ningún corte está cerca de los caminos: suelen ser coordenadas al revés. Más: docs/supply.md.',
    en: 'Places count at the nearest road point. For a place cut off, the fewest closures are named that would have to open. Ends with 1 if no closure is anywhere near the roads: mostly coordinates in the wrong order. More: docs/supply.md.',
  },
  examples: [
    'cabildo supply reach --roads caminos.geojson --closures cortes.geojson --from -68.16,-16.51 --to Oruro=-67.11,-17.97 Sucre=-65.26,-19.04',
  ],
  load: async () => (await import('./commands/supply-reach.ts')).supplyReach,
};

export const supplyRoute: CommandSpec = {
  name: 'supply route',
  summary: {
    es: 'Busca recorridos cortos para vehículos que caben lo que caben',
    en: 'Looks for short rounds for vehicles that carry what they carry',
  },
  positionals: [
    {
      name: 'FILE.vrp',
      help: {
        es: 'un caso de CVRPLIB (EUC_2D, CEIL_2D o EXPLICIT)',
        en: 'an instance of CVRPLIB (EUC_2D, CEIL_2D or EXPLICIT)',
      },
    },
  ],
  options: {
    iterations: {
      value: 'N',
      help: {
        es: 'cuántas veces se deshace y rehace; si falta, unos diez segundos de trabajo',
        en: 'how often it is torn down and rebuilt; if missing, some ten seconds of work',
      },
    },
  },
  notes: {
    es: 'Lo limitan las iteraciones y no el reloj: el mismo archivo y el mismo número dan siempre los mismos recorridos. Responde como un archivo .sol: el cliente 1 es el primer lugar después del depósito.',
    en: 'It is limited by iterations and not by the clock: the same file and number always give the same rounds. It answers like a .sol file: customer 1 is the first place after the depot.',
  },
  examples: ['cabildo supply route X-n101-k25.vrp', 'cabildo supply route X-n101-k25.vrp --iterations 20000 --json'],
  load: async () => (await import('./commands/supply-route.ts')).supplyRoute,
};
