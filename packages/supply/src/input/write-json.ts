import type { Json } from './json.ts';

/** JSON as text again, each number as it was written, a line for each of what the document lists. */
export function writeJson(node: Json): string {
  return `${written(node, 0)}\n`;
}

/** So deep everything has a line of its own: `{"sites":[` and each site. */
const LINES = 2;

function written(node: Json, depth: number): string {
  switch (node.kind) {
    case 'object': {
      const members = [...node.members].map(([name, value]) => `${JSON.stringify(name)}:${written(value, depth + 1)}`);
      return wrapped(['{', '}'], members, depth);
    }
    case 'array':
      return wrapped(
        ['[', ']'],
        node.items.map((item) => written(item, depth + 1)),
        depth,
      );
    case 'string':
      return JSON.stringify(node.text);
    case 'number':
      return node.text;
    case 'boolean':
      return `${node.value}`;
    case 'null':
      return 'null';
  }
}

function wrapped([open, close]: readonly [string, string], parts: readonly string[], depth: number): string {
  if (parts.length === 0 || depth >= LINES) return `${open}${parts.join(',')}${close}`;
  return `${open}\n${parts.map((part) => `${' '.repeat(depth + 1)}${part}`).join(',\n')}\n${' '.repeat(depth)}${close}`;
}
