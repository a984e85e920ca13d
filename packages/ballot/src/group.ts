import { inverseModulo, modulo } from './arithmetic.ts';
import { fixedBase } from './fixed-base.ts';
import type { Machine } from './machine.ts';
import { type GroupName, type GroupParameters, knownGroups } from './parameters.ts';

/**
 * An element of a group. Outside this file nothing is done with it but through its group, so that a group whose elements
 * are no numbers (a curve) can be added here alone.
 */
export type Element = bigint;

/** A cyclic group of prime order in which discrete logarithms are hard. */
export interface Group {
  readonly name: GroupName;
  /** Its order, below which every exponent lies. */
  readonly q: bigint;
  readonly g: Element;
  readonly one: Element;
  multiply(a: Element, b: Element): Element;
  divide(a: Element, b: Element): Element;
  power(base: Element, exponent: bigint): Element;
  /** `g ** exponent`, from a table. */
  powerOfG(exponent: bigint): Element;
  /** `g ** -number` for a small number, remembered: a ciphertext times this holds that much less. */
  less(number: number): Element;
  /** A base that is raised often gets a table of its own. */
  tableOf(base: Element): (exponent: bigint) => Element;
  /** An element as it is written in JSON and in what is hashed. */
  write(element: Element): string;
  /** The number that a text stands for, if it is one of the field; whether it belongs to the group is `isMember`'s. */
  read(text: string): Element | undefined;
  isMember(element: Element): boolean;
}

/** Leading zeroes, signs and spaces would let one number be written in many ways, and one ballot have many hashes. */
const canonicalNumber = /^(?:0|[1-9][0-9]*)$/;

/** Longer texts are not even read: reading a number costs more the longer it is. */
const MOST_DIGITS = 620;

export function readNumber(text: string): bigint | undefined {
  return text.length <= MOST_DIGITS && canonicalNumber.test(text) ? BigInt(text) : undefined;
}

/** A group keeps the table of its g, which takes a while to make. */
const made = new WeakMap<Machine, Map<string, Group>>();

export function groupNamed(name: string, machine: Machine): Group | undefined {
  const groups = made.get(machine) ?? new Map<string, Group>();
  made.set(machine, groups);
  const parameters = knownGroups.find((group) => group.name === name);
  if (parameters === undefined) return undefined;
  const group = groups.get(name) ?? residues(parameters, machine);
  groups.set(name, group);
  return group;
}

/** The subgroup of order q of the numbers modulo p. */
function residues({ name, p, g, q }: GroupParameters, { power }: Machine): Group {
  const bits = q.toString(2).length;
  const raise = (base: Element, exponent: bigint): Element => power(base, exponent, p);
  const tableOf = (base: Element) => fixedBase({ base, modulus: p, bits, power: raise });
  const powerOfG = tableOf(g);
  const lesses = new Map<number, Element>();
  return {
    name,
    q,
    g,
    one: 1n,
    multiply: (a, b) => (a * b) % p,
    divide(a, b) {
      const inverse = inverseModulo(b, p);
      if (inverse === undefined) throw new RangeError('division by what is no element');
      return (a * inverse) % p;
    },
    power: raise,
    powerOfG,
    less(number) {
      const known = lesses.get(number) ?? powerOfG(modulo(-BigInt(number), q));
      lesses.set(number, known);
      return known;
    },
    tableOf,
    write: (element) => element.toString(),
    read(text) {
      const number = readNumber(text);
      return number !== undefined && number > 0n && number < p ? number : undefined;
    },
    isMember: (element) => element > 0n && element < p && raise(element, q) === 1n,
  };
}
