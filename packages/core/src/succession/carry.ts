import { bytesOf } from '../act-size.ts';
import { belongs, firstBook, spellAt } from '../affiliation/lineage.ts';
import { isAsked } from '../consultation/asked.ts';
import { turnsHeld } from '../delegation/joint.ts';
import type { BaseBelow } from '../facts.ts';
import type { Withheld } from '../measure/fields.ts';
import { withheldBy } from '../measure/place.ts';
import { measureAt } from '../measure/standing.ts';
import type { Proposal } from '../motion/proposal.ts';
import { openClaim, unattestedAtEnd } from '../officers/attested.ts';
import { statusAt } from '../resolution/validity.ts';
import type { BodyState, Resolution } from '../state.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import type { Standing } from './fields.ts';

/** One thing that stands, and the act of the book before that says so. */
export interface Carried {
  readonly index: number;
  readonly decision?: number;
  readonly what: Standing;
  /** Of a consultation whose list is not attached to the act itself: whom it asks. */
  readonly asked?: readonly BaseBelow[];
}

interface Kept {
  readonly key: string;
  readonly table:
    | 'resolution'
    | 'measure'
    | 'list'
    | 'consultation'
    | 'obligation'
    | 'audit'
    | 'recovery'
    | 'officers-before'
    | 'joint-turns';
}

/** What a number of the book before is in the book that goes on; undefined: it is not taken over. */
type NewNumber = (table: Kept['table'], key: string | number) => number | undefined;

/**
 * What stands at that time: resolutions in force, suspended or conditional, measures, demand lists with something still
 * demanded, obligations that no sitting has answered, audits that were ordered, consultations that are open, a claim that
 * other bodies attest those in office, who was attested last where nobody attests those, whose turn joint seats were. `first`
 * is the number that the first of them gets in the successor. What has done its work once for all (an election, an amended
 * statute) is taken over by what it did; an amendment that still waits for the bases goes on waiting. What does not fit into
 * one act with all that has become of it is decided anew.
 */
export function decisionsStanding(
  state: BodyState,
  at: Time,
  first: number,
  leftOut: ReadonlySet<string> = new Set(),
): readonly Carried[] {
  const kept = keptOf(state, at, leftOut);
  const numbers = new Map(kept.map(({ table, key }, i) => [`${table} ${key}`, first + i]));
  const numberOf: NewNumber = (table, key) => numbers.get(`${table} ${key}`);
  const made = kept.map((one) => ({ ...placeOf(one.key), ...carried(state, at, one, numberOf) }));
  const large = kept.filter((_, i) => bytesOf({ data: made[i]?.what }) > MAX_BYTES);
  if (large.length === 0) return made;
  return decisionsStanding(
    state,
    at,
    first,
    new Set([...leftOut, ...large.map(({ table, key }) => `${table} ${key}`)]),
  );
}

/** With its citation and its place it must still fit into a leaf. */
const MAX_BYTES = 6_500;

function placeOf(key: string): { readonly index: number; readonly decision?: number } {
  const [index, decision] = key.split('.');
  return { index: Number(index), ...(decision === undefined ? {} : { decision: Number(decision) }) };
}

/** In the order of their numbers; what something else needs to stand on is among them. */
function keptOf(state: BodyState, at: Time, leftOut: ReadonlySet<string>): readonly Kept[] {
  const kept: Kept[] = [];
  const names = new Set<string>();
  const has = (table: Kept['table'], key: string | number): boolean => names.has(`${table} ${key}`);
  const keep = (table: Kept['table'], key: string): void => {
    if (leftOut.has(`${table} ${key}`)) return;
    kept.push({ table, key });
    names.add(`${table} ${key}`);
  };
  for (const [key, resolution] of tableEntries(state.resolutions))
    if (stands(state, resolution, at) && targetOf(proposalOf(state, resolution)) === null) keep('resolution', key);
  for (const [key, measure] of tableEntries(state.measures))
    if (measureAt(state, measure, at) !== 'over' && has('resolution', measure.resolution)) keep('measure', key);
  for (const [key, { resolution, demands }] of tableEntries(state.demandLists))
    if (has('resolution', resolution) && demands.some((demand) => demand.state !== 'met' && demand.state !== 'dropped'))
      keep('list', key);
  for (const [key, resolution] of tableEntries(state.resolutions)) {
    const target = targetOf(proposalOf(state, resolution));
    if (target !== null && stands(state, resolution, at) && has(target.table, target.key)) keep('resolution', key);
  }
  for (const [key, { resolution, decision, closed }] of tableEntries(state.consultations))
    if (closed === null && has('resolution', decision === undefined ? resolution : `${resolution}.${decision}`))
      keep('consultation', key);
  // What is under way is convened anew, so a sitting that has not been held answers nothing in the book that goes on.
  for (const [key, { sitting }] of tableEntries(state.obligations))
    if (sitting === null || tableGet(state.sittings, sitting)?.opened === null) keep('obligation', key);
  for (const [key, { below }] of tableEntries(state.auditOrders)) if (belongs(state, below)) keep('audit', key);
  if (unattestedAtEnd(state) !== null) keep('officers-before', String(state.enrolment?.act));
  const [turn] = turnsHeld(state).toSorted((a, b) => b.act - a.act);
  if (turn !== undefined) keep('joint-turns', String(turn.act));
  const claim = openClaim(state);
  if (claim !== null) keep('recovery', String(claim.claim));
  return kept.sort((a, b) => Number(a.key) - Number(b.key));
}

