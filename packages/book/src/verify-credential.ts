/** Verification of a credential, offline, from the file, one root key and a time. */
import { type Credential, type CredentialLink, type ProvenAct, readCredential } from './credential.ts';
import { addCaveats, type CredentialHead, witnessedHeads } from './credential-heads.ts';
import { checkRecovery } from './credential-recovery.ts';
import { checkSeal, type LinkContext, type ProvenLeaf } from './credential-seal.ts';
import { type Check, openAct, openBook, type Session } from './credential-session.ts';
import type { Crypto } from './crypto.ts';
import type { Leaf } from './leaf.ts';
import { lineage, seatHolder } from './names.ts';
import { parseTime } from './time.ts';
import { parseVkey } from './vkey.ts';

export interface CredentialCheck {
  /** `format`, `chain`, `root-key`, `book:<origin>`, `<n>.affiliation`, …; stable, for translation. */
  readonly name: string;
  readonly ok: boolean;
  /** One English sentence. */
  readonly detail: string;
}

export interface VerifiedCredential {
  readonly ok: boolean;
  readonly checks: readonly CredentialCheck[];
  readonly seat?: { readonly above: string; readonly below: string; readonly seat: number };
  /** Who holds the seat, as the electing body names them. */
  readonly holder?: string;
  readonly alternate?: string;
  /** Of the election act at the top. */
  readonly term?: { readonly from: string; readonly until: string };
  readonly heads: readonly CredentialHead[];
  /** What the file cannot say, in English sentences, with a stable code before a colon. */
  readonly caveats: readonly string[];
}

/**
 * Verifies a credential (its text, or its parsed JSON) with the verifier key of the highest book, at a time (`at`, as
 * `2005-06-08T14:00:00Z`). Never throws on hostile input: what does not hold is a check that failed. Throws RangeError
 * only if `at` is no time.
 */
export function verifyCredential(
  source: unknown,
  rootVkey: string,
  crypto: Crypto,
  options: { readonly at: string },
): VerifiedCredential {
  const now = parseTime(options.at);
  if (now === undefined) throw new RangeError(`not a time: ${options.at}`);
  const checks: CredentialCheck[] = [];
  const check = (name: string, ok: boolean, detail: string): boolean => {
    checks.push({ name, ok, detail });
    return ok;
  };
  const refused = (): VerifiedCredential => ({ ok: false, checks, heads: [], caveats: [] });
  const credential = readCredential(source);
  if (!check('format', credential !== undefined, 'The file has the form of a credential.') || !credential)
    return refused();
  if (!checkChain(credential, check)) return refused();
  const root = parseVkey(rootVkey.trim(), crypto);
  const rootDetail = 'The key that you gave is that of the highest assembly.';
  if (!check('root-key', root.ok && root.key.name === credential.seat.above, rootDetail) || !root.ok) return refused();
  const session: Session = {
    credential,
    crypto,
    now,
    check,
    books: new Map(),
    latest: new Map(),
    caveats: [],
  };
  openBook(session, credential.seat.above, root.key);
  const elections: (Leaf | undefined)[] = [];
  for (const [i, link] of credential.links.entries()) elections.push(verifyLink(session, link, i));
  const heads = witnessedHeads(session);
  addCaveats(session, heads);
  return conclusion(session, elections[0], heads, checks);
}

function conclusion(
  session: Session,
  election: Leaf | undefined,
  heads: readonly CredentialHead[],
  checks: readonly CredentialCheck[],
): VerifiedCredential {
  const { seat } = session.credential;
  const held = election === undefined ? undefined : seatIn(election, seat.seat);
  const { from, until } = election?.data ?? {};
  return {
    ok: checks.every((one) => one.ok),
    checks,
    seat: { above: seat.above, below: seat.below, seat: seat.seat },
    ...(held && { holder: held.holder, ...(held.alternate && { alternate: held.alternate }) }),
    ...(typeof from === 'string' && typeof until === 'string' && { term: { from, until } }),
    heads,
    caveats: session.caveats,
  };
}

/** That links and seat fit together; nothing is believed yet. */
function checkChain({ seat, links }: Credential, check: Check): boolean {
  const top = links[0] as CredentialLink;
  const fits =
    top.above === seat.above &&
    top.below === seat.below &&
    top.seat === seat.seat &&
    links.every((link, i) => i === 0 || link.above === (links[i - 1] as CredentialLink).below) &&
    new Set([seat.above, ...links.map((link) => link.below)]).size === links.length + 1;
  return check('chain', fits, 'The links lead from the seat down, each from the body that the last one named.');
}

