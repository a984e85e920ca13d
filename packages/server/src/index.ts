export { backupNode } from './app/exchange/backup.ts';
export { bookReader } from './app/exchange/book-files.ts';
export { type ComparedWithNode, compareWithNode } from './app/exchange/compare-with-node.ts';
export { importBook } from './app/exchange/import.ts';
export { type BookCompared, compareWithOutside } from './app/exchange/outside.ts';
export { type Restored, restoreNode } from './app/exchange/restore.ts';
export * from './app/index.ts';
export { type ServeOptions, type Serving, serve } from './serve.ts';
export { startDatabase } from './store/postgres/index.ts';