const proposalOf = (state: BodyState, { motion }: Resolution): Proposal =>
  (motion === null ? undefined : tableGet(state.motions, motion)?.proposal) ?? { kind: 'resolution' };

/** Kinds whose resolutions are asked for later: what they say can still be ratified, challenged or taken back. */
const lasting: ReadonlySet<Proposal['kind']> = new Set([
  'resolution',
  'pact',
  'measure',
  'demand-list',
  'lift',
  'exempt-service',
  'change-demand',
  'revoke',
]);

/**
 * Kinds whose resolutions are over once they have acted, and which are asked for as long as they wait for the bases: rules
 * that were adopted and begin later go over to the book in which they will begin.
 */
const waiting: ReadonlySet<Proposal['kind']> = new Set([
  'amend-statute',
  'admit',
  'change-entitlement',
  'leave',
  'exclude',
  'split',
  'dissolve',
  'form-committee',
]);

function stands(state: BodyState, resolution: Resolution, at: Time): boolean {
  const status = statusAt(state, resolution, at);
  const holds = status === 'in-force' || status === 'suspended' || status === 'conditional';
  const { kind } = proposalOf(state, resolution);
  return holds && (lasting.has(kind) || (waiting.has(kind) && !resolution.hasActed));
}

/** What a resolution is about that is itself taken over or not. */
function targetOf(proposal: Proposal): { readonly table: Kept['table']; readonly key: string } | null {
  if (proposal.kind === 'lift' || proposal.kind === 'exempt-service')
    return { table: 'measure', key: String(proposal.measure) };
  if (proposal.kind === 'change-demand') return { table: 'list', key: String(proposal.list) };
  if (proposal.kind !== 'revoke') return null;
  const { resolution, decision } = proposal;
  return { table: 'resolution', key: decision === undefined ? String(resolution) : `${resolution}.${decision}` };
}

function renumbered(proposal: Proposal, numberOf: NewNumber): Proposal {
  const target = targetOf(proposal);
  const number = target === null ? undefined : numberOf(target.table, target.key);
  if (number === undefined) return proposal;
  if (proposal.kind === 'lift' || proposal.kind === 'exempt-service') return { ...proposal, measure: number };
  if (proposal.kind === 'change-demand') return { ...proposal, list: number };
  return { kind: 'revoke', resolution: number };
}

function carried(state: BodyState, at: Time, { table, key }: Kept, numberOf: NewNumber): Omit<Carried, 'index'> {
  switch (table) {
    case 'resolution':
      return { what: resolutionOf(state, at, key, numberOf) };
    case 'measure':
      return { what: measureOf(state, key, numberOf) };
    case 'list':
      return { what: listOf(state, key, numberOf) };
    case 'consultation':
      return consultationOf(state, key, numberOf);
    case 'obligation': {
      const { matters, due, texts } = there(tableGet(state.obligations, key));
      return { what: { kind: 'obligation', matters, due, ...(texts === undefined ? {} : { texts }) } };
    }
    case 'recovery': {
      const { due, keys } = there(openClaim(state) ?? undefined);
      return { what: { kind: 'recovery', due, keys } };
    }
    case 'officers-before':
      return { what: { kind: 'officers-before', ...there(unattestedAtEnd(state) ?? undefined) } };
    case 'joint-turns':
      return { what: { kind: 'joint-turns', turns: turnsHeld(state).map(({ body, since }) => ({ body, since })) } };
    case 'audit': {
      const { below, sample, due } = there(tableGet(state.auditOrders, key));
      return { what: { kind: 'audit-order', below, sample, due } };
    }
  }
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('what is taken over is there');
  return value;
}

