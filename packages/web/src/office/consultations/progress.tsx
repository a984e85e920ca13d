import type { JSX } from 'preact';
import { Meter } from '../../shell/parts.tsx';
import type { ConsultationProps, Question } from './consultation-props.ts';

/** By bases, with the line that the rule draws; and by members, which decide nothing. It fills up as answers are counted. */
export function Progress({
  question: { answers, bases, rule },
  formats: { number },
  words: { progress },
}: Pick<ConsultationProps, 'formats' | 'words'> & { readonly question: Question }): JSX.Element {
  const all = Object.values(answers);
  const yes = all.filter(({ answer }) => answer === 'yes').length;
  const no = all.length - yes;
  const sum = (side: 'yes' | 'no' | 'abstain'): number => all.reduce((total, one) => total + one[side], 0);
  const members = { yes: sum('yes'), no: sum('no'), abstain: sum('abstain') };
  const people = members.yes + members.no + members.abstain;
  const needed = ((rule.of === 'bases' ? bases : all.length) * rule.num) / rule.den;
  const byBases = progress.bases(number(yes), number(no), number(bases - all.length));
  const byMembers = progress.members(number(members.yes), number(members.no), number(members.abstain));
  return (
    <div data-progress={`${yes}/${no}`}>
      <Meter
        parts={[
          { value: yes, tone: 'yes' },
          { value: no, tone: 'no' },
        ]}
        total={bases}
        tick={needed}
        label={byBases}
      />
      <p role="status">{byBases}</p>
      <p class="soft">{progress.line(`${rule.num}/${rule.den}`, progress.of[rule.of], rule.strict)}</p>
      <Meter
        parts={[
          { value: members.yes, tone: 'yes' },
          { value: members.no, tone: 'no' },
        ]}
        total={people}
        tick={null}
        label={byMembers}
      />
      {people === 0 ? null : <p class="soft">{byMembers}</p>}
    </div>
  );
}
