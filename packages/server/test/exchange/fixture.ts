// Nodes on databases of their own, bodies whose acts are written as they stand, and a plain server of books.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { base64Decode, base64Encode, entriesPath, newTiles, type Signer, signSeal, tilePath } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { DraftAct } from '@cabildo/core';
import { bookFile } from '../../src/app/exchange/book-files.ts';
import { addCheckpoint, witnessedCheckpoint } from '../../src/app/exchange/witness.ts';
import { type Node, type NodeOptions, openNode } from '../../src/app/index.ts';
import { lightStatute } from '../app/node-fixture.ts';
import { databaseForNode } from '../database.ts';

export const vaultKey = Buffer.alloc(32, 7).toString('base64');

export interface Place {
  readonly node: Node;
  readonly url: string;
  readonly dataDir: string;
  reopen(): Promise<Node>;
}

/** Runs `work` with a node for each name, each on a database and in a folder of its own. */
export async function withNodes(
  names: readonly string[],
  work: (...places: Place[]) => Promise<void>,
  options: Partial<NodeOptions> = {},
): Promise<void> {
  const opened: (Place & { end(): Promise<void> })[] = [];
  try {
    for (const name of names) opened.push(await openPlace(name, options));
    await work(...opened);
  } finally {
    for (const place of opened) await place.end();
  }
}

