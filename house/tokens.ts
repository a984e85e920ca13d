// A small tokenizer for TypeScript: enough to tell code from comments and strings, which is all that tidiness needs.
// (TypeScript 7 has no stable interface to ask: docs/decisions/0001-the-house.md.)

export type Token = {
  /** `template` is one piece of text of a template; what stands between `${` and `}` comes as ordinary tokens. */
  kind: 'word' | 'string' | 'template' | 'number' | 'regex' | 'sign';
  text: string;
  line: number;
};

const space = /\s+/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const word = /[\p{ID_Start}$_#@][\p{ID_Continue}$]*/uy;
const number = /\d[\w.]*/y;
const string = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const regex = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const templatePiece = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
const sign = /=>|\?\.|\.\.\.|[\s\S]/y;

/** After these a slash begins a regular expression; after anything else it divides. */
const beforeRegex =
  /^(?:[([{,;=:?!&|+\-*%~^>]|=>|\.\.\.|return|typeof|case|in|of|yield|await|void|delete|new|else|do)$/;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  // For each open template: how many braces of its current `${…}` are open.
  const templates: number[] = [];
  let at = 0;
  let line = 1;

  function take(pattern: RegExp, kind?: Token['kind']): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined || found === '') return undefined;
    if (kind !== undefined) tokens.push({ kind, text: found, line });
    at += found.length;
    line += found.split('\n').length - 1;
    return found;
  }

  function takeTemplate(): void {
    const piece = take(templatePiece, 'template');
    if (piece === undefined) at = text.length;
    else if (piece.endsWith('{')) templates.push(0);
  }

  function takeSign(): void {
    const found = take(sign, 'sign');
    if (found === '`') {
      tokens.pop();
      takeTemplate();
      return;
    }
    const open = templates.at(-1);
    if (open === undefined) return;
    if (found === '{') templates[templates.length - 1] = open + 1;
    if (found !== '}') return;
    if (open > 0) {
      templates[templates.length - 1] = open - 1;
      return;
    }
    tokens.pop();
    templates.pop();
    takeTemplate();
  }

  while (at < text.length) {
    if (take(space) ?? take(comment)) continue;
    if (take(string, 'string') ?? take(number, 'number') ?? take(word, 'word')) continue;
    const last = tokens.at(-1);
    const regexMayCome =
      last === undefined || ((last.kind === 'sign' || last.kind === 'word') && beforeRegex.test(last.text));
    if (regexMayCome && take(regex, 'regex')) continue;
    takeSign();
  }
  return tokens;
}
