import { verifyCredential } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { text } from '../read.ts';
import type { Stage } from '../stage.ts';
import type { Council } from './council.ts';
import type { District, World } from './federation.ts';

/** From a junta to the Assembly, step by step: each credential is checked without a network, with the key of the body above. */
export async function credentialsTravel(stage: Stage, world: World): Promise<void> {
  const { council, juntas } = world.districts[0] as District;
  const steps: readonly (readonly [string, Council])[] = [
    [juntas[1]?.name ?? '', council],
    [council.name, world.federation],
    [world.federation.name, world.assembly],
  ];
  await stage.witnessed();
  const checks: number[] = [];
  for (const [below, above] of steps) checks.push(await checked(stage, below, above));
  stage.voice.step({
    es: `Las credenciales viajan como archivos: junta → distrito → federación → Asamblea, ${checks.join(' + ')} comprobaciones sin red.`,
    en: `Credentials travel as files: junta → district → federation → Assembly, ${checks.join(' + ')} checks offline.`,
  });
}

async function checked(stage: Stage, below: string, { origin, key }: Council): Promise<number> {
  const { base } = stage.nodeOf(below);
  const credential = await text(`${base}/api/bodies/${below}/credentials/${encodeURIComponent(origin)}/1`);
  const at = `${new Date(stage.calendar.now()).toISOString().slice(0, 19)}Z`;
  const report = verifyCredential(credential, key, nodeCrypto, { at });
  if (!report.ok) throw new Error(`the credential of ${below} does not verify: ${JSON.stringify(report)}`);
  return report.checks.length;
}
