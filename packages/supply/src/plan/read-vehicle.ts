import { floor, multiply, whole } from '../exact/ratio.ts';
import { bad, countOf, fieldsOf, flagOf, itemsOf, positiveOf, required, textOf } from '../input/fields.ts';
import type { Json } from '../input/json.ts';
import type { Site, Vehicle } from './model.ts';

/** `{"id":"truck 1","at":"Plant","capacity":60,"hours":8,"cargo":["gas"]}`; without `cargo` it may carry anything, and with `cold` what needs the cold. */
export function readVehicle(node: Json, sites: ReadonlyMap<string, Site>): Vehicle {
  const fields = fieldsOf(node, ['id', 'at', 'capacity', 'hours', 'cargo', 'cold']);
  const at = required(node, 'at');
  if (!sites.has(textOf(at))) {
    throw bad(
      at,
      { es: `no hay ningún lugar «${textOf(at)}»`, en: `there is no site “${textOf(at)}”` },
      'unknown-name',
    );
  }
  const [cargo, cold] = [fields.get('cargo'), fields.get('cold')];
  return {
    id: textOf(required(node, 'id')),
    at: textOf(at),
    capacity: countOf(required(node, 'capacity')),
    // Seven and a half hours are a day's work too; of a minute nobody promises a part.
    minutes: Number(floor(multiply(positiveOf(required(node, 'hours')), whole(60n)))),
    cargo: cargo === undefined ? null : itemsOf(cargo).map(textOf),
    cold: cold !== undefined && flagOf(cold),
  };
}
