// A thousand hand-overs that fifty phones bring at once, each signed by two keys, over HTTP on this machine, the client included.
import { tableValues } from '@cabildo/core';
import { endOwnServer } from '../packages/server/test/database.ts';
import { comeBack, committeeWith, phonesOf } from '../packages/server/test/http/hand-over-phones.ts';
import { withServer } from '../packages/server/test/http/http-fixture.ts';
import { type Figure, median, type Section } from './measure.ts';

const PHONES = 50;
const EACH = 20;

export const measureHandOvers: Section = async ({ rounds }, say) => {
  const seconds: number[] = [];
  let written = 0;
  let inBook = 0;
  for (let round = 0; round < rounds; round++)
    await withServer(async (server) => {
      const committee = await committeeWith(server, PHONES, 100_000);
      const phones = phonesOf(committee, EACH);
      const start = performance.now();
      const answered = await comeBack(server, committee, phones);
      seconds.push((performance.now() - start) / 1_000);
      written = answered.filter(({ json }) => json.acts.length > 0).length;
      const book = await server.node.book('comite-de-gas');
      inBook = book === null || book === undefined ? 0 : tableValues(book.state.supply.handOvers).length;
      say(`${answered.length} requests, ${written} written, ${inBook} in the book: ${seconds.at(-1)?.toFixed(2)} s`);
    });
  await endOwnServer();
  const figures: readonly Figure[] = [
    { what: `hand-overs from ${PHONES} phones at once, all in the ledger`, value: median(seconds), unit: 's' },
    { what: 'the slowest round', value: Math.max(...seconds), unit: 's' },
    { what: 'written, none twice', value: written, unit: 'acts' },
    { what: 'in the book', value: inBook, unit: 'hand-overs' },
  ];
  return figures;
};
