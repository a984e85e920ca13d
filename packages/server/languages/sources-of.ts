// The Spanish texts of which a function of words makes what it says, with a name in braces where something is put in.
import { type ESTree, parseSync } from 'vite';

type Node = ESTree.Node & { readonly [field: string]: unknown };

/** Calls that put a number before one of two words. */
const countedBy: ReadonlySet<string> = new Set(['s', 'w', 'many']);
/** Calls whose texts are looked for or put between others, and never said. */
const silent: ReadonlySet<string> = new Set([
  'join',
  'replace',
  'replaceAll',
  'split',
  'padStart',
  'padEnd',
  'test',
  'includes',
  'startsWith',
  'endsWith',
  'slice',
]);

export function sourcesOf(words: (...args: never[]) => unknown): readonly string[] {
  const text = words.toString();
  // A method is a function only inside an object.
  const tries = [`(${text})`, `({${text}})`];
  for (const code of tries) {
    const { program, errors } = parseSync('words.js', code);
    if (errors.length === 0) return [...new Set(saidIn(program as unknown as Node))];
  }
  throw new Error(`cannot be read as a function: ${text.slice(0, 80)}`);
}

function* saidIn(node: Node): Generator<string> {
  const template = templateOf(node);
  if (template !== null) {
    yield template;
    for (const part of placedIn(node)) yield* saidIn(part);
    return;
  }
  if (node.type === 'CallExpression') {
    const { callee, arguments: given } = node as unknown as { callee: Node; arguments: readonly Node[] };
    const name = nameOf(callee);
    if (silent.has(name)) return yield* saidIn(callee);
    if (countedBy.has(name) && given.length === 3) {
      for (const word of given.slice(1)) for (const said of saidIn(word)) yield `{count} ${said}`;
      return;
    }
    if (name === 'noted') {
      const [label] = given[0] === undefined ? [] : [...saidIn(given[0])];
      yield ` (${label ?? ''}{value})`;
      return;
    }
  }
  for (const child of childrenOf(node)) yield* saidIn(child);
}

/** Nodes that may be said: keys, what is compared with, and what is looked up by are names and no words. */
function childrenOf(node: Node): readonly Node[] {
  const skipped =
    node.type === 'BinaryExpression' && (node as unknown as { operator: string }).operator !== '+'
      ? ['left', 'right']
      : node.type === 'Property'
        ? ['key']
        : node.type === 'MemberExpression'
          ? ['property']
          : node.type === 'SwitchCase'
            ? ['test']
            : node.type === 'AssignmentPattern'
              ? ['left']
              : [];
  return Object.entries(node).flatMap(([field, value]) =>
    skipped.includes(field) ? [] : (Array.isArray(value) ? value : [value]).filter(isNode),
  );
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

interface Template {
  readonly quasis: readonly { readonly value: { readonly cooked: string } }[];
  readonly expressions: readonly Node[];
}

/** Null where the node is no text. */
function templateOf(node: Node): string | null {
  if (node.type === 'Literal') {
    const { value } = node as unknown as { value: unknown };
    return typeof value === 'string' && value !== '' ? value : null;
  }
  if (node.type !== 'TemplateLiteral') return null;
  const { quasis, expressions } = node as unknown as Template;
  const names = new Set<string>();
  return quasis
    .map(({ value }, at) => {
      const expression = expressions[at];
      return value.cooked + (expression === undefined ? '' : `{${freeName(nameOf(expression), names)}}`);
    })
    .join('');
}

const placedIn = (node: Node): readonly Node[] =>
  node.type === 'TemplateLiteral' ? (node as unknown as Template).expressions : [];

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}${number}`;
  taken.add(free);
  return free;
}

/** What whoever translates is shown of an expression: of `say.day(until)` it is `until`. */
function nameOf(node: Node): string {
  const { type } = node;
  if (type === 'Identifier') return (node as unknown as { name: string }).name;
  if (type === 'MemberExpression') {
    const { property, computed, object } = node as unknown as { property: Node; computed: boolean; object: Node };
    if (!computed)
      return property.type === 'Identifier' && nameOf(property) === 'length' ? nameOf(object) : nameOf(property);
    return nameOf(object);
  }
  if (type === 'CallExpression') {
    const { callee, arguments: given } = node as unknown as { callee: Node; arguments: readonly Node[] };
    const [first] = given;
    return first === undefined || nameOf(first) === 'part' ? nameOf(callee) : nameOf(first);
  }
  return 'part';
}
