// The pages that anybody reads without the client, of the sample federation with its whole story, and on paper.
import { withStory } from '../story.ts';
import { type Scene, withPage } from './studio.ts';

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface State {
  readonly body: { readonly kind: string };
  readonly resolutions: Entries;
  readonly sittings: Entries;
  readonly votes: Entries;
  readonly recallsAbove: Entries;
  readonly activeSittings: readonly number[];
}

const onPaper = new Set(['assembly', 'map', 'seat', 'statute', 'sitting-minutes', 'minutes', 'poster']);

export const pages: Scene = ({ browser, camera }) =>
  withStory(async ({ url }) => {
    const all = await addresses(url);
    await withPage({ browser }, async ({ page }) => {
      for (const [name, address] of Object.entries(all)) {
        await page.goto(url + address);
        await camera.take(`page ${name}`, page, { english: false });
        if (onPaper.has(name)) await camera.print(`paper-of-${name}`, page);
      }
    });
  });

/** Pages that show the most: one of each kind that the story has. */
async function addresses(url: string): Promise<Record<string, string>> {
  const read = async <T>(path: string): Promise<T> => (await (await fetch(url + path)).json()) as T;
  const found: Record<string, string> = {
    home: '/',
    map: '/map',
    search: '/?q=gas',
    check: '/check?reference=asamblea-popular%2047',
    missing: '/b/nada',
  };
  const { bodies } = await read<{ bodies: readonly { body: string }[] }>('/api/bodies');
  for (const { body } of bodies) {
    const { state } = await read<{ state: State }>(`/api/bodies/${body}`);
    Object.assign(found, addressesOf(`/b/${body}`, state));
  }
  return found;
}

function addressesOf(path: string, state: State): Record<string, string> {
  const found: Record<string, string> = {};
  if (state.body.kind === 'delegate') {
    found.assembly = path;
    found['assembly-book'] = `${path}/book`;
    found.statute = `${path}/statute`;
    for (const [key, { status }] of Object.entries(state.resolutions))
      found[`resolution-${status}`] = `${path}/resolutions/${key}`;
    for (const key of Object.keys(state.votes)) found['act-vote'] = `${path}/acts/${key}`;
    for (const key of Object.keys(state.sittings)) {
      found['assembly-sitting'] = `${path}/sittings/${key}`;
      found.poster = `${path}/sittings/${key}/poster`;
    }
    return found;
  }
  if (Object.keys(state.recallsAbove).length > 0) {
    found['base-recalled'] = path;
    found.seat = `${path}/seats/asamblea-popular/1`;
  }
  if (state.activeSittings.length > 0) found['base-open'] = path;
  for (const [key, sitting] of Object.entries(state.sittings)) {
    const address = `${path}/sittings/${key}`;
    const opened = sitting.opened as { readonly quorum: { readonly met: boolean } } | null;
    if (sitting.late === true) found['sitting-late'] = address;
    else if (opened?.quorum.met === false) found['sitting-irregular'] = address;
    else if (sitting.closedAt === null) found['sitting-open'] = address;
    else if (sitting.minutes !== null) {
      found['sitting-minutes'] = address;
      found.minutes = `${address}/minutes`;
    }
    const [motion] = sitting.motions as readonly number[];
    if (motion !== undefined) found['act-motion'] = `${path}/acts/${motion}`;
  }
  return found;
}
