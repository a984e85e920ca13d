// Forms for every kind of proposal, made from the catalogue, in both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FormField, kindsOfProposal, partsOfAct, proposalForms } from '../src/index.ts';

const withinOf = ({ fields = [], item, variants = [] }: FormField): readonly FormField[] => [
  ...fields,
  ...(item === undefined ? [] : [item]),
  ...variants.flatMap((one) => one.fields),
];

/** Asked where the statute publishes something of where a measure stands. */
const ofPublishedPlaces: readonly string[] = ['area', 'publish'];

const allOf = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((field) => [field, ...allOf(withinOf(field))]);

for (const language of ['es', 'en'] as const)
  test(`every kind, field and choice of a proposal has words (${language})`, () => {
    for (const { kind, label, fields } of proposalForms(language)) {
      assert.notEqual(label, '', kind);
      for (const field of allOf(fields)) {
        assert.notEqual(field.label, '', `${kind}: ${field.name}`);
        for (const { value, label: said } of field.choices ?? [])
          assert.notEqual(said, '', `${kind}: ${field.name} ${value}`);
        for (const variant of field.variants ?? []) assert.notEqual(variant.label, '', `${kind}: ${variant.kind}`);
      }
    }
  });

test('what a sitting may be asked has a form, with the fields that the catalogue has and no other', () => {
  const forms = proposalForms('es');
  const kinds = kindsOfProposal();
  const without = kinds.map(({ kind }) => kind).filter((kind) => !forms.some((form) => form.kind === kind));
  // A plan is put to vote where it is made: at the desk nobody has the hashes of its parts.
  assert.deepEqual(without.sort(), ['adopt-plan', 'amend-motion', 'approve-minutes', 'elect-presidium', 'extend-term']);
  for (const { kind, fields } of forms) {
    const known = kinds.find((one) => one.kind === kind);
    const all = Object.entries(known?.fields ?? {}).filter(([name]) => !ofPublishedPlaces.includes(name));
    assert.deepEqual(
      fields.map(({ name }) => name),
      all.map(([name]) => name),
      kind,
    );
    assert.deepEqual(
      fields.map(({ optional }) => optional),
      all.map(([name, { optional }]) => optional && !(kind === 'measure' && name === 'place')),
      kind,
    );
  }
});

test('a form asks where a measure is to stand as the statute shows it, and says beforehand who will read it', () => {
  const asked = (kind: string, shown: 'members' | 'late' | 'coarsened' | 'public') =>
    proposalForms('en', shown).find((form) => form.kind === kind)?.fields ?? [];
  const names = (kind: string, shown: 'members' | 'late' | 'coarsened' | 'public') =>
    asked(kind, shown).map(({ name, optional }) => (optional ? `${name}?` : name));
  assert.deepEqual(names('measure', 'members'), ['what', 'place', 'from', 'exempt?', 'condition?']);
  assert.deepEqual(names('measure', 'late'), names('measure', 'members'));
  assert.deepEqual(names('measure', 'coarsened'), [
    'what',
    'place',
    'area',
    'publish',
    'from',
    'exempt?',
    'condition?',
  ]);
  assert.deepEqual(names('measure', 'public'), ['what', 'place', 'publish', 'from', 'exempt?', 'condition?']);
  assert.deepEqual(names('lift', 'members'), ['measure', 'how', 'to?']);
  assert.deepEqual(names('lift', 'coarsened'), ['measure', 'how', 'to?', 'area?', 'publish?']);
  const noteOf = (shown: 'members' | 'late' | 'coarsened' | 'public') =>
    asked('measure', shown).find(({ name }) => name === 'place')?.note;
  assert.match(noteOf('members') ?? '', /members alone/);
  assert.match(noteOf('late') ?? '', /once the measure is over, by anybody/);
  assert.match(noteOf('public') ?? '', /^Anybody reads it/);
});

test('a form asks for an act, a person, a text and a list as what they are', () => {
  const field = (kind: string, name: string) =>
    proposalForms('en')
      .find((form) => form.kind === kind)
      ?.fields.find((one) => one.name === name);
  assert.deepEqual(field('lift', 'measure'), {
    name: 'measure',
    label: 'Which measure',
    optional: false,
    as: 'act',
    act: 'MeasureDeclared',
  });
  assert.equal(field('recall-officer', 'holder')?.as, 'person');
  assert.equal(field('mandate', 'on')?.as, 'elsewhere');
  assert.deepEqual([field('demand-list', 'demands')?.most, field('demand-list', 'demands')?.item?.most], [64, 200]);
  assert.deepEqual(
    field('resolution', 'tasks')?.item?.fields?.map(({ as }) => as),
    ['one-of', 'text', 'time'],
  );
  assert.deepEqual([field('change-demand', 'number')?.as, field('change-demand', 'number')?.of], ['part', 'list']);
  assert.deepEqual([field('admit', 'key')?.as, field('admit', 'key')?.of], ['book-key', 'below']);
  assert.deepEqual([field('amend-statute', 'statute')?.as, field('draw-territory', 'geojson')?.as], ['data', 'map']);
});

test('a field that follows another names one that stands beside it, and no kind asks for a book’s key or an act’s number by itself', () => {
  for (const { kind, fields } of proposalForms('en'))
    for (const { as, name, of } of fields)
      if (as === 'part' || as === 'book-key')
        assert.ok(
          fields.some((one) => one.name === of),
          `${kind}: ${name}`,
        );
});

test('what an act holds several of is named by its words: demands, decisions of a late entry, seats', () => {
  const act = (name: string, data: object) => partsOfAct({ act: name, v: 1, index: 3, at: '', data } as never);
  const words = (name: string, data: object) => act(name, data).map((part) => [part.number, part.words.es]);
  assert.deepEqual(words('DemandListAdopted', { demands: ['Agua', 'Luz'] }), [
    [1, '1. Agua'],
    [2, '2. Luz'],
  ]);
  assert.deepEqual(words('SittingEnteredLate', { decisions: [{ title: 'La cuota' }] }), [[1, '1. La cuota']]);
  assert.deepEqual(words('DelegatesElected', { seats: [{ seat: 4 }] }), [[4, 'Puesto 4']]);
  assert.deepEqual([words('VoteOpened', {}), partsOfAct(null)], [[], []]);
});
