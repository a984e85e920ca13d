// A base whose statute knows petitions, with two officers who count, and two more for a recount.
import assert from 'node:assert/strict';
import { type Actor, plusMonths, type Statute } from '../../src/index.ts';
import { type Base, evening, foundBase, indexOf, keyOf, statuteWith } from './assembly.ts';
import { asMember, type Done, Federation } from './federation.ts';

const tellingOffices = ['vocalía', 'vocalía segunda', 'vocalía tercera', 'vocalía cuarta'] as const;

export interface Petitioning {
  readonly fed: Federation;
  readonly base: Base;
}

type Counting = Petitioning & { readonly tellers: readonly [Actor, Actor] };

export function withPetitions({ monthsBefore = 0 } = {}) {
  const fed = new Federation();
  const offices: Statute['offices'] = [
    { office: 'presidencia', role: 'presidium' },
    { office: 'actas', role: 'secretary' },
    ...tellingOffices.map((office) => ({ office, role: 'teller' }) as const),
  ];
  const recall = { monthsBefore, petition: { num: 1, den: 3 }, days: 15 };
  const base = foundBase(fed, 'junta-1', 8, statuteWith({ offices, recall }));
  fed.pass({ days: 31 });
  const named = ['presidencia', 'actas', ...tellingOffices];
  const officers = named.map((office, number) => ({
    office,
    holder: base.members[number] ?? '',
    key: keyOf(base.origin, `${office} ${base.members[number]}`),
  }));
  const from = fed.now;
  const proposal = { kind: 'elect-officers', officers, from, until: plusMonths(from, 24) } as const;
  evening(fed, base, [{ matter: 'election', proposal }]);
  const [, , ...telling] = base.members.slice(0, 6).map(asMember);
  const [a, b, c, d] = telling as [Actor, Actor, Actor, Actor];
  return { fed, base, tellers: [a, b], others: [c, d], secretary: base.secretary } as const;
}

type Against = 'delegate' | 'officer' | 'presidium';

export const petition = ({ fed, base }: Petitioning, against: Against, target: string): number =>
  indexOf(
    fed.must(base.origin, asMember(base.members[6] ?? ''), 'OpenPetition', { against, target }),
    'PetitionOpened',
  );

/** Both tellers count the lists. */
export function countLists(
  { fed, base, tellers }: Counting,
  opened: number,
  [first, second]: readonly [number, number],
  round = 1,
): Done {
  fed.must(base.origin, tellers[0], 'CountPetition', { petition: opened, round, signatures: first });
  return fed.must(base.origin, tellers[1], 'CountPetition', { petition: opened, round, signatures: second });
}

/** Enough of the neighbours ask for the recall of the presidency; one list was for a public office. */
export function playPetitions(): Petitioning {
  const { fed, base, tellers } = withPetitions();
  const mayor = { against: 'public-office', target: 'Alcaldía de El Alto', needed: 40_000 } as const;
  const asked = fed.must(base.origin, asMember(base.members[6] ?? ''), 'OpenPetition', mayor);
  countLists({ fed, base, tellers }, indexOf(asked, 'PetitionOpened'), [212, 212]);
  countLists({ fed, base, tellers }, petition({ fed, base }, 'officer', 'presidencia'), [5, 5]);
  return { fed, base };
}

/** Whoever is on the roll at these places signs on their phones; the last one’s outcome. */
export function signOnPhones({ fed, base }: Petitioning, opened: number, places: readonly number[]): Done {
  const done = places.map((place) =>
    fed.must(base.origin, asMember(base.members[place] ?? ''), 'SignPetition', { petition: opened }),
  );
  return done.at(-1) ?? assert.fail('nobody signs');
}

/** Two sign on their phones, one on paper, and with the last phone there are enough. */
export function playPetitionOnPhones(): Petitioning {
  const { fed, base, tellers } = withPetitions();
  const opened = petition({ fed, base }, 'officer', 'presidencia');
  signOnPhones({ fed, base }, opened, [6]);
  countLists({ fed, base, tellers }, opened, [1, 1]);
  signOnPhones({ fed, base }, opened, [7]);
  return { fed, base };
}
