/** What is said to the reader, in both languages at hand. */
export interface Said {
  readonly es: string;
  readonly en: string;
}

export interface Voice {
  chapter(title: Said): void;
  /** One thing that happened, with what was decided and why. */
  step(said: Said): void;
  /** A refusal, with the rule's own sentence. */
  refused(what: Said, why: Said): void;
}

export function createVoice(language: 'es' | 'en', print: (line: string) => void): Voice {
  return {
    chapter(title) {
      print('');
      print(`── ${title[language]}`);
    },
    step: (said) => print(`   ${said[language]}`),
    refused(what, why) {
      print(`   ✗ ${what[language]}`);
      print(`     ${why[language]}`);
    },
  };
}