async function openPlace(name: string, options: Partial<NodeOptions>): Promise<Place & { end(): Promise<void> }> {
  const database = await databaseForNode();
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-exchange-'));
  const open = (): Promise<Node> =>
    openNode({ databaseUrl: database.url, dataDir, name, env: { CABILDO_VAULT_KEY: vaultKey }, ...options });
  let node = await open();
  return {
    get node() {
      return node;
    },
    url: database.url,
    dataDir,
    async reopen() {
      await node.close();
      node = await open();
      return node;
    },
    async end() {
      await node.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A folder that is gone afterwards. */
export async function withFolder(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'cabildo-folder-'));
  try {
    await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A book's files in a folder of that stick, as they are carried to another node; the folder. */
export async function putOnStick(node: Node, origin: string, stick: string): Promise<string> {
  const book = (await node.book(origin))!;
  const folder = join(stick, encodeURIComponent(origin));
  const tiles = [...newTiles(0, book.head.size)];
  const bundles = tiles.filter(({ level }) => level === 0).map(({ index, width }) => entriesPath(index, width));
  for (const path of ['key.txt', ...tiles.map(tilePath), ...bundles, 'checkpoint']) {
    const file = await bookFile(node, book, path);
    if (file === null) throw new Error(`${origin} has no ${path}`);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), file.bytes);
  }
  return folder;
}

/** What a request gets instead of the file; undefined lets it through. */
export type Tamper = (path: string, bytes: Uint8Array | null) => Uint8Array | 'hang' | 'endless' | number | undefined;

export interface BookServer {
  /** `…/books/` */
  readonly books: string;
  /** `…/witness` */
  readonly witness: string;
  readonly requests: string[];
  tamper: Tamper | undefined;
  close(): Promise<void>;
}

/** Serves a node's books as static files, and its witness. */
export async function serveBooks(current: () => Node): Promise<BookServer> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const answer = async (): Promise<void> => {
      if (request.method === 'POST') {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part as Buffer);
        const { status, contentType, body } = await addCheckpoint(current(), Buffer.concat(parts));
        response.writeHead(status, { 'content-type': contentType }).end(body);
        return;
      }
      const bytes = await fileOf(current(), path);
      const tampered = served.tamper?.(path, bytes);
      if (tampered === 'hang') return;
      if (tampered === 'endless') {
        const pour = (): void => {
          if (!response.destroyed && response.write(Buffer.alloc(65_536))) setImmediate(pour);
          else response.once('drain', pour);
        };
        return pour();
      }
      if (typeof tampered === 'number') {
        response.writeHead(tampered, { location: 'http://127.0.0.2:1/elsewhere' }).end();
        return;
      }
      const content = tampered ?? bytes;
      response.writeHead(content === null ? 404 : 200).end(content ?? undefined);
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const served: BookServer = {
    books: `${base}/books/`,
    witness: `${base}/witness`,
    requests,
    tamper: undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return served;
}

async function fileOf(node: Node, path: string): Promise<Uint8Array | null> {
  const [, books, encoded = '', ...rest] = path.split('/');
  if (books === 'witness') return witnessFile(node, encoded);
  if (books !== 'books') return null;
  const book = await node.book(decodeURIComponent(encoded));
  return book === null ? null : ((await bookFile(node, book, rest.join('/')))?.bytes ?? null);
}

async function witnessFile(node: Node, originHash: string): Promise<Uint8Array | null> {
  const note = await witnessedCheckpoint(node, originHash);
  return note === null ? null : Buffer.from(note);
}

type Data = Record<string, unknown>;

/** A body whose acts a test writes as it likes. */
export class Body {
  readonly place: { readonly node: Node };
  readonly name: string;
  readonly convener = generateKey().signer;
  officers: { index: number; keys: readonly { office: string; signer: Signer }[] } | null = null;

  constructor(place: { readonly node: Node }, name: string) {
    this.place = place;
    this.name = name;
  }

  get node(): Node {
    return this.place.node;
  }

  get origin(): string {
    return `${this.node.name}/${this.name}`;
  }

  async key(): Promise<string> {
    return (await this.node.book(this.origin))!.vkey;
  }

  async size(): Promise<number> {
    return (await this.node.book(this.origin))!.size;
  }

  async state() {
    return (await this.node.book(this.origin))!.state;
  }

  /** Writes an act and gives its index. */
  async write(act: string, data: Data, beside: Pick<DraftAct, 'disclose' | 'attach'> = {}): Promise<number> {
    const by = { office: 'presidium', article: 'test' };
    const outcome = await this.node.record(this.origin, [{ act, data, by, ...beside } as unknown as DraftAct]);
    if (outcome.kind !== 'done') throw new Error(`${act}: ${JSON.stringify(outcome)}`);
    return outcome.acts[0]!.index;
  }

  /** Many small acts at once. */
  async fill(count: number): Promise<void> {
    const key = generateKey().signer.publicKey;
    const acts = Array.from({ length: count }, (_, i) => ({
      act: 'WitnessAppointed',
      data: { name: `Witness ${i}`, key: `witness-${i}.example+0123abcd+${base64Encode(new Uint8Array([4, ...key]))}` },
      by: { office: 'presidium', article: 'witnesses' },
    }));
    const outcome = await this.node.record(this.origin, acts as unknown as DraftAct[]);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  }

  /** A motion with a text beside the book. */
  async motion(sitting: number, text: string): Promise<number> {
    const textHash = base64Encode(new Uint8Array(32));
    const data = { sitting, matter: 'ordinary', title: 'Water', textHash, proposal: { kind: 'resolution' } };
    return this.write('MotionTabled', data, { disclose: { text } });
  }

  async sitting(): Promise<number> {
    const now = this.node.now();
    return this.write('SittingConvened', {
      kind: 'ordinary',
      place: 'School',
      startsAt: now,
      notice: [],
      roll: { size: 1, root: base64Encode(new Uint8Array(32)) },
    });
  }

  async electOfficers(seal = true, vote = 0): Promise<number> {
    const before = this.officers;
    const keys = ['president', 'secretary'].map((office) => ({ office, signer: generateKey().signer }));
    const officers = keys.map(({ office, signer }, i) => ({
      office,
      holder: memberName(i),
      key: base64Encode(signer.publicKey),
    }));
    const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
    const index = await this.write('OfficersElected', { vote, officers, ...term, signaturesNeeded: 2 });
    if (seal) await this.sealWith(index, before ?? { index: 0, keys: [{ office: 'convener', signer: this.convener }] });
    this.officers = { index, keys };
    return index;
  }

  async sealWith(index: number, { index: officers, keys }: NonNullable<Body['officers']>): Promise<number> {
    const leaf = (await this.node.act(this.origin, index))!.leaf;
    const signatures = keys.map(({ office, signer }) => signSeal(this.origin, index, leaf, office, signer));
    return this.write('ActSealed', { index, leaf: base64Encode(leaf), officers, signatures });
  }

  seal(index: number): Promise<number> {
    return this.sealWith(index, this.officers!);
  }

  /** Elects these holders to the body above, sealed. */
  async elect(above: string, holders: readonly string[], seal = true): Promise<number> {
    const seats = holders.map((holder, i) => ({ seat: i + 1, holder }));
    const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
    const index = await this.write('DelegatesElected', { vote: 0, to: above, ...term, seats });
    if (seal) await this.seal(index);
    return index;
  }

  async admit(below: Body, entitlement = 2): Promise<number> {
    const data = { below: below.origin, key: await below.key(), title: below.name, entitlement };
    return this.write('AffiliationAdmitted', data);
  }

  async recall(above: string, election: number, seat: number, holder: string): Promise<number> {
    const index = await this.write('DelegateRecalled', { vote: 0, election, to: above, seat, holder });
    await this.seal(index);
    return index;
  }
}

export const memberName = (n: number): string => `m-${String(n).padStart(16, '0')}`;

/** A body with elected officers, ready to act. */
export async function makeBody(
  place: { readonly node: Node },
  name: string,
  kind: 'base' | 'delegate' | 'committee' = 'base',
): Promise<Body> {
  const body = new Body(place, name);
  await place.node.addBook({ origin: body.origin, kind: 'body', title: name });
  const convener = { holder: memberName(0), key: base64Encode(body.convener.publicKey) };
  const provisionalUntil = '2099-01-01T00:00:00Z';
  await body.write('BodyFounded', { name, title: name, kind, convener, provisionalUntil });
  await body.write('StatuteAdopted', { statute: lightStatute(), sha256: base64Encode(new Uint8Array(32)) });
  await body.electOfficers();
  return body;
}

export const rootOf = async (node: Node, origin: string): Promise<string> =>
  base64Encode(base64Decode((await node.book(origin))!.head.root)!);
