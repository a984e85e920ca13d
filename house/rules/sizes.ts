import type { Finding, Source } from '../source.ts';

export const tooLong = 400;
export const gettingLong = 300;

/** Source files stay short enough to be read at once. (How long a function may be is the linter's rule.) */
export function sizes(sources: Source[], limit = tooLong): Finding[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    if (lines <= limit || !/\/(src|node|look)\//.test(path)) return [];
    return [{ path, line: limit + 1, rule: 'sizes', message: `${lines} lines; more than ${limit} is too long` }];
  });
}
