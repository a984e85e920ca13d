import { type Ratio, ratio, zero } from '../exact/ratio.ts';
import {
  amountOf,
  fieldsOf,
  flagOf,
  membersOf,
  nameOnOneLine,
  positiveOf,
  required,
  wholeOf,
} from '../input/fields.ts';
import { type Json, parseJson } from '../input/json.ts';
import { BadInput } from '../problem.ts';
import type { Claim, ShareProblem } from './claim.ts';

const known = ['stock', 'claims', 'class', 'weight', 'floor', 'ceiling', 'indivisible'];

/** `{"stock":200,"claims":{"A":100},"class":{"A":1}?,"weight":{"A":1.5}?,"floor":{…}?,"ceiling":{…}?,"indivisible":true?}` */
export function readShareProblem(text: string): ShareProblem {
  const root = parseJson(text);
  const fields = fieldsOf(root, known);
  const claims = membersOf(required(root, 'claims'));
  const map = <T>(name: string, read: (node: Json) => T) => readMap(fields.get(name), claims, read);
  const [ranks, weights] = [map('class', wholeOf), map('weight', positiveOf)];
  const [floors, ceilings] = [map('floor', amountOf), map('ceiling', amountOf)];
  // Who is in no class comes after all classes.
  const last = [...ranks.values()].reduce((most, rank) => Math.max(most, rank), 0) + 1;
  const indivisible = fields.get('indivisible');
  return {
    stock: amountOf(required(root, 'stock')),
    claims: [...claims].map(([id, node]): Claim => {
      nameOnOneLine(node, id);
      const amount = amountOf(node);
      const floor = floors.get(id) ?? zero;
      return {
        id,
        amount,
        weight: weights.get(id) ?? ratio(1n),
        rank: ranks.get(id) ?? last,
        floor,
        ceiling: checkedCeiling(fields.get('ceiling'), id, { floor, ceiling: ceilings.get(id) ?? amount }),
      };
    }),
    indivisible: indivisible !== undefined && flagOf(indivisible),
  };
}

function readMap<T>(
  node: Json | undefined,
  claims: ReadonlyMap<string, Json>,
  read: (node: Json) => T,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const [id, value] of node === undefined ? [] : membersOf(node)) {
    if (!claims.has(id)) {
      const { path, line, column } = value;
      throw new BadInput(
        'unknown-claimant',
        { path, line, column },
        {
          es: `«${id}» no pide nada en claims`,
          en: `“${id}” claims nothing in claims`,
        },
      );
    }
    found.set(id, read(value));
  }
  return found;
}

function checkedCeiling(node: Json | undefined, id: string, bounds: { floor: Ratio; ceiling: Ratio }): Ratio {
  const { floor, ceiling } = bounds;
  const own = node?.kind === 'object' ? node.members.get(id) : undefined;
  if (own === undefined || floor.n * ceiling.d <= ceiling.n * floor.d) return ceiling;
  const { path, line, column } = own;
  throw new BadInput(
    'floor-above-ceiling',
    { path, line, column },
    {
      es: 'el techo es menor que el piso',
      en: 'the ceiling is lower than the floor',
    },
  );
}
