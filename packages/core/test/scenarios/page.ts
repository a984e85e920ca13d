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

const limits = `
## What these rules do not stop

- **A roll of invented neighbours whose officers all lie.** An audit is sealed by the officers whose roll it is: it proves what they
  answered for, not that it is so. Two juntas that sit in the assembly can be
  accomplices of a third that nobody else has seen; the books name them.
- **A proposal that does more than its text says.** What is not ordinary is decided on the text that the notice named by its hash. What
  a statute or a measure says beside that text is data of the motion, which everybody can read and the hall compares (decision 0006).
- **Officers who do not sign.** What takes effect elsewhere waits for their seal. The base can recall them, and whoever is a member
  convenes that sitting when they let its day pass; until then it waits.
- **A node and two bodies that lie together.** They can put officers into a junta whose node keeps back what those before object
  (SECURITY.md). The credential names the two.
- **A node that withholds.** It cannot invent a sealed act, and what it has shown to a witness it cannot take back unnoticed. What
  nobody outside has seen yet can be lost.
- **Threats for a vote that others could see.** Hands and roll calls are seen. Of those who voted by phone the book has totals, and who
  operates the node could see more; secret ballots that anybody can check are a package of their own.
- **Goods that do not arrive.** Needs, stocks and hand-overs have no acts yet. That life passes a measure is above.
- **Two tellers who agree on a false number.** The number is in the book for everybody who stood in the hall to doubt.
`;

export const scenariosPage = (): string => opening + Object.entries(scenarios).map(section).join('') + limits;
