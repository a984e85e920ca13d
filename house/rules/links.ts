import { posix } from 'node:path';
import type { Finding } from '../source.ts';

export type Page = { path: string; text: string };

const link = /\[[^\]]*\]\((?<target>[^()\s]+)(?:\s+"[^"]*")?\)/g;
const elsewhere = /^(?:[a-z]+:|\/\/)/;

/** Every link of a page to a file of this repository, and to a heading in one, leads somewhere. */
export function links(pages: Page[], exists: (path: string) => boolean): Finding[] {
  const headings = new Map(pages.map((page) => [page.path, new Set(anchors(page.text))]));
  return pages.flatMap((page) =>
    withoutCode(page.text)
      .split('\n')
      .flatMap((text, index) =>
        [...text.matchAll(link)].flatMap((match) => {
          const target = match.groups?.target ?? '';
          if (elsewhere.test(target) || leads(page.path, target, exists, headings)) return [];
          return [{ path: page.path, line: index + 1, rule: 'links', message: `${target} leads nowhere` }];
        }),
      ),
  );
}

function leads(
  from: string,
  target: string,
  exists: (path: string) => boolean,
  headings: Map<string, Set<string>>,
): boolean {
  const [file = '', anchor] = decodeURIComponent(target).split('#');
  const path = file === '' ? from : posix.join(posix.dirname(from), file);
  if (file !== '' && !exists(path)) return false;
  return anchor === undefined || anchor === '' || (headings.get(path)?.has(anchor) ?? true);
}

/** The anchors that forges make of headings. */
function anchors(text: string): string[] {
  const titles = withoutCode(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  return [...titles].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

/** Code shows links without being one. The lines stay where they are. */
function withoutCode(text: string): string {
  return text
    .replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replaceAll(/[^\n]/g, ''))
    .replaceAll(/`[^`\n]*`/g, '');
}
