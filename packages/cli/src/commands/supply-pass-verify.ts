import {
  cargoName,
  formatTime,
  judge,
  parseTime,
  plateOf,
  type Question,
  type Verdict,
  verdictWords,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { ExitCode, Invocation } from '../command.ts';
import type { Language } from '../language.ts';
import { cargoIn, keyListIn } from '../pass-arguments.ts';
import { smallText } from '../small-file.ts';
import { misuse } from '../stop.ts';

const COMMAND = 'supply pass verify';

/** Exit 0 where it passes, 1 where the paper opens nothing here, 2 when the question cannot be read. */
export async function supplyPassVerify(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, language, terminal } = invocation;
  const list = keyListIn(values.keys ?? '');
  const question: Question = {
    text: passTextIn(positionals[0] ?? ''),
    at: timeIn(values.at),
    ...(values.block !== undefined && { block: blockIn(values.block) }),
    ...(values.cargo !== undefined && { cargo: cargoIn(values.cargo, COMMAND) }),
    ...(values.vehicle !== undefined && { vehicle: plateOf(values.vehicle) }),
  };
  const verdict = judge(question, [list], nodeCrypto);
  const words = verdictWords(verdict, language);
  terminal.answer({ ...verdict, at: question.at, words }, lines(verdict, language));
  return verdict.answer === 'let-pass' || verdict.answer === 'valid' ? 0 : 1;
}

function lines(verdict: Verdict, language: Language): readonly string[] {
  const { answer, found, todo, age, stale } = verdictWords(verdict, language);
  const { pass, cargo } = verdict;
  const about =
    pass === undefined
      ? []
      : [
          [
            cargoName(pass.cargo, language),
            pass.vehicle ?? '–',
            `${pass.from} – ${pass.until}`,
            pass.closures.join(', '),
          ].join(' · '),
        ];
  const seen = cargo === undefined || cargo === pass?.cargo ? '' : ` (${cargoName(cargo, language)})`;
  const aged = age === undefined ? [] : [age];
  return [...(stale ? aged : []), `${answer}${seen}.`, `${found} ${todo}`, ...about, ...(stale ? [] : aged)];
}

/** A file may be called after what is in it: a text goes on behind its first word. */
function passTextIn(given: string): string {
  if (/^\s*cabild[o0]\d+\s/i.test(given)) return given;
  if (given.trim() !== '') return smallText(given, 10_000);
  throw misuse(
    {
      es: 'El texto está vacío. Sin papel: la vida pasa; lo demás, con otro papel o preguntando por radio.',
      en: 'The text is empty. Without a paper life passes; for the rest, another paper, or ask by radio.',
    },
    COMMAND,
  );
}

function timeIn(given: string | undefined): string {
  if (given === undefined) return formatTime(Math.floor(Date.now() / 1_000));
  if (parseTime(given) !== undefined) return given;
  throw misuse(
    {
      es: `--at ${given}: una hora como 2026-11-22T06:30:00Z.`,
      en: `--at ${given}: a time like 2026-11-22T06:30:00Z.`,
    },
    COMMAND,
  );
}

function blockIn(given: string): { readonly origin: string; readonly number: number } {
  const [, origin = '', number = ''] = /^(.+\/.+)\/(\d{1,15})$/.exec(given) ?? [];
  if (origin !== '') return { origin, number: Number(number) };
  throw misuse(
    {
      es: `--block ${given}: libro y número de acto, como el-alto.example/senkata/12.`,
      en: `--block ${given}: a book and an act’s number, such as el-alto.example/senkata/12.`,
    },
    COMMAND,
  );
}
