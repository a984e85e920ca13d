import { AjvCompiler } from '@fastify/ajv-compiler';

/** Says whether it is valid; if not, `errors` says why. */
interface Check {
  (value: unknown): boolean;
  errors?: unknown;
}

type Compile = (route: { readonly schema: unknown }) => Check;
type Build = (schemas: unknown, options: unknown) => Compile;

/** Fastify’s own, whose types speak of one of its two ways of being called. */
const build = AjvCompiler() as unknown as Build;

const lazily: Build = (schemas, options) => {
  const compile = build(schemas, options);
  return (route) => {
    let made: Check | undefined;
    const check: Check = (value) => {
      made ??= compile(route);
      const valid = made(value);
      check.errors = made.errors;
      return valid;
    };
    return check;
  };
};

/**
 * What checks the inputs of a route is made when the route is first asked. There are as many schemas as commands, and making
 * them all takes a second or two: a node would begin so much later, for commands of which an evening uses a few.
 */
export const whenFirstAsked = lazily as unknown as ReturnType<typeof AjvCompiler>;
