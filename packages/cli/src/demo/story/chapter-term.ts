import { chairOf, gather, open } from '../hall.ts';
import type { Stage } from '../stage.ts';
import type { Cast } from './chapter-founding.ts';
import { plainEvening } from './chapter-mandate.ts';

/** No body lengthens its own term, by whatever majority and under whatever heading. */
export async function chapterTerm(stage: Stage, { junta }: Cast): Promise<void> {
  stage.voice.chapter({ es: 'Nadie alarga su propio mandato', en: 'Nobody lengthens their own term' });
  const base = junta('junta-ballivian');
  const plan = plainEvening(`${base.name}/extension`, 73, 20, [], 'first');
  const chair = chairOf(base);
  const sitting = await gather(stage, chair, plan);
  await open(stage, chair, plan, sitting);
  const motion = {
    sitting,
    matter: 'ordinary',
    title: 'Prórroga de la directiva',
    text: 'Por la situación, la directiva sigue un año más.',
    proposal: { kind: 'extend-term', office: 'presidencia', until: stage.calendar.time(1100, 18) },
  };
  const refused = await base.presidency.ask(base.name, 'TableMotion', motion, `${plan.id}/table`);
  if (refused.ok) throw new Error('a term was lengthened');
  stage.voice.refused(
    { es: `${base.title}: «Prórroga de la directiva»`, en: `${base.title}: “Extension of the officers’ term”` },
    refused.sentences,
  );
  await base.presidency.must(base.name, 'CloseSitting', { sitting }, `${plan.id}/end`);
}
