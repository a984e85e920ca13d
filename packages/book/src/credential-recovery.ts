/** Officers in a credential whom other bodies attest, where those before them did not hand over. */
import type { AttestingBody, CredentialLink, ProvenAct } from './credential.ts';
import { checkSeal, type ProvenLeaf } from './credential-seal.ts';
import { openAct, openBook, type Session } from './credential-session.ts';
import { base64Encode } from './encoding.ts';
import { lineage } from './names.ts';
import { type ClaimedAttestation, parseRecoveryClaim } from './recovery.ts';
import { parseTime } from './time.ts';
import { parseVkey } from './vkey.ts';

/**
 * Checks what the link shows of a recovery: the claim, and two bodies that the book knew before, each with its sealed act.
 * Gives the election that they attest, if all of it holds; that nobody has objected is not for a file to show.
 */
export function checkRecovery(
  session: Session,
  link: CredentialLink,
  name: (what: string) => string,
  elections: readonly (ProvenLeaf | undefined)[],
): number | undefined {
  const { recovery } = link.acts;
  if (recovery === undefined) return undefined;
  const opened = openAct(session, name('recovery'), recovery.claim, 'RecoveryClaimed', link.below);
  const claim = opened === undefined ? undefined : parseRecoveryClaim(opened.leaf);
  const election = elections.find((one) => one !== undefined && one.leaf.index === claim?.election);
  const shown = claim !== undefined && election !== undefined;
  const detail = `The claim in ${link.below} names the election of its officers and two other bodies.`;
  if (!session.check(name('recovery-claim'), shown, detail) || claim === undefined || election === undefined)
    return undefined;
  const due = parseTime(claim.due);
  const over = due !== undefined && due <= session.now;
  session.check(name('recovery-due'), over, `The time to object is over: until ${claim.due}.`);
  const good = recovery.bodies.filter((body, i) => {
    const named = claim.bodies.find(({ book, index }) => book === body.attested.book && index === body.attested.index);
    const of = (what: string) => name(`recovery.${i + 1}.${what}`);
    return named !== undefined && checkBody(session, { link, body, named, election }, of);
  });
  const books = new Set(good.map(({ attested }) => lineage(attested.book).at(-1)));
  const siblings = claim.bodies.filter(({ book, known }) => known === 'sibling' && books.has(lineage(book).at(-1)));
  const enough = books.size >= 2 && siblings.length <= 1;
  if (!session.check(name('recovery-bodies'), enough, `Two bodies that ${link.below} knew before attest it.`))
    return undefined;
  session.caveats.push(
    `officers-recovered: That these are the officers of ${link.below} rests on ${good.map(({ attested }) => attested.book).join(' and ')}, which attest the election; whether an officer before objected in time is in the book, not in this file.`,
  );
  return over ? claim.election : undefined;
}

interface Attesting {
  readonly link: CredentialLink;
  readonly body: AttestingBody;
  readonly named: ClaimedAttestation;
  readonly election: ProvenLeaf;
}

function checkBody(session: Session, attesting: Attesting, of: (what: string) => string): boolean {
  const { body, named, election, link } = attesting;
  const { crypto, check } = session;
  const vkey = parseVkey(named.key, crypto);
  const held = session.books.get(named.book);
  const known = isKnown(session, attesting, of);
  check(of('known'), known, `${link.below} knew ${named.book} before the election, under this key.`);
  if (!known || !vkey.ok || (held === undefined && openBook(session, named.book, vkey.key) === undefined)) return false;
  const open = (what: string, act: ProvenAct, type: string) => openAct(session, of(what), act, type, named.book);
  const founded = open('founded', body.founded, 'BodyFounded');
  const officers = open('officers', body.officers, 'OfficersElected');
  const attested = open('attested', body.attested, 'ElectionAttested');
  const seal = open('seal', body.seal, 'ActSealed');
  const handover = (body.handover ?? []).map((act, i) =>
    open(`handover.${i + 1}`, act, act.leaf.startsWith('{"act":"ActSealed"') ? 'ActSealed' : 'OfficersElected'),
  );
  if (!founded || !officers || !attested || !seal) return false;
  const what = attested.leaf.data.election as { readonly book?: unknown; readonly index?: unknown } | undefined;
  const same =
    founded.leaf.index === 0 &&
    what?.book === link.below &&
    what.index === election.leaf.index &&
    attested.leaf.data.leaf === base64Encode(election.hash);
  const detail = `${named.book} attests act ${election.leaf.index} of ${link.below}, by its leaf.`;
  if (!check(of('election'), same, detail)) return false;
  let holds = true;
  const caveats = checkSeal(
    {
      founded,
      officers,
      election: attested,
      seal,
      crypto,
      check: (one, ok, said) => {
        holds &&= ok;
        return check(of(one), ok, said);
      },
    },
    { handover, replacements: [] },
    named.book,
  );
  // A body whose own officers rest on a node's word lends none to others.
  return (
    check(of('attesting'), caveats.length === 0, `The officers of ${named.book} are attested themselves.`) && holds
  );
}

/** What the book, or for a sibling the body above, said of it before: its name, and where it says one its key. */
function isKnown(session: Session, { link, body, named, election }: Attesting, of: (what: string) => string): boolean {
  const types: Readonly<Record<string, string>> = {
    above: 'AffiliationRequested',
    neighbour: 'BodyProven',
    below: 'AffiliationAdmitted',
    sibling: 'AffiliationAdmitted',
  };
  const type = types[named.known];
  const book = named.known === 'sibling' ? link.above : link.below;
  const act = type === undefined ? undefined : openAct(session, of('knowing'), body.known, type, book);
  if (act === undefined) return false;
  const { to, toKey, below, key, witnesses } = act.leaf.data;
  const before = named.known === 'sibling' || act.leaf.index < election.leaf.index;
  if (named.known === 'above') return before && to === named.book && toKey === named.key;
  if (named.known !== 'neighbour') return before && below === named.book && key === named.key;
  const first = lineage(named.book).at(-1);
  return (
    Array.isArray(witnesses) && witnesses.some((one) => bookIn(one) !== '' && lineage(bookIn(one)).at(-1) === first)
  );
}

function bookIn(value: unknown): string {
  const book = typeof value === 'object' && value !== null ? (value as { readonly book?: unknown }).book : undefined;
  return typeof book === 'string' ? book : '';
}