function resolutionOf(state: BodyState, at: Time, key: string, numberOf: NewNumber): Standing {
  const resolution = there(tableGet(state.resolutions, key));
  const { matter, title, textHash, adoptedAt, pactWith, hasActed, challenges, condition: set } = resolution;
  const asked = resolution.consultation === null ? undefined : tableGet(state.consultations, resolution.consultation);
  const condition = set === null ? undefined : tableGet(state.conditions, set);
  const status = statusAt(state, resolution, at);
  return {
    kind: 'resolution',
    matter,
    title,
    textHash,
    // A condition goes on by itself: what it says now need not be what it says tomorrow.
    status: resolution.status === 'conditional' ? 'conditional' : status === 'suspended' ? 'suspended' : 'in-force',
    adoptedAt,
    proposal: renumbered(proposalOf(state, resolution), numberOf),
    hasActed,
    ...(resolution.consultation !== null && asked?.closed !== null ? { ratified: true } : {}),
    ...(pactWith === null ? {} : { pactWith }),
    ...placeKeptBy(state, resolution),
    ...(condition === undefined ? {} : { condition: conditionOf(condition) }),
    ...(challenges.length === 0
      ? {}
      : { challenges: challenges.map(({ body, claimedMatter }) => ({ body, claimedMatter })) }),
  };
}

type SetCondition = NonNullable<ReturnType<typeof conditionIn>>;
const conditionIn = (state: BodyState, key: number) => tableGet(state.conditions, key);

function conditionOf({ event, by, holdsIf, certifier, otherwise, certified }: SetCondition) {
  const found = certified === null ? {} : { certified: { at: certified.at, happened: certified.happened } };
  return { event, by, holdsIf, certifier, otherwise, ...found };
}

/** The words stay beside the book before, where the motion committed to them. */
function placeKeptBy(state: BodyState, { motion, hasActed }: Resolution): { readonly withheld?: Withheld } {
  const kept = motion === null || hasActed ? undefined : tableGet(state.motions, motion)?.withheld;
  return kept === undefined || motion === null ? {} : { withheld: withheldBy(state, kept, motion) };
}

function measureOf(state: BodyState, key: string, numberOf: NewNumber): Standing {
  const { resolution, what, place, area, withheld, from, essential, exempt, lifted } = there(
    tableGet(state.measures, key),
  );
  const lifting = lifted === null ? undefined : numberOf('resolution', lifted.resolution);
  return {
    kind: 'measure',
    resolution: there(numberOf('resolution', resolution)),
    what,
    ...(place === undefined ? {} : { place }),
    ...(area === undefined ? {} : { area }),
    ...(withheld === undefined ? {} : { withheld }),
    from,
    essential,
    // What let a service through and stands no more lets nobody through.
    exempt: exempt.flatMap(({ service, resolution: decided, limits }) => {
      const number = numberOf('resolution', decided);
      return number === undefined ? [] : [{ service, resolution: number, ...(limits === undefined ? {} : { limits }) }];
    }),
    ...(lifted === null || lifting === undefined
      ? {}
      : { lifted: { how: lifted.how, resolution: lifting, ...(lifted.to === undefined ? {} : { to: lifted.to }) } }),
  };
}

function listOf(state: BodyState, key: string, numberOf: NewNumber): Standing {
  const { resolution, demands } = there(tableGet(state.demandLists, key));
  return {
    kind: 'demand-list',
    resolution: there(numberOf('resolution', resolution)),
    demands: demands.map(({ text, state: now, before, reportedAt, challenged }) => ({
      text,
      state: now,
      before,
      ...(reportedAt === null ? {} : { reportedAt }),
      ...(challenged ? { challenged } : {}),
    })),
  };
}

function consultationOf(state: BodyState, key: string, numberOf: NewNumber): Omit<Carried, 'index'> {
  const consultation = there(tableGet(state.consultations, key));
  const { resolution, decision, title, textHash, issuedAt, deadline, bases, rule, throughTiers } = consultation;
  const index = Number(key);
  const belonged = tableEntries(state.affiliates)
    .filter(([base, { ended }]) => ended === undefined && spellAt(state, base, index) !== undefined)
    .map(([base]) => base);
  const waiting = belonged.filter((base) => !isAsked(state, index, consultation, base)).map(firstBook);
  const direct = belonged
    .filter((base) => isAsked(state, index, consultation, base))
    .map((base) => ({ base, path: [] }));
  const resolved = decision === undefined ? resolution : `${resolution}.${decision}`;
  return {
    what: {
      kind: 'consultation',
      resolution: there(numberOf('resolution', resolved)),
      title,
      textHash,
      issuedAt,
      deadline,
      bases,
      rule,
      throughTiers,
      names: [{ book: state.origin, index }, ...(consultation.names ?? [])],
      ...(waiting.length === 0 ? {} : { waiting: [...new Set(waiting)].slice(0, 64) }),
      reopened: consultation.reopened.map(({ below, until }) => ({ below, until })),
      challengedBy: consultation.challengedBy,
    },
    ...(throughTiers ? {} : { asked: direct }),
  };
}
