import type { Act } from '../fold.ts';
import { type Text, text } from '../statute/reading/text.ts';

/** One of what an act holds several of, by the number under which a proposal means it. */
export interface PartOfAct {
  readonly number: number;
  readonly words: Text;
}

const alike = (words: string): Text => text(words, words);

const numbered = (all: readonly string[]): readonly PartOfAct[] =>
  all.map((words, place) => ({ number: place + 1, words: alike(`${place + 1}. ${words}`) }));

/** The seats of an election, the demands of a list, the decisions of a late entry; of any other act, or of one not understood, nothing. */
export function partsOfAct(act: Act | null): readonly PartOfAct[] {
  switch (act?.act) {
    case 'DelegatesElected':
      return (act as Act<'DelegatesElected'>).data.seats.map(({ seat }) => ({
        number: seat,
        words: text(`Puesto ${seat}`, `Seat ${seat}`),
      }));
    case 'DemandListAdopted':
      return numbered((act as Act<'DemandListAdopted'>).data.demands);
    case 'SittingEnteredLate':
      return numbered((act as Act<'SittingEnteredLate'>).data.decisions.map(({ title }) => title));
    default:
      return [];
  }
}
