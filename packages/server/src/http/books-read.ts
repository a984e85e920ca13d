import type { Node } from '../app/node.ts';

/** What a node is asked about one book, which is named first. */
const ofOneBook: ReadonlySet<PropertyKey> = new Set([
  'book',
  'acts',
  'act',
  'actsOf',
  'tile',
  'bundle',
  'inclusion',
  'consistency',
  'disclosures',
  'attachment',
  'election',
  'signerOf',
] satisfies readonly (keyof Node)[]);

/**
 * What does not follow from books. Heads that witnesses have seen and evidence against a book are looked up in the store: they
 * may be shown as late as the hour itself.
 */
const ofNoBook: ReadonlySet<PropertyKey> = new Set(['name', 'now', 'store'] satisfies readonly (keyof Node)[]);

type Asking = (book: string, ...rest: readonly unknown[]) => unknown;

/** Which books something follows from, found out while it is made: it asks the node through here. */
export class BooksRead {
  readonly node: Node;
  readonly #of: Node;
  /** No book is called by nothing: every page follows from which books there are. */
  readonly #origins = new Set(['']);
  /** It follows from all of them, or nobody knows from which. */
  #any = false;

  constructor(node: Node) {
    this.#of = node;
    this.node = new Proxy(node, {
      get: (target, name): unknown => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function' || !ofOneBook.has(name)) {
          if (!ofNoBook.has(name)) this.#any = true;
          return value;
        }
        const ask: Asking = (book, ...rest) => (value as Asking).call(target, book, ...rest);
        return name === 'book' ? (book: string) => this.#bookCalled(book) : this.#noting(ask);
      },
    });
  }

  /** One more. A name means another book once the body goes on in it. */
  note(book: string): void {
    if (book.includes('/')) this.#origins.add(book);
    else this.#any = true;
  }

  /** Whether any of them has changed since the node had counted so many changes. */
  changedSince(changes: number): boolean {
    if (this.#any) return this.#of.changes() !== changes;
    for (const origin of this.#origins) if (this.#of.changes(origin) > changes) return true;
    return false;
  }

  #noting(ask: Asking): Asking {
    return (book, ...rest) => {
      this.note(book);
      return ask(book, ...rest);
    };
  }

  async #bookCalled(book: string): ReturnType<Node['book']> {
    const found = await this.#of.book(book);
    this.note(found?.origin ?? book);
    return found;
  }
}
