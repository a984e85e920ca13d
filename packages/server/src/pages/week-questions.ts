import { questionsTo } from '../app/correspondence/questions.ts';
import type { BookView } from '../app/node.ts';
import { consultationPath } from './consultation-path.ts';
import { isAnswered } from './correspondence-asked.ts';
import { type Html, html } from './html.ts';
import type { Visit } from './visit.ts';
import { partOf } from './week-part.ts';

/** What bodies above ask of this base now, through however many tiers, and until when. */
export async function questionsWaiting(visit: Visit, book: BookView): Promise<Html | null> {
  const { words, link, now } = visit;
  const { day } = visit.formats(book.state);
  const open = (await questionsTo(visit.node, book)).filter(
    ({ consultation: { closed, deadline } }) => closed === null && now <= deadline,
  );
  const lines = open.map((question) => {
    const { asker, index, consultation } = question;
    const said = isAnswered(book, question) ? html` (${words.week.answered})` : null;
    return html`<a href="${link(consultationPath(asker, index))}">${consultation.title}</a>${said}<br>${words.week.asked(asker.title, day(consultation.deadline))}`;
  });
  return partOf(words.week.questions, lines);
}
