/** A book's row, as far as names go. */
interface NamedBook {
  readonly origin: string;
  readonly remote: boolean;
  readonly size: number;
  readonly predecessor: string | null;
}

/** How books are called on this node. A body goes on being called by its name when its book goes on as a successor. */
export class BookNames {
  readonly #nodeName: string;
  readonly #successors = new Map<string, string>();

  constructor(nodeName: string, books: readonly NamedBook[]) {
    this.#nodeName = nodeName;
    for (const book of books) this.begun(book);
  }

  /** A book that has acts; if it goes on from another, that one's name now means this. */
  begun({ origin, remote, size, predecessor }: NamedBook): void {
    if (predecessor !== null && !remote && size > 0) this.#successors.set(predecessor, origin);
  }

  /** A body's name means the book in which it goes on, an origin that very book. */
  read(book: string): string {
    return book.includes('/') ? book : this.write(book);
  }

  /** What is to be written goes to where the body goes on, however it is called. */
  write(book: string): string {
    let origin = book.includes('/') ? book : `${this.#nodeName}/${book}`;
    for (let next = this.#successors.get(origin); next !== undefined; next = this.#successors.get(origin))
      origin = next;
    return origin;
  }
}

/** A body's people keep their cards and sessions in its successor books: `<origin>`, `<origin>~2`, … are one family. */
export const familyOf = (origin: string): string => origin.replace(/~[1-9][0-9]*$/, '');
