import { createHash } from 'node:crypto';
import type { Statute } from '@cabildo/core';
import { type FullSample, type Organisation, shareOut } from './sample.ts';
import { seatsByClass, statuteOf } from './statutes.ts';

/** All bases are founded on one day: whatever can be done at once is. */
export const foundingDay = 9;

/** How much of it is played: everything, unless somebody is in a hurry. */
export interface FullSize {
  readonly districts: number;
  /** Of all fourteen districts; the sample's number unless said otherwise. */
  readonly juntas?: number;
  /** The first so many of the sample, and one of each further kind of statute. */
  readonly organisations?: number;
}

/** A base as it is to be: who is in it, what rules it adopts, how many come. */
export interface BasePlan {
  readonly name: string;
  readonly title: string;
  readonly statute: Statute;
  readonly people: readonly string[];
  readonly seats: number;
  /** Of an organisation, in the Assembly. */
  readonly class?: string;
  /** Whether its founding sitting reaches the first call's quorum. */
  readonly founds: 'first' | 'second';
  /** Day of its founding sitting. */
  readonly foundedOn: number;
  /** On which call it answers what it is asked; those that never meet stay silent. */
  readonly answers: 'first' | 'second' | 'silent';
  /** Whether it held a sitting on paper that is entered afterwards. */
  readonly late: boolean;
  /** From 0 to 1: where it stands in what divides opinions. */
  readonly mood: number;
}

export interface DistrictPlan {
  readonly name: string;
  readonly title: string;
  readonly juntas: readonly BasePlan[];
}

export interface FullPlan {
  readonly districts: readonly DistrictPlan[];
  readonly organisations: readonly BasePlan[];
}

export function planOf(sample: FullSample, size: FullSize): FullPlan {
  const counts = shareOut(
    size.juntas ?? sample.juntas,
    sample.districts.map(({ population }) => population),
  );
  const people = namesOf(sample);
  return {
    districts: sample.districts.slice(0, size.districts).map(({ district }, place) => ({
      name: `distrito-${district}`,
      title: `Distrito ${district} de El Alto`,
      juntas: Array.from({ length: counts[place] ?? 1 }, (_, zone) => junta(sample.seed, district, zone + 1, people)),
    })),
    organisations: someOf(sample.organisations, size.organisations).map((one) =>
      organisation(sample.seed, one, people),
    ),
  };
}

function someOf(all: readonly Organisation[], count = all.length): readonly Organisation[] {
  const kinds = new Set(all.slice(0, count).map(({ template }) => template));
  return all.filter(({ template }, place) => place < count || kinds.size < kinds.add(template).size);
}

type Names = (body: string, count: number) => readonly string[];

function junta(seed: string, district: number, zone: number, people: Names): BasePlan {
  const name = `junta-d${two(district)}-z${String(zone).padStart(3, '0')}`;
  const chance = (what: string): number => chanceOf(seed, name, what);
  const answers = chance('answers');
  const second = answers < 0.12;
  const founds = chance('founds') < 0.06 ? 'second' : 'first';
  // The second call wants a tenth person at least: too few for the first only where more belong.
  const size = (second || founds === 'second' ? 24 : 13) + Math.floor(chance('size') * 8);
  return {
    name,
    title: `Junta Vecinal Zona ${zone}, Distrito ${district}`,
    statute: statuteOf('neighbourhood-council'),
    people: people(name, size),
    seats: 2,
    founds,
    foundedOn: foundingDay,
    answers: second ? 'second' : answers > 0.95 ? 'silent' : 'first',
    late: chance('late') < 0.05,
    mood: chance('mood'),
  };
}

function organisation(seed: string, { template, ...one }: Organisation, people: Names): BasePlan {
  return {
    ...one,
    statute: statuteOf(template),
    people: people(one.name, 17 + Math.floor(chanceOf(seed, one.name, 'size') * 8)),
    seats: seatsByClass[one.class] ?? 1,
    founds: 'first',
    foundedOn: foundingDay,
    answers: 'first',
    late: false,
    mood: chanceOf(seed, one.name, 'mood'),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** From 0 to 1, the same for the same words: no two runs of the story differ. */
function chanceOf(seed: string, name: string, what: string): number {
  return createHash('sha256').update(`${seed}\n${name}\n${what}`).digest().readUInt32BE() / 2 ** 32;
}

function namesOf({ seed, givenNames, familyNames }: FullSample): Names {
  const pick = (names: readonly string[], number: number): string => names[number % names.length] ?? '';
  return (body, count) => {
    const start = Math.floor(chanceOf(seed, body, 'people') * 10_000);
    return Array.from({ length: count }, (_, number) => {
      const one = start + number;
      return `${pick(givenNames, one * 7)} ${pick(familyNames, one * 5)} ${pick(familyNames, one * 11 + 1)}`;
    });
  };
}
