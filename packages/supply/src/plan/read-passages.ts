import { bad, fieldsOf, itemsOf, required, textOf } from '../input/fields.ts';
import type { Json } from '../input/json.ts';
import { windowIn } from '../input/moments.ts';
import { type Passages, relayCycle } from '../roads/passages.ts';

/** What has been granted: `{"safeConducts":[{"id","closures":[…],"cargo":[…],"from"?,"until"?}],"relays":[{"id","closure","from","to"}],"always":[…]}`. */
export function readPassages(node: Json | undefined): Passages {
  if (node === undefined) return { safeConducts: [], relays: [], always: [] };
  const fields = fieldsOf(node, ['safeConducts', 'relays', 'always']);
  const list = (name: string): readonly Json[] => {
    const found = fields.get(name);
    return found === undefined ? [] : itemsOf(found);
  };
  const safeConducts = list('safeConducts').map((one) => {
    const own = fieldsOf(one, ['id', 'closures', 'cargo', 'from', 'until']);
    return {
      id: textOf(required(one, 'id')),
      closures: itemsOf(required(one, 'closures')).map(textOf),
      cargo: itemsOf(required(one, 'cargo')).map(textOf),
      ...windowIn(own),
    };
  });
  const relays = list('relays').map((one) => {
    fieldsOf(one, ['id', 'closure', 'from', 'to']);
    const [id = '', closure = '', from = '', to = ''] = ['id', 'closure', 'from', 'to'].map((name) =>
      textOf(required(one, name)),
    );
    return { id, closure, from, to };
  });
  const cycle = relayCycle(relays);
  if (cycle !== undefined) {
    const round = cycle.join(' → ');
    throw bad(
      fields.get('relays') ?? node,
      { es: `los relevos giran en círculo: ${round}`, en: `the relays go round in a circle: ${round}` },
      'cyclic-relay',
    );
  }
  return { safeConducts, relays, always: list('always').map(textOf) };
}
