import assert from 'node:assert/strict';
import { readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { base64Decode, signCheckpoint, verifyBook } from '@cabildo/book';
import { nodeCrypto, openDirectory } from '@cabildo/book/node';
import { askWitnesses } from '../../server/src/app/exchange/ask-witnesses.ts';
import { bookReader } from '../../server/src/app/exchange/book-files.ts';
import { startLoggingHeads } from '../../server/src/app/exchange/heads.ts';
import { importBook } from '../../server/src/app/exchange/import.ts';
import { addMirror, pullMirror } from '../../server/src/app/exchange/mirrors.ts';
import { trustLog, witnessKey } from '../../server/src/app/exchange/witness.ts';
import type { Node } from '../../server/src/app/index.ts';
import { deleteWithdrawn } from '../../server/src/store/erasures.ts';
import { makeBody, serveBooks, withFolder, withNodes } from '../../server/test/exchange/fixture.ts';
import { type Exported, exportBook } from '../src/export/write-book.ts';

/** As `cabildo book export` does out of a data folder. */
async function exportFrom(
  node: Node,
  origin: string,
  dir: string,
  onProgress: (acts: number) => void = () => undefined,
): Promise<Exported> {
  return exportBook(bookReader(node, (await node.book(origin))!), dir, onProgress);
}

const verify = async (dir: string, key: string) => verifyBook(openDirectory(dir), key, nodeCrypto);

test('a book goes by stick: exported, verified by anyone, imported, exported again', async () => {
  await withNodes(['a.example', 'b.example', 'w.example'], async (a, b, w) => {
    const junta = await makeBody(a, 'junta');
    await junta.write('WitnessAppointed', { name: 'W', key: witnessKey(w.node) });
    await junta.fill(600);
    const sitting = await junta.sitting();
    const kept = await junta.motion(sitting, 'That the tank be mended.');
    const withdrawn = await junta.motion(sitting, 'That Felipa be thanked.');
    const server = await serveBooks(() => w.node);
    const log = await startLoggingHeads(a.node);
    try {
      const heads = (await a.node.book('heads'))!;
      await trustLog(w.node, { origin: heads.origin, vkey: heads.vkey });
      await askWitnesses(a.node, [{ url: server.witness, key: witnessKey(w.node) }]);
      await withFolder(async (dir) => {
        const steps: number[] = [];
        const exported = await exportFrom(a.node, junta.origin, dir, (acts) => steps.push(acts));
        assert.deepEqual([exported.size, exported.before, exported.disclosures], [608, 0, 2]);
        assert.deepEqual(steps, [256, 512, 608]);
        const report = await verify(dir, await junta.key());
        assert.ok(report.ok, JSON.stringify(report.findings));
        // The log of heads' own signature is not needed, and its key not known to whoever verifies the book.
        assert.deepEqual(
          report.notices.map(({ place, code }) => [place, code]),
          [['heads.tlog-proof', 'unknown-signature']],
        );
        assert.deepEqual(
          report.cosignatures.map(({ name, on }) => [name, on]),
          [['w.example', 'heads']],
        );
        assert.equal(report.counts.disclosed, 2);

        const unknown = await importBook(b.node, dir);
        assert.deepEqual(unknown, { kind: 'key-unknown', origin: junta.origin, key: await junta.key() });
        const imported = await importBook(b.node, dir, { key: await junta.key() });
        assert.deepEqual(imported, { kind: 'pulled', origin: junta.origin, from: 0, to: 608, notHere: 0 });
        assert.deepEqual((await b.node.book(junta.origin))!.state, await junta.state());

        // Withdrawn after it was carried there: gone from the next export, and from the copy.
        await junta.write('ErasureRecorded', { index: withdrawn, slot: 'text' });
        await deleteWithdrawn(a.node.store, junta.origin);
        await exportFrom(a.node, junta.origin, dir);
        await assert.rejects(stat(join(dir, `disclosures/${withdrawn}.json`)), { code: 'ENOENT' });
        assert.ok((await verify(dir, await junta.key())).ok);
        assert.deepEqual(await importBook(b.node, dir), {
          kind: 'pulled',
          origin: junta.origin,
          from: 608,
          to: 609,
          notHere: 0,
        });
        assert.equal((await b.node.disclosures(junta.origin, withdrawn))?.slots.text, undefined);

        // What a mirror exports is the same book.
        await withFolder(async (second) => {
          assert.equal((await exportFrom(b.node, junta.origin, second)).size, 609);
          const again = await verify(second, await junta.key());
          assert.ok(again.ok && again.counts.disclosed === 1);
          const path = `disclosures/${kept}.json`;
          assert.deepEqual(await readFile(join(second, path)), await readFile(join(dir, path)));
        });
      });
    } finally {
      await log.stop();
      await server.close();
    }
  });
});

test('an export that was cut off is finished by the next; a hostile stick is refused', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const junta = await makeBody(a, 'junta');
    await junta.fill(300);
    await withFolder(async (dir) => {
      // Killed in the middle: some tiles, a part file, no checkpoint.
      await exportFrom(a.node, junta.origin, dir);
      await rm(join(dir, 'checkpoint'));
      await rm(join(dir, 'tile/0/001.p/48'));
      await truncate(join(dir, 'tile/entries/000'), 100);
      await writeFile(join(dir, 'key.txt.part'), 'half');
      const cut = await importBook(b.node, dir, { key: await junta.key() });
      assert.equal(cut.kind === 'refused' && cut.reason, 'missing');
      await exportFrom(a.node, junta.origin, dir);
      const report = await verify(dir, await junta.key());
      assert.ok(report.ok);
      assert.deepEqual(report.notices, []);

      await rm(join(dir, 'tile/entries/000'));
      await symlink('/dev/zero', join(dir, 'tile/entries/000'));
      const linked = await importBook(b.node, dir, { key: await junta.key() });
      assert.equal(linked.kind === 'refused' && linked.reason, 'not-a-file');
      assert.equal((await b.node.book(junta.origin))!.size, 0);
    });
  });
});

test('evidence of a fork goes along with an export', async () => {
  await withNodes(['a.example', 'b.example', 'a.example'], async (a, b, elsewhere) => {
    const junta = await makeBody(a, 'junta');
    const twin = await makeBody(elsewhere, 'junta');
    await twin.fill(3);
    await withFolder(async (dir) => {
      await exportFrom(elsewhere.node, twin.origin, dir);
      const signer = (await a.node.signerOf(junta.origin))!;
      const { size, root } = (await elsewhere.node.book(twin.origin))!.head;
      const head = { origin: twin.origin, size, root: base64Decode(root)! };
      await writeFile(join(dir, 'checkpoint'), signCheckpoint(head, signer, twin.origin, nodeCrypto));
      const server = await serveBooks(() => a.node);
      await addMirror(b.node, { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` });
      await pullMirror(b.node, junta.origin);
      await server.close();
      assert.equal((await importBook(b.node, dir)).kind, 'fork');
      await withFolder(async (shown) => {
        await exportFrom(b.node, junta.origin, shown);
        const report = await verify(shown, await junta.key());
        assert.equal(report.counts.forks, 1);
        assert.deepEqual(
          report.findings.map(({ code }) => code),
          ['fork'],
        );
      });
    });
  });
});
