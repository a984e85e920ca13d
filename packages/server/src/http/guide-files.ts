import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { guideOf, type ReadGuide } from '../pages/guide/shelf.ts';

/** On the disk of this node: a hall without internet has them too. */
const folder = new URL('../../../../docs/guide/', import.meta.url);

export const guidePath = (path: string): string => fileURLToPath(new URL(path, folder));

export const readGuide: ReadGuide = async (name, language) =>
  guideOf(name, await readFile(guidePath(`${language}/${name}.md`), 'utf8'));
