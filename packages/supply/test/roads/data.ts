// Roads and road blocks of other people, beside the project; where they are absent, what needs them is skipped by name.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folders = ['../../../../../shared/data/', '../../../../../../shared/data/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const folder = folders.find((one) => existsSync(`${one}supply`));
export const skipWithoutData = folder === undefined && 'no ../shared/data beside the project';
export const readShared = (file: string): string => readFileSync(`${folder}${file}`, 'utf8');
