import type { Time } from '@cabildo/core';

interface Entry<T> {
  readonly at: Time;
  readonly order: number;
  readonly what: T;
}

/** What is to happen, the earliest first; of the same moment, what was put down first (a binary heap). */
export class Agenda<T> {
  readonly #heap: Entry<T>[] = [];
  #order = 0;

  add(at: Time, what: T): void {
    const heap = this.#heap;
    let place = heap.push({ at, order: this.#order++, what }) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.#swapped(above, place)) return;
      place = above;
    }
  }

  take(): Entry<T> | null {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let place = 0, child = 1; child < heap.length; child = 2 * place + 1) {
      if (child + 1 < heap.length && this.#before(child + 1, child)) child += 1;
      if (!this.#swapped(place, child)) break;
      place = child;
    }
    return first;
  }

  #before(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one] as Entry<T>, this.#heap[other] as Entry<T>];
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  #swapped(above: number, below: number): boolean {
    if (!this.#before(below, above)) return false;
    const heap = this.#heap;
    [heap[above], heap[below]] = [heap[below] as Entry<T>, heap[above] as Entry<T>];
    return true;
  }
}
