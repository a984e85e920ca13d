import type { ActReceipt } from './client.ts';
import type { Stage } from './stage.ts';

/** The data of an act, as anybody can read it. */
export async function dataOf<D>(stage: Stage, body: string, index: number): Promise<D> {
  const { entry } = (await json(`${stage.nodeOf(body).base}/api/bodies/${body}/acts/${index}`)) as {
    entry: { data: D };
  };
  return entry.data;
}

/** The first act of that type in a book. */
export async function firstAct(stage: Stage, body: string, name: string): Promise<ActReceipt> {
  const { acts } = (await json(`${stage.nodeOf(body).base}/api/bodies/${body}/acts?from=0&limit=200`)) as {
    acts: ActReceipt[];
  };
  const found = acts.find(({ act }) => act === name);
  if (found === undefined) throw new Error(`${body} has no ${name}`);
  return found;
}

interface BodyState {
  readonly motions: Readonly<Record<string, { readonly sitting: number; readonly vote: number | null }>>;
}

/** What follows from a body's acts, as far as the story asks for it. */
export async function bodyState(stage: Stage, body: string): Promise<BodyState> {
  return ((await json(`${stage.nodeOf(body).base}/api/bodies/${body}`)) as { state: BodyState }).state;
}

const json = async (url: string): Promise<unknown> => JSON.parse(await text(url));

export async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}
