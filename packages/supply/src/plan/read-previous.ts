import type { Ratio } from '../exact/ratio.ts';
import { bad, exactAmount, itemsOf, required, textOf } from '../input/fields.ts';
import { type Json, parseJson } from '../input/json.ts';
import type { Delivery } from './model.ts';

/** What an earlier plan (`supply plan --json`) delivers: from where to whom how much. */
export function readPrevious(text: string): readonly Delivery[] {
  return itemsOf(required(parseJson(text), 'allocation')).flatMap((line) => {
    const [to, item] = [textOf(required(line, 'site')), textOf(required(line, 'item'))];
    return itemsOf(required(line, 'from')).map((one) => deliveryOf(one, to, item));
  });
}

function deliveryOf(node: Json, to: string, item: string): Delivery {
  return { from: textOf(required(node, 'depot')), to, item, amount: writtenAmount(required(node, 'amount')) };
}

/** A third was written as 0.3333333333333333, and a small trace as 3e-7: finer than an amount that somebody types may be. */
function writtenAmount(node: Json): Ratio {
  const written = node.kind === 'number' ? node.text : '';
  const text = (/e-/i.test(written) ? Number(written).toFixed(12) : written).replace(/^(\d+\.\d{9})\d+$/, '$1');
  const outcome = exactAmount(text);
  if ('text' in outcome) throw bad(node, outcome.text);
  return outcome.value;
}
