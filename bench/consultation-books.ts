// The books of a federation of ten thousand bases in three tiers. One base, one district and one department act by the
// real rules; the others are written after them, act by act, under names and keys of their own.
import { createHash } from 'node:crypto';
import { appendLeaf, EMPTY_RANGE, formatVkey, rootOf, type Signer, signCheckpoint, verifierKey } from '@cabildo/book';
import { nodeCrypto, signerFromSeed } from '@cabildo/book/node';
import type { Actor } from '@cabildo/core';
import type { Book, StoredAct } from '../packages/core/test/federation/book.ts';
import type { Federation } from '../packages/core/test/federation/federation.ts';
import { answerBelow, askAll, type Tiered, tierAbove } from '../packages/core/test/federation/tiers-story.ts';
import { federationOf, type World } from '../packages/core/test/federation/upper.ts';
import { LeafWriter } from './leaves.ts';

/** How many departments, districts in each, bases in each district. */
export type Shape = readonly [number, number, number];

const TEMPLATE_BASES = 3;

/** What was acted by the rules, and where in each book the question was put. */
export interface Template {
  readonly fed: Federation;
  readonly district: World;
  readonly department: World;
  readonly top: World;
  /** Lengths of the books before the question; of a base, before its answer. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly consultation: number;
  readonly resolution: number;
  /** When everything before the question, and before the answer, was there. */
  readonly foundedAt: string;
  readonly answeredAt: string;
}

export function actTemplate(): Template {
  const district = federationOf({ bases: TEMPLATE_BASES });
  const department = tierAbove(district, 'departamento');
  const top = tierAbove(department, 'federacion');
  const { fed } = district;
  const tiered: Tiered = { ...top, district: district.upper.origin, below: district.bases };
  const { resolution, consultation } = askAll(tiered);
  const sizes = new Map([...fed.books].map(([origin, { acts }]) => [origin, acts.length]));
  sizes.set(top.upper.origin, consultation);
  const foundedAt = fed.now;
  for (const [number] of district.bases.entries())
    answerBelow(tiered, number, consultation, number === 1 ? 'no' : 'yes');
  return { fed, district, department, top, sizes, consultation, resolution, foundedAt, answeredAt: fed.now };
}

/** One book as it is written: under which name, with which of the template's names called what. */
export interface Written {
  readonly origin: string;
  readonly vkey: string;
  readonly writer: LeafWriter;
  readonly signer: Signer;
  readonly template: Book;
  readonly rename: (act: StoredAct) => StoredAct;
}

export interface Plan {
  /** The federation's book, and under which name the books of the others are. */
  readonly top: string;
  readonly far: string;
  readonly shape: Shape;
  readonly template: Template;
}

export const baseName = ({ far }: Plan, department: number, district: number, base: number): string =>
  `${far}/b-${department}-${district}-${base}`;
const districtName = ({ far }: Plan, department: number, district: number): string =>
  `${far}/t-${department}-${district}`;
const departmentName = ({ far }: Plan, department: number): string => `${far}/d-${department}`;

/** Names of the template as they are called around that base. Those directly in the tiers above are always the first. */
function namesAt(plan: Plan, department: number, district: number): ReadonlyMap<string, string> {
  const { district: low, department: middle, top } = plan.template;
  return new Map([
    ...low.bases.map(({ origin }, i) => [origin, baseName(plan, department, district, i)] as const),
    [low.upper.origin, districtName(plan, department, district)],
    [middle.upper.origin, departmentName(plan, department)],
    [top.upper.origin, plan.top],
  ]);
}

function write(plan: Plan, template: Book, origin: string, names: ReadonlyMap<string, string>): Written {
  const all = new Map(names).set(template.origin, origin);
  const pattern = new RegExp(
    `(?:${[...all.keys()].map((name) => name.replace(/[.]/g, '\\.')).join('|')})(?![\\w-])`,
    'g',
  );
  const rename = (act: StoredAct): StoredAct =>
    JSON.parse(JSON.stringify(act).replace(pattern, (name) => all.get(name) as string));
  const signer = signerFromSeed(createHash('sha256').update(`log of ${origin}`).digest());
  const vkey = formatVkey(verifierKey(origin, 1, signer.publicKey, nodeCrypto));
  const writer = new LeafWriter(origin);
  const written = { origin, vkey, writer, signer, template, rename };
  for (const act of template.acts.slice(0, plan.template.sizes.get(template.origin))) writer.write(rename(act));
  return written;
}

