export { addMirror, type MirrorAdded, type NewMirror, type PullOutcome, pullMirror } from './app/exchange/mirrors.ts';
export * from './app/index.ts';
export { createServer, type ServerOptions } from './http/create-server.ts';
export { type ServeOptions, type Serving, serve } from './serve.ts';
export { DatabaseProblem, startDatabase } from './store/postgres/index.ts';
