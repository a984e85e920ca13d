import type { JSX } from 'preact';
import type { IconName } from '../../look/icons.ts';
import type { LiveCount } from '../live-answer.ts';
import { Badge } from '../shell/parts.tsx';
import { mayEnter, type Standing, standingOf } from './due.ts';
import type { TellerProps } from './teller-props.ts';

const looks: Readonly<
  Record<Standing, { readonly tone: 'green' | 'red' | 'ochre' | 'indigo' | 'rest'; readonly icon: IconName }>
> = {
  first: { tone: 'indigo', icon: 'pen' },
  second: { tone: 'indigo', icon: 'pen' },
  given: { tone: 'ochre', icon: 'clock' },
  recount: { tone: 'red', icon: 'alert' },
  agree: { tone: 'green', icon: 'check' },
  differ: { tone: 'red', icon: 'alert' },
};

export function StandingBadge({
  standing,
  words,
}: { readonly standing: Standing } & Pick<TellerProps, 'words'>): JSX.Element {
  const { tone, icon } = looks[standing];
  return (
    <Badge tone={tone} icon={icon}>
      {words.standing[standing]}
    </Badge>
  );
}

/** Where this count stands, in a badge and a sentence; for whoever recounts, that it is their turn. */
export function StandingNote({
  count,
  mine,
  words,
}: { readonly count: LiveCount; readonly mine: number } & Pick<TellerProps, 'words'>): JSX.Element {
  const standing = standingOf(count, mine);
  const recounts = standing === 'recount' && mayEnter(standing, mine);
  return (
    <div class="standing" role="status">
      <StandingBadge standing={recounts ? 'second' : standing} words={words} />
      <p class="soft">{recounts ? words.recountByYou : words.standingHow[standing]}</p>
    </div>
  );
}
