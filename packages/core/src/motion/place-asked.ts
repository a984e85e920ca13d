import type { Language } from '../sentences/words.ts';
import type { Statute } from '../statute/fields.ts';
import { type Text, text } from '../statute/reading/text.ts';

export type SensitiveShown = NonNullable<Statute['publicity']>['sensitive'];

interface PlaceAsked {
  /** Not of such a statute: the rule would refuse it. */
  readonly left?: true;
  readonly optional?: false;
  readonly label?: string;
  /** Who reads it is said before it is written: what is published cannot be recalled. */
  readonly note?: string;
}

const elsewhere = text(
  'El título y el texto son públicos: no lo escriba ahí.',
  'The title and the text are public: do not write it there.',
);

const readBy: Readonly<Record<SensitiveShown, Text>> = {
  members: text(
    `Lo leen sólo los miembros, aquí y en las bases. ${elsewhere.es}`,
    `Read by members alone, here and in the bases. ${elsewhere.en}`,
  ),
  late: text(
    `Lo leen los miembros y, después de terminada la medida, cualquiera. ${elsewhere.es}`,
    `Read by members and, once the measure is over, by anybody. ${elsewhere.en}`,
  ),
  coarsened: text(`Lo leen los miembros. ${elsewhere.es}`, `Read by members. ${elsewhere.en}`),
  public: text('Lo lee cualquiera.', 'Anybody reads it.'),
};

const wider = text(
  'La lee cualquiera. Más amplia que el lugar, sin nombrarlo: un distrito, por ejemplo.',
  'Anybody reads it. Wider than the place, without naming it: a district, for example.',
);

const known: Readonly<Partial<Record<SensitiveShown, Text>>> = {
  coarsened: text(
    'Lo sé: cualquiera leerá la zona, y no se puede volver a ocultar',
    'I know: anybody will read the area, and it cannot be recalled',
  ),
  public: text(
    'Lo sé: cualquiera leerá el lugar, y no se puede volver a ocultar',
    'I know: anybody will read the place, and it cannot be recalled',
  ),
};

const narrowed = text(
  'Si se reduce, lo que queda: es público. Si se mueve, el lugar nuevo.',
  'If narrowed, what is left: that is public. If moved, the new place.',
);

/** How the form of a measure asks where it is to stand, under a statute that shows places so; of any other field nothing. */
export function placeAsked(path: string, shown: SensitiveShown, language: Language): PlaceAsked {
  switch (path) {
    case 'measure.place':
      return { optional: false, note: readBy[shown][language] };
    case 'lift.to':
      return { note: `${narrowed[language]} ${readBy[shown][language]}` };
    case 'measure.area':
      return shown === 'coarsened' ? { optional: false, note: wider[language] } : { left: true };
    case 'lift.area':
      return shown === 'coarsened' ? { note: wider[language] } : { left: true };
    case 'measure.publish':
      return published(shown, language, { optional: false });
    case 'lift.publish':
      return published(shown, language, {});
    default:
      return {};
  }
}

function published(shown: SensitiveShown, language: Language, how: PlaceAsked): PlaceAsked {
  const label = known[shown]?.[language];
  return label === undefined ? { left: true } : { ...how, label };
}
