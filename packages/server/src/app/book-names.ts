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

/** As long as the title of a body may be that is admitted. */
const LONGEST = 120;

/**
 * What the book of another node is called here: as its founding says, with its node, because two nodes may each have one of the same
 * name. What its writer may have written there is not known to be a title.
 */
export function titleOfCopy(origin: string, title: unknown): string {
  const said =
    typeof title === 'string'
      ? title
          .toWellFormed()
          .replace(/\p{Cc}/gu, ' ')
          .trim()
      : '';
  if (said === '') return origin;
  const of = ` · ${origin.slice(0, origin.lastIndexOf('/'))}`;
  return `${said.slice(0, Math.max(0, LONGEST - of.length)).toWellFormed()}${of}`.slice(0, LONGEST);
}