/** Admissions of the bodies that the template does not have, written after the one of its last body. */
function admitMore(written: Written, below: readonly string[]): void {
  const model = written.template.acts.findLast(({ act }) => act === 'AffiliationAdmitted') as StoredAct;
  const last = written.template.acts[written.writer.entries.length - 1] as StoredAct;
  for (const name of below) {
    const data = { ...written.rename(model).data, below: name, title: name } as unknown as StoredAct['data'];
    written.writer.write({ ...model, index: written.writer.entries.length, at: last.at, data } as StoredAct);
  }
  const proven = { ...written.rename(provenIn(written.template.acts)), index: written.writer.entries.length };
  written.writer.write({ ...proven, at: last.at });
}

/** Written again after further admissions: who is admitted before the founding is complete is known from the beginning. */
const provenIn = (acts: readonly StoredAct[]): StoredAct =>
  acts.findLast(({ act }) => act === 'BodyProven') as StoredAct;

/** A head over what is written. */
export function headOf({ origin, writer, signer }: Written): { readonly root: Uint8Array; readonly note: string } {
  const range = writer.hashes.reduce((grown, leaf) => appendLeaf(grown, leaf, nodeCrypto), EMPTY_RANGE);
  const root = rootOf(range, nodeCrypto);
  return { root, note: signCheckpoint({ origin, size: writer.hashes.length, root }, signer, origin, nodeCrypto) };
}

/** Every book of other nodes as far as the question: bases, districts, departments. */
export function* booksBelow(plan: Plan): Generator<Written> {
  const { shape, template } = plan;
  const book = (world: World): Book => template.fed.book(world.upper.origin);
  const [departments, districts, bases] = shape;
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
  for (const department of range(0, departments)) {
    const middle = write(
      plan,
      book(template.department),
      departmentName(plan, department),
      namesAt(plan, department, 0),
    );
    admitMore(
      middle,
      range(1, districts).map((district) => districtName(plan, department, district)),
    );
    yield middle;
    for (const district of range(0, districts)) {
      const names = namesAt(plan, department, district);
      const low = write(plan, book(template.district), districtName(plan, department, district), names);
      admitMore(
        low,
        range(TEMPLATE_BASES, bases).map((base) => baseName(plan, department, district, base)),
      );
      yield low;
      for (const base of range(0, bases)) {
        const model = template.district.bases[Math.min(base, TEMPLATE_BASES - 1)] as World['bases'][number];
        yield write(plan, template.fed.book(model.origin), baseName(plan, department, district, base), names);
      }
    }
  }
}

/** The federation's own acts before the question, and those that admit the departments which the template does not have. */
export function topActs(plan: Plan): readonly StoredAct[] {
  const { template, shape } = plan;
  const book = template.fed.book(template.top.upper.origin);
  const written = write(plan, book, plan.top, namesAt(plan, 0, 0));
  const acts = book.acts.slice(0, template.consultation).map(written.rename);
  const model = acts.findLast(({ act }) => act === 'AffiliationAdmitted') as StoredAct;
  const more = Array.from({ length: shape[0] - 1 }, (_, i) => {
    const data = { ...model.data, below: departmentName(plan, i + 1), title: `d-${i + 1}` };
    return { ...model, at: acts.at(-1)?.at ?? model.at, index: acts.length + i, data } as unknown as StoredAct;
  });
  const index = acts.length + more.length;
  return [...acts, ...more, { ...provenIn(acts), index, at: acts.at(-1)?.at ?? model.at }];
}

/** Who may put the question: the same seat as in the template, by the name it has here. */
export function presidiumOf(plan: Plan): Actor {
  const { presidium } = plan.template.top.upper;
  if (presidium.kind !== 'seat') throw new Error('the presidency of an assembly of delegates is a seat');
  return { ...presidium, below: namesAt(plan, 0, 0).get(presidium.below) as string };
}

/** The evening on which the base answers, as it was acted, on the question under the number that it has on the node. */
export function answer(plan: Plan, written: Written, asked: { readonly index: number; readonly leaf: string }): void {
  const { sizes, consultation } = plan.template;
  const number = new RegExp(`("consultation":\\{"book":"[^"]+","index":)${consultation}\\}`, 'g');
  for (const act of written.template.acts.slice(sizes.get(written.template.origin))) {
    const here = JSON.parse(JSON.stringify(written.rename(act)).replace(number, `$1${asked.index}}`)) as StoredAct;
    const cited = { ...asked, size: asked.index + 1 };
    const cites = here.cites.map((cite) => (cite.book === plan.top ? { ...cite, ...cited } : cite));
    written.writer.write({ ...here, cites });
  }
}
