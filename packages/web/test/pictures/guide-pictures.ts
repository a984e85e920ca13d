// The pictures that the guides in docs/guide show, by the scene that takes each. `npm run guide` takes them in both languages.

export interface GuidePicture {
  /** Its name in docs/guide/images, without `.webp`. */
  readonly picture: string;
  /** The scene, as `npm run screens` names it; `first-assembly` is the guide itself, followed step by step. */
  readonly scene: string;
  /** What the scene calls it. */
  readonly taken: string;
  readonly size: 'phone' | 'table' | 'wall';
  /** What of the page; without it, what fits on the screen. */
  readonly part?: string;
}

/** Of the guide itself, followed step by step. */
const FOLLOWED = 'first-assembly';

const followed = (picture: string, size: GuidePicture['size'], part?: string): GuidePicture => ({
  picture,
  scene: FOLLOWED,
  taken: picture,
  size,
  ...(part === undefined ? {} : { part }),
});

const of = (
  scene: string,
  size: GuidePicture['size'],
  pictures: Readonly<Record<string, string>>,
): readonly GuidePicture[] => Object.entries(pictures).map(([picture, taken]) => ({ picture, scene, taken, size }));

export const guidePictures: readonly GuidePicture[] = [
  followed('founding-name', 'table', 'main'),
  followed('first-steps', 'table'),
  followed('roll-read', 'table', 'section[aria-labelledby="roll"]'),
  followed('cards', 'table', '.cards'),
  followed('convened', 'table', 'section[aria-labelledby="convocation"]'),
  followed('poster', 'table', '.poster'),
  followed('desk-before', 'table'),
  followed('desk-open', 'table'),
  followed('desk-result', 'table'),
  followed('desk-officers', 'table', '.tabling'),
  ...['door-code', 'phone-in-hall', 'count-hall', 'phone-vote', 'phone-key', 'minutes'].map((picture) =>
    followed(picture, 'phone'),
  ),
  ...of('teller', 'phone', {
    'teller-due': 'teller due',
    'teller-given': 'teller door given',
    'teller-blocks': 'teller blocks',
  }),
  ...of('wall', 'wall', {
    'wall-before': 'wall before',
    'wall-vote': 'wall vote by phone',
    'wall-result': 'wall result',
  }),
  ...of('accreditation', 'table', {
    'credential-card': 'office credential card',
    accreditation: 'office accreditation',
    'accreditation-refused': 'office accreditation refused',
  }),
  ...of('consultations', 'table', { 'consultation-open': 'office consultation open' }),
  ...of('petitions', 'phone', { petition: 'office petition' }),
];
