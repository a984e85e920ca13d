export { count } from './count.ts';
export { readElection } from './formats/read.ts';
export { ballotFile } from './outputs/ballot-file.ts';
export { resultDocument } from './outputs/document.ts';
export { resultLines } from './outputs/lines.ts';
export { resultPage } from './outputs/page.ts';
export { stageTable } from './outputs/stage-table.ts';
export type { CountResult } from './result.ts';