/** Checks one link; gives its election act if that is proven. */
function verifyLink(session: Session, link: CredentialLink, position: number): Leaf | undefined {
  const { check, crypto } = session;
  const name = (what: string) => `${position + 1}.${what}`;
  const affiliation = openAct(session, name('affiliation'), link.acts.affiliation, 'AffiliationAdmitted', link.above);
  const { below, key, entitlement } = affiliation?.leaf.data ?? {};
  const vkey = typeof key === 'string' ? parseVkey(key, crypto) : undefined;
  const named = affiliation !== undefined && below === link.below && vkey?.ok === true;
  check(name('lower-key'), named, `${link.above} admitted ${link.below} and names its key.`);
  const entitled = typeof entitlement === 'number' && link.seat >= 1 && link.seat <= entitlement;
  check(name('entitlement'), entitled, `Seat ${link.seat} is within the entitlement of ${link.below}.`);
  if (!named || !vkey?.ok || openBook(session, link.below, vkey.key) === undefined) return undefined;
  const open = (what: string, act: ProvenAct, type: string) => openAct(session, name(what), act, type, link.below);
  const founded = open('founded', link.acts.founded, 'BodyFounded');
  if (founded) checkFoundingFirst(session, link, position, founded.leaf);
  const officers = open('officers', link.acts.officers, 'OfficersElected');
  const election = open('election', link.acts.election, 'DelegatesElected');
  const seal = open('seal', link.acts.seal, 'ActSealed');
  const others = {
    handover: (link.acts.handover ?? []).map((act, i) =>
      openEither(session, name(`handover.${i + 1}`), act, link.below),
    ),
    replacements: (session.credential.keyReplacements ?? [])
      .filter((act) => act.book === link.below)
      .map((act, i) => open(`key-replacement.${i + 1}`, act, keyChange(act))),
  };
  if (election) checkElection(session, link, position, founded?.leaf, election.leaf);
  if (founded && officers && election && seal) {
    const context: LinkContext = {
      founded,
      officers,
      election,
      seal,
      crypto,
      check: (what, ...rest) => check(name(what), ...rest),
    };
    const elections = [officers, ...others.handover].filter((act) => act?.leaf.act === 'OfficersElected');
    const recovered = checkRecovery(session, link, name, elections);
    session.caveats.push(...checkSeal(context, { ...others, recovered }, link.below));
  }
  return election?.leaf;
}

/**
 * The founding is act 0, so that no other can stand before it; in a successor it is act 1, after the act that says which
 * book it goes on from.
 */
function checkFoundingFirst(session: Session, link: CredentialLink, position: number, founded: Leaf): void {
  const name = (what: string) => `${position + 1}.${what}`;
  const { below, acts } = link;
  if (acts.succeeded === undefined) {
    session.check(name('founding-first'), founded.index === 0, 'The founding is the first act of its book.');
    return;
  }
  const leaf = openAct(session, name('succeeded'), acts.succeeded, 'BookSucceeded', below)?.leaf;
  const before = lineage(below)[1];
  const first = leaf?.index === 0 && before !== undefined && leaf.data.predecessor === before && founded.index === 1;
  const detail = `${below} begins by saying that it goes on from ${before ?? 'another book'}, and then with the founding.`;
  if (!session.check(name('founding-first'), first, detail)) return;
  session.caveats.push(
    `successor: ${below} goes on from ${before}, which had ${String(leaf?.data.size)} acts; what it took over from there can be compared by whoever holds that book.`,
  );
}

/** A key leaves the ring by being replaced, or with the office of whoever was recalled or resigned. */
function keyChange({ leaf }: ProvenAct): string {
  const other = ['OfficerRecalled', 'OfficerResigned', 'OfficerKeyRestored'].find((type) =>
    leaf.startsWith(`{"act":"${type}"`),
  );
  return other ?? 'OfficerKeyReplaced';
}

function openEither(session: Session, name: string, act: ProvenAct, book: string): ProvenLeaf | undefined {
  const isSeal = act.leaf.startsWith('{"act":"ActSealed"');
  return openAct(session, name, act, isSeal ? 'ActSealed' : 'OfficersElected', book);
}

function checkElection(
  session: Session,
  link: CredentialLink,
  position: number,
  founded: Leaf | undefined,
  election: Leaf,
): void {
  const { check, now, credential } = session;
  const name = (what: string) => `${position + 1}.${what}`;
  // Whom a body has sent to a book, it has sent to the body, which goes on in the successors of that book.
  const isFor = lineage(link.above).some((book) => book === election.data.to);
  check(name('elected-for'), isFor, `The election is for seats in ${link.above}.`);
  const [from, until] = [timeOf(election.data.from), timeOf(election.data.until)];
  const runs = from !== undefined && until !== undefined && from <= now && now < until;
  check(name('term'), runs, `The term runs: ${String(election.data.from)} to ${String(election.data.until)}.`);
  const held = seatIn(election, link.seat);
  check(name('holder'), held !== undefined, `The election fills seat ${link.seat}, once.`);
  if (held === undefined || founded === undefined) return;
  const next = credential.links[position + 1];
  if (founded.data.kind === 'base') {
    check(name('base'), next === undefined, `${link.below} is a base: the chain ends here.`);
    return;
  }
  const expected = next === undefined ? undefined : seatHolder(next.below, next.seat);
  const detail = `${link.below} is no base: its delegate ${held.holder} is the seat that the next link is about.`;
  check(name('next-seat'), expected === held.holder, detail);
}

function timeOf(value: unknown): number | undefined {
  return typeof value === 'string' ? parseTime(value) : undefined;
}

/** Who holds a seat by an election act; undefined if nobody or if it is filled twice. */
function seatIn(election: Leaf, seat: number): { holder: string; alternate?: string } | undefined {
  const { seats } = election.data;
  if (!Array.isArray(seats)) return undefined;
  const held = seats.flatMap((one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) && one.seat === seat ? [one] : [],
  );
  const { holder, alternate } = held[0] ?? {};
  if (held.length !== 1 || typeof holder !== 'string') return undefined;
  return { holder, ...(typeof alternate === 'string' && { alternate }) };
}
