import { allActs } from './acts.ts';
import { allCommands } from './commands.ts';
import { dialect, type Fields, type JsonSchema, objectSchema } from './fields.ts';

const titled = (title: string, description: string, fields: Fields): JsonSchema => ({
  title,
  description,
  ...objectSchema(fields),
});

const schemaOfAll = (title: string, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  $schema: dialect,
  title,
  $defs: schemas,
});

/** What the data of each act must look like, under the act's name and version. */
export const actsSchema = (): JsonSchema =>
  schemaOfAll(
    'Acts',
    Object.fromEntries(
      allActs.map(({ name, version, effect, data }) => [`${name}.v${version}`, titled(name, effect, data)]),
    ),
  );

/** What the input of each command must look like, under the command's name. */
export const commandsSchema = (): JsonSchema =>
  schemaOfAll(
    'Commands',
    Object.fromEntries(allCommands.map(({ name, does, input }) => [name, titled(name, does, input)])),
  );
