import { statuteFields } from '../statute/fields.ts';
import { type ActName, allActs } from './acts.ts';
import { allCommands, type CommandName } from './commands.ts';
import { type Fields, type JsonSchema, objectSchema } from './fields.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

const titled = (title: string, description: string, fields: Fields): JsonSchema => ({
  $schema: dialect,
  title,
  description,
  ...objectSchema(fields),
});

/** What the data of each act must look like, by the act's name. */
export const actSchemas = (): Readonly<Record<ActName, JsonSchema>> =>
  Object.fromEntries(
    allActs.map(({ name, version, effect, data }) => [name, titled(`${name} v${version}`, effect, data)]),
  ) as Readonly<Record<ActName, JsonSchema>>;

/** What the input of each command must look like, by the command's name. */
export const commandSchemas = (): Readonly<Record<CommandName, JsonSchema>> =>
  Object.fromEntries(allCommands.map(({ name, does, input }) => [name, titled(name, does, input)])) as Readonly<
    Record<CommandName, JsonSchema>
  >;

/** The rules of a body, as data. */
export const statuteSchema = (): JsonSchema => titled('Statute', 'The rules of a body, as data.', statuteFields);
