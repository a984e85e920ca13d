import { type Block, heading, list, type PaperDocument, type PaperSection, quote, text } from '../paper/document.ts';
import type { Formats } from '../shell/formats.ts';
import { type Hours, hoursOf } from './hours.ts';
import type { Decision, HeadCount, Item, Meeting } from './meeting.ts';
import type { MeetingWords } from './words-es.ts';

interface Saying {
  readonly words: MeetingWords['paper'];
  readonly hours: Hours;
  number(value: number): string;
}

/** The minutes of a meeting, in the order that statutes want; what nobody has noted is said to be so. */
export function paperOfMeeting(
  meeting: Meeting,
  words: MeetingWords,
  { locale, number }: Pick<Formats, 'locale' | 'number'>,
): PaperDocument {
  const say: Saying = { words: words.paper, hours: hoursOf(locale, meeting.offsetMinutes), number };
  const { presides, writes } = meeting;
  const { signers } = words.paper;
  return {
    title: words.paper.title,
    body: meeting.assembly,
    standing: null,
    sections: [
      whenAndWhere(meeting, say),
      { title: say.words.convocation, blocks: [text(orNothing(meeting.called, say.words.notCalled))] },
      attendance(meeting, say),
      presidium(meeting, say),
      agenda(meeting, say),
      { title: say.words.previousTitle, blocks: [text(say.words.previous[meeting.previous])] },
      interventions(meeting, say),
      motions(meeting, say),
      objections(meeting, say),
      resolutions(meeting, say),
      ...tasks(meeting, say),
    ],
    signatures: {
      title: words.paper.sign,
      lines: [orNothing(presides, signers.presides), orNothing(writes, signers.writes), ...signers.others],
    },
    foot: meeting.entered === null ? null : words.paper.entered(meeting.entered.title, meeting.entered.act),
  };
}

const orNothing = (said: string, nothing: string): string => (said.trim() === '' ? nothing : said.trim());

function whenAndWhere({ place, startedAt, endedAt }: Meeting, { words, hours }: Saying): PaperSection {
  const where = orNothing(place, words.noPlace);
  const began = words.began(where, hours.day(startedAt), hours.clock(startedAt));
  return {
    title: words.when,
    blocks: [text(began), text(endedAt === null ? words.notEnded : words.ended(hours.clock(endedAt)))],
  };
}

function attendance({ counts }: Meeting, say: Saying): PaperSection {
  const { words } = say;
  const said = counts.map((count) => countWords(count, say));
  return { title: words.attendance, blocks: [said.length === 0 ? text(words.notCounted) : list(said)] };
}

export function countWords(count: HeadCount, { words, hours, number }: Saying): string {
  const at = hours.clock(count.at);
  if (count.kind === 'one') return words.oneCount(at, number(count.people), count.people);
  if (count.kind === 'range')
    return words.range(at, number(count.atLeast), number(count.atMost), orNothing(count.method, words.noMethod));
  const { people, other } = count;
  if (people === other) return words.twoAgree(at, number(people), people);
  return words.twoDiffer(at, number(people), number(other), number(Math.min(people, other)));
}

function presidium({ presides, writes }: Meeting, { words }: Saying): PaperSection {
  return {
    title: words.presidium,
    blocks: [
      list([words.presides(orNothing(presides, words.notSaid)), words.writes(orNothing(writes, words.notSaid))]),
    ],
  };
}

function agenda({ items }: Meeting, { words }: Saying): PaperSection {
  const titles = items.map(({ title }) => title);
  return { title: words.agenda, blocks: [titles.length === 0 ? text(words.noAgenda) : list(titles, true)] };
}

/** What was said in each item that was taken up, with the hour at which it was. */
function interventions({ items }: Meeting, { words, hours }: Saying): PaperSection {
  const blocks = items.flatMap((item, i): readonly Block[] => {
    const notes = item.notes.trim();
    if (item.openedAt === null && notes === '') return [];
    const since = item.openedAt === null ? null : hours.clock(item.openedAt);
    return [heading(words.item(i + 1, item.title, since)), text(orNothing(notes, words.noNotes))];
  });
  return { title: words.interventions, blocks: blocks.length === 0 ? [text(words.noInterventions)] : blocks };
}

function motions({ items }: Meeting, say: Saying): PaperSection {
  const blocks = items.flatMap((item, i) =>
    item.decisions.flatMap((decision): readonly Block[] => [
      quote(decision.text),
      text(`${say.words.under(i + 1)} ${decidedHow(decision, say)}`),
    ]),
  );
  return { title: say.words.motions, blocks: blocks.length === 0 ? [text(say.words.noMotions)] : blocks };
}

function decidedHow({ at, how, yes, no, abstain, asked, adopted }: Decision, { words, hours, number }: Saying): string {
  const result = adopted ? words.adopted : words.notAdopted;
  if (how === 'hands')
    return words.byHands(hours.clock(at), words.tally(number(yes), number(no), number(abstain)), result);
  const way = how === 'acclamation' ? words.byAcclamation : words.byConsensus;
  return way(
    hours.clock(at),
    asked.map((time) => hours.clock(time)),
    result,
  );
}

function objections({ items }: Meeting, { words, hours }: Saying): PaperSection {
  const said = items.flatMap((item, i) =>
    item.objections.map((objection) => words.objection(hours.clock(objection.at), i + 1, objection.text)),
  );
  return { title: words.objections, blocks: [said.length === 0 ? text(words.noObjections) : list(said)] };
}

function resolutions({ items }: Meeting, { words }: Saying): PaperSection {
  const adopted = items.flatMap(({ decisions }) => decisions.filter((decision) => decision.adopted));
  const texts = adopted.map((decision) => decision.text);
  return { title: words.resolutions, blocks: [texts.length === 0 ? text(words.noResolutions) : list(texts, true)] };
}

function tasks({ items }: Meeting, { words }: Saying): readonly PaperSection[] {
  const said = items.flatMap((item: Item) =>
    item.tasks.map(({ what, who, until }) => words.task(what, who.trim(), until.trim())),
  );
  return said.length === 0 ? [] : [{ title: words.tasks, blocks: [list(said)] }];
}
