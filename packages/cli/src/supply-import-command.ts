/** Spreadsheets of a supply committee, turned into a problem to plan with. */
import type { CommandSpec } from './command.ts';

const table = (es: string, en: string) => ({ value: 'F.csv', help: { es, en } });

export const supplyImport: CommandSpec = {
  name: 'supply import',
  summary: {
    es: 'Hace de tablas CSV y puntos GeoJSON un problema para supply plan',
    en: 'Makes CSV tables and GeoJSON points a problem for supply plan',
  },
  positionals: [
    {
      name: 'BASE',
      optional: true,
      help: {
        es: 'un problema en JSON con lo que las tablas no dicen: regla, momento, caminos, pasos',
        en: 'a problem in JSON with what the tables do not say: rule, moment, roads, passages',
      },
    },
  ],
  options: {
    items: table('los bienes; si faltan, los que se necesitan o hay', 'the items; if missing, those needed or there'),
    sites: table('los lugares; también F.geojson con puntos', 'the sites; also F.geojson with points'),
    needs: table('las necesidades', 'the needs'),
    stocks: table('las existencias', 'the stocks'),
    vehicles: table('los vehículos', 'the vehicles'),
    closures: table(
      'los cortes; se escriben junto al problema en GeoJSON',
      'the closures; written beside the problem as GeoJSON',
    ),
    out: { value: 'PROBLEM.json', help: { es: 'dónde se escribe', en: 'where it is written' } },
  },
  required: ['out'],
  notes: {
    es: 'UTF-8 o Windows-1252, con «;» o «,»; los nombres de las columnas están en docs/supply.md. Con un solo error no se escribe nada, y se dicen todos con su línea y columna.',
    en: 'UTF-8 or Windows-1252, with “;” or “,”; the names of the columns are in docs/supply.md. With a single error nothing is written, and all are said with their line and column.',
  },
  examples: [
    'cabildo supply import --sites lugares.csv --needs necesidades.csv --stocks existencias.csv --out reparto.json',
    'cabildo supply import base.json --sites escuelas.geojson --closures cortes.csv --out reparto.json',
  ],
  load: async () => (await import('./commands/supply-import.ts')).supplyImport,
};
