// Cases of other people, beside the project; where they are absent, what needs them is skipped by name.
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Election } from '../src/election.ts';
import { readElection } from '../src/formats/read.ts';

const folders = ['../../../../shared/data/count/', '../../../../../shared/data/count/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
export const dataFolder = folders.find((folder) => existsSync(`${folder}index.json`));
export const skipWithoutData = dataFolder === undefined && 'no ../shared/data/count beside the project';

export type Case = {
  readonly id: string;
  readonly file: string;
  readonly expected: string;
  readonly method: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly seats: number | null;
  readonly winners: readonly string[];
  readonly winner_ids?: readonly string[];
};

export function cases(): Case[] {
  return dataFolder === undefined ? [] : JSON.parse(readText('index.json')).cases;
}

export const readText = (file: string): string => readFileSync(`${dataFolder}${file}`, 'utf8');

export function readCase(file: string): Election {
  const bytes = readFileSync(`${dataFolder}${file}`);
  const reading = readElection(extname(file).slice(1), [bytes]);
  if (!reading.ok)
    throw new Error(`${file}:${reading.problem.line}:${reading.problem.column} ${reading.problem.text.en}`);
  return reading.election;
}
