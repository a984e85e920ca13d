import { addLimb, type Ballots } from '../election.ts';
import { isTied } from '../ranked.ts';

/** What a candidate does to a ballot that comes along: takes all of it, keeps a part, or nothing. */
export const PASSED = 0;
export const KEEPS_A_PART = 1;
export const TAKES_ALL = 2;

/** One step of a path: after `parent`, `weight` of ballots comes to `candidate`, or to nobody (-1). */
export type Step = { readonly parent: number; readonly candidate: number; readonly weight: bigint };

/**
 * The ways that ballots go: past those who keep a part of them, up to whoever takes the rest. As many ballots go the same way,
 * a count by keep factors looks at ways, not at ballots. Ballots with a shared rank come back as groups (`anyTie`: all of
 * those, whether or not the shared rank is reached). A step's parent is its place in the list, -1 at the start.
 */
export function pathsOf(ballots: Ballots, roles: Uint8Array, anyTie = false): { steps: Step[]; tied: number[] } {
  const tree = new PathTree();
  const tied: number[] = [];
  const ends = new Int32Array(ballots.groups);
  const { entries, starts } = ballots;
  for (let group = 0; group < ballots.groups; group++) {
    const end = starts[group + 1] as number;
    let node = -1;
    let done = false;
    if (anyTie && hasSharedRank(entries, starts[group] as number, end)) {
      tied.push(group);
      ends[group] = -2;
      continue;
    }
    for (let at = starts[group] as number; at < end && !done; at++) {
      const entry = entries[at] as number;
      if (at + 1 < end && isTied(entries[at + 1] as number) && standsIn(entries, at, end, roles)) {
        node = -2;
        break;
      }
      const candidate = entry >> 1;
      if (entry < 0 || roles[candidate] === PASSED || tree.has(node, candidate)) continue;
      node = tree.child(node, candidate);
      done = roles[candidate] === TAKES_ALL;
    }
    if (node === -2) tied.push(group);
    else if (!done && node >= -1) node = tree.child(node, -1);
    ends[group] = node;
  }
  return { steps: tree.weighed(ballots, ends), tied };
}

function hasSharedRank(entries: Int32Array, from: number, end: number): boolean {
  for (let at = from + 1; at < end; at++) if (isTied(entries[at] as number)) return true;
  return false;
}

/** Whether two or more of a shared rank still count; otherwise the rank is as good as not shared. */
function standsIn(entries: Int32Array, from: number, end: number, roles: Uint8Array): boolean {
  let standing = 0;
  for (let at = from; at < end && (at === from || isTied(entries[at] as number)); at++) {
    const entry = entries[at] as number;
    if (entry >= 0 && roles[entry >> 1] !== PASSED) standing += 1;
  }
  return standing > 1;
}

/** Steps by parent and candidate, in the order in which they were first taken: a parent comes before its children. */
class PathTree {
  private parents = new Int32Array(256);
  private candidates = new Int32Array(256);
  private slots = new Int32Array(1024).fill(-1);
  private size = 0;

  child(parent: number, candidate: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(parent, candidate) & mask;
    for (let found = this.slots[slot] as number; found >= 0; found = this.slots[slot] as number) {
      if (this.parents[found] === parent && this.candidates[found] === candidate) return found;
      slot = (slot + 1) & mask;
    }
    const fresh = this.size;
    this.slots[slot] = fresh;
    if (fresh === this.parents.length) this.widen();
    this.parents[fresh] = parent;
    this.candidates[fresh] = candidate;
    this.size += 1;
    if (this.size * 2 > this.slots.length) this.rehash();
    return fresh;
  }

  /** Whether a ballot that came this way has met the candidate already: naming somebody twice counts once. */
  has(node: number, candidate: number): boolean {
    for (let at = node; at >= 0; at = this.parents[at] as number) if (this.candidates[at] === candidate) return true;
    return false;
  }

  /** All steps, with the weight of all ballots that take them. */
  weighed(ballots: Ballots, ends: Int32Array): Step[] {
    const sums = new Array<bigint>(this.size).fill(0n);
    ballots.limbs.forEach((limb, digit) => {
      const part = new Float64Array(this.size);
      for (let group = 0; group < ends.length; group++) {
        const end = ends[group] as number;
        if (end >= 0) part[end] = (part[end] as number) + (limb[group] as number);
      }
      addLimb(sums, part, digit);
    });
    for (let at = this.size - 1; at >= 0; at--) {
      const parent = this.parents[at] as number;
      if (parent >= 0) sums[parent] = (sums[parent] as bigint) + (sums[at] as bigint);
    }
    return sums.map((weight, at) => {
      return { parent: this.parents[at] as number, candidate: this.candidates[at] as number, weight };
    });
  }

  private widen(): void {
    const [parents, candidates] = [new Int32Array(this.size * 2), new Int32Array(this.size * 2)];
    parents.set(this.parents);
    candidates.set(this.candidates);
    this.parents = parents;
    this.candidates = candidates;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let at = 0; at < this.size; at++) {
      let slot = hash(this.parents[at] as number, this.candidates[at] as number) & mask;
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = at;
    }
  }
}

function hash(parent: number, candidate: number): number {
  const mixed = Math.imul(parent + 1, 0x9e3779b1) ^ Math.imul(candidate + 2, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
