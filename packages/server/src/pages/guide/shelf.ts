import type { Language } from '../../app/languages/locale.ts';
import { type Block, blocksOf } from './markdown.ts';

/** In the order in which somebody meets what they tell of. */
export const guideNames = [
  'first-assembly',
  'tellers',
  'hall-screen',
  'delegates',
  'consultation',
  'hall-node',
  'without-power',
  'seized',
  'node',
] as const;

export type GuideName = (typeof guideNames)[number];

/** Settings that the guide for a node tells to copy. */
export const guideFiles = [
  'cabildo.service',
  'cabildo-backup.service',
  'cabildo-backup.timer',
  'node.env',
  'nginx.conf',
  'Caddyfile',
] as const;

export interface Guide {
  readonly name: GuideName;
  readonly title: string;
  /** The first paragraph: what it is for. */
  readonly lead: Block | undefined;
  readonly blocks: readonly Block[];
}

export function guideOf(name: GuideName, markdown: string): Guide {
  const [title, ...blocks] = blocksOf(markdown);
  return { name, title: title?.kind === 'heading' ? title.text : name, lead: blocks[0], blocks };
}

/** Where guides come from is not a page's to know. */
export type ReadGuide = (name: GuideName, language: Language) => Promise<Guide>;

export const isGuide = (name: string): name is GuideName => (guideNames as readonly string[]).includes(name);
