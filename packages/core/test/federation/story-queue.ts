// A neighbourhood gives out gas by lot: cards without names, two phones without a network, a complaint, what was left.
import { indexOf } from './assembly.ts';
import { codeOf, drawn, issue, type Neighbourhood, neighbourhood, serving } from './queue.ts';

export function playQueue(): Neighbourhood {
  const story = neighbourhood(6);
  const { fed, base, origin, codes } = story;
  const [first = '', second = '', third = '', fourth = ''] = codes;
  fed.must(origin, base.secretary, 'VoidHouseholdCard', { card: 6 });
  issue(story, [codeOf('a card for one that was lost')], 6);
  const queue = drawn(story, 4);
  for (const code of [first, second]) fed.must(origin, base.presidium, 'ServePortion', serving(queue, code, code));
  fed.must(origin, base.secretary, 'ServePortion', serving(queue, first, 'another phone', true));
  fed.must(origin, base.presidium, 'ServePortion', serving(queue, third, 'by mistake'));
  const { given: _given, ...mistake } = serving(queue, third, 'by mistake');
  fed.must(origin, base.presidium, 'WithdrawServing', { ...mistake, why: 'not-given' });
  const words = 'Me llamaron y no estaba listo.';
  const made = fed.must(origin, base.presidium, 'MakeQueueComplaint', { queue, about: 'turn', words });
  const complaint = indexOf(made, 'QueueComplaintMade');
  fed.must(origin, base.presidium, 'ServePortion', serving(queue, fourth, fourth));
  const answer = { complaint, outcome: 'made-good', words: 'Pasó después.' } as const;
  fed.must(origin, base.presidium, 'AnswerQueueComplaint', answer);
  fed.must(origin, base.secretary, 'CloseQueue', { queue, left: { absent: 1, ranOut: 2, other: 0 } });
  return story;
}
