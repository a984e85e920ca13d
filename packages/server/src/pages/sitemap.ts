import type { Node } from '../app/node.ts';
import { guideNames } from './guide/shelf.ts';

/** So many addresses one file may have (sitemaps.org, 0.9). */
export const MOST_LISTED = 50_000;

/** Nothing there is a page to be found: applications, what programs ask, what one reader alone was sent. */
const notForSearch = ['/phone', '/office', '/ballot/', '/supply', '/pass', '/api/', '/mail/', '/translate'] as const;

export const robotsText = (base: string): string =>
  `User-agent: *\n${notForSearch.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${base}/sitemap.xml\n`;

const ofAll: readonly string[] = ['/', '/map', '/guide', ...guideNames.map((name) => `/guide/${name}`)];

type Row = Awaited<ReturnType<Node['listed']>>['rows'][number];

const pathOf = ({ name, kind, key }: Row): string =>
  `/b/${encodeURIComponent(name)}${kind === 'body' ? '' : `/${kind}/${key}`}`;

const document = (name: 'urlset' | 'sitemapindex', each: 'url' | 'sitemap', addresses: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses
    .map((address) => `<${each}><loc>${address.replaceAll('&', '&amp;')}</loc></${each}>\n`)
    .join('')}</${name}>\n`;

/**
 * Which pages a search engine should know: bodies, their resolutions and consultations, guides. Too many for one file are an index
 * of several. `part`: one of those, from 1. Null where there is no such part.
 */
export async function sitemap(node: Pick<Node, 'listed'>, base: string, part: number | null): Promise<string | null> {
  const page = {
    from: Math.max(0, ((part ?? 1) - 1) * MOST_LISTED - (part === 1 ? 0 : ofAll.length)),
    most: MOST_LISTED,
  };
  const { rows, all } = await node.listed(page);
  const parts = Math.ceil((all + ofAll.length) / MOST_LISTED);
  if (part === null && parts > 1)
    return document(
      'sitemapindex',
      'sitemap',
      Array.from({ length: parts }, (_, at) => `${base}/sitemap/${at + 1}.xml`),
    );
  if (part !== null && (part < 1 || part > parts || parts === 1)) return null;
  const paths = part === null || part === 1 ? [...ofAll, ...rows.map(pathOf)] : rows.map(pathOf);
  return document(
    'urlset',
    'url',
    paths.slice(0, MOST_LISTED).map((path) => `${base}${path}`),
  );
}
