// docs/scenarios.md, as it is told when every scenario is played.
import { scenarios } from './scenarios.ts';
import { type Scenario, tell } from './telling.ts';

const opening = `# Scenarios

Written by \`npm run docs\` from the scenarios in \`packages/core/test/scenarios\`, which are played against the rules in
the tests; do not edit it here. Each is a failure that federations of assemblies have lived through, and what stops it.
After “es” and “en” stands what the hall reads when it is refused; a name in \`code\` is the act that the book has from then on.
`;

/** A step that goes on where the one before was goes without its word. */
function told(scenario: Scenario): string {
  let last = '';
  return tell(scenario)
    .map(({ word, said, ending }) => {
      const begun = word === last ? 'and' : word;
      last = word;
      return [`- *${begun}* ${said}.`, ...ending.map((line) => `  - ${line}`)].join('\n');
    })
    .join('\n');
}

const section = ([file, scenario]: readonly [string, Scenario]): string => `
## ${scenario.title}

${scenario.wentWrong}

**What stops it**: ${scenario.stoppedBy}. Played in
[\`${file}.ts\`](../packages/core/test/scenarios/${file}.ts).

${told(scenario)}
`;

export const scenariosPage = (): string => opening + Object.entries(scenarios).map(section).join('');
