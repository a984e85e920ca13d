import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Route } from 'playwright-core';
import { done } from '../../server/test/app/node-fixture.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { comeIn, type PhoneInHand, withHall, withPhone } from './hall.ts';

/** It would have the files by the time they are wanted; and what passes it does not always pass what stands in for the node. */
const withoutWorker = { serviceWorkers: 'block' } as const;

const { browser, client } = await inChromium();

describe('the phone page in Chromium', { skip: browserMissing, concurrency: 3 }, () => {
  test('a member signs in by the card’s address, checks in, votes, and checks the receipt', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(browser, async ({ page, asked, on }) => {
        await page.goto(hall.addressOf(card));
        await on('hall');
        assert.equal(await page.evaluate('location.href'), `${hall.url}/phone`);
        await page.getByRole('button', { name: 'Estoy aquí' }).click();
        await page.getByText('Usted está en la sala').waitFor();
        await hall.openSitting();
        const vote = await hall.openVote('Arreglar el tanque');
        await on('vote');
        await page.getByRole('heading', { name: 'Arreglar el tanque' }).waitFor();
        await page.getByText('Arreglar el tanque.', { exact: true }).waitFor();
        const news = page.locator('[aria-live="assertive"]');
        await news.getByText('Se abrió una votación: Arreglar el tanque', { exact: true }).waitFor();
        await page.getByRole('button', { name: 'Sí' }).click();
        await page.getByText('Su voto está contado').waitFor();
        await hall.closeVote(vote);
        await on('result');
        await page.waitForSelector('[data-receipt="verified"]');
        await page.getByText('Aprobada').waitFor();
        await page.getByText('La regla: más de la mitad de los votos por sí o por no.').waitFor();
        await page.reload();
        await page.waitForSelector('[data-receipt="verified"]');
        assert.deepEqual(await hall.tally(vote), { yes: 1, no: 0, abstain: 0 });
        assert.deepEqual(
          asked.filter((address) => address.includes(card.code)),
          [],
        );
        assert.deepEqual(
          asked.filter((address) => !address.startsWith(hall.url)),
          [],
        );
      });
    });
  });

  test('a card that another phone has used is refused, and the page says why', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(hall.addressOf(card));
        await on('hall');
      });
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(hall.addressOf(card));
        await on('sign-in');
        await page.getByText('Esa tarjeta ya se usó en otro teléfono.').waitFor();
      });
    });
  });

  test('a scanned card, and the list that typed words need, are asked for again until the node answers', async () => {
    await withHall(client.folder, async (hall) => {
      const cards = [await hall.card(), await hall.card()] as const;
      const scanned = async ({ page, on }: PhoneInHand): Promise<void> => {
        const seen = Promise.withResolvers<void>();
        let tries = 0;
        await page.route('**/api/sign-in', async (route) => {
          if (++tries === 1) return route.abort();
          await seen.promise;
          return route.continue();
        });
        await page.goto(hall.addressOf(cards[0]));
        await page.getByText('No hay conexión con el nodo').waitFor();
        seen.resolve();
        await on('hall');
      };
      const typed = async ({ page, on }: PhoneInHand): Promise<void> => {
        await page.route('**/api/bodies', (route) => route.abort(), { times: 1 });
        await page.goto(`${hall.url}/phone`);
        await page.getByRole('textbox', { name: 'Siete palabras' }).fill(cards[1].words.es);
        await page.getByRole('button', { name: 'Entrar', exact: true }).click();
        await on('hall');
      };
      for (const work of [scanned, typed]) await withPhone(browser, work, withoutWorker);
    });
  });

  test('seven typed words sign in; in English where the browser asks for it', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(
        browser,
        async ({ page, on }) => {
          await page.goto(`${hall.url}/phone`);
          await page.getByRole('textbox', { name: 'Seven words' }).fill('these are not the words of a card');
          await page.getByRole('button', { name: 'Sign in' }).click();
          await page.getByRole('alert').waitFor();
          await page.getByRole('textbox', { name: 'Seven words' }).fill(card.words.en.toUpperCase());
          await page.getByRole('button', { name: 'Sign in' }).click();
          await on('hall');
          await page.getByRole('button', { name: 'I am here' }).waitFor();
          await page.getByRole('button', { name: 'Español' }).click();
          await page.getByRole('button', { name: 'Estoy aquí' }).waitFor();
          assert.equal(await page.evaluate('document.documentElement.lang'), 'es');
        },
        { locale: 'en-GB' },
      );
    });
  });

  test('an answer that is lost on the way does not make two votes', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      const work = async (phone: PhoneInHand): Promise<void> => {
        const { page, on } = phone;
        await comeIn(phone, hall, card);
        await hall.openSitting();
        const vote = await hall.openVote('Luz en la cancha');
        await on('vote');
        const keys: (string | undefined)[] = [];
        page.on('request', (request) => {
          if (request.url().endsWith('CastVote')) keys.push(request.headers()['idempotency-key']);
        });
        // The phone tries again by itself: the second time arrives once it was seen what it says of the first.
        const seen = Promise.withResolvers<void>();
        let tries = 0;
        await page.route('**/commands/CastVote', async (route) => {
          tries++;
          if (tries > 1) await seen.promise;
          if (tries > 1) return route.continue();
          await route.fetch();
          return route.abort('connectionreset');
        });
        await page.getByRole('button', { name: 'Me abstengo' }).click();
        await on('unsent');
        seen.resolve();
        await page.getByText('Su voto está contado').waitFor();
        assert.ok(keys.length >= 2);
        assert.equal(new Set(keys).size, 1);
        await hall.closeVote(vote);
        await page.waitForSelector('[data-receipt="verified"]');
        assert.deepEqual(await hall.tally(vote), { yes: 0, no: 0, abstain: 1 });
      };
      await withPhone(browser, work, withoutWorker);
    });
  });

  test('a result, its screen and what its receipt is checked with are asked for until the network brings them', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      const work = async (phone: PhoneInHand): Promise<void> => {
        const { page, on } = phone;
        await comeIn(phone, hall, card);
        const broken = new Set<string>();
        await page.route(/\/assets\/.*\.(css|js)$/, (route) => {
          const address = route.request().url();
          if (broken.has(address)) return route.continue();
          broken.add(address);
          return route.abort();
        });
        await hall.openSitting();
        const vote = await hall.openVote('Luz en la cancha');
        await on('vote');
        await page.getByRole('button', { name: 'Sí', exact: true }).click();
        await page.getByText('Su voto está contado').waitFor();
        await page.route(`**/votes/${vote}`, (route) => route.abort(), { times: 1 });
        await page.route(/\/acts\/\d+$/, (route) => route.abort(), { times: 2 });
        await page.route('**/*.tlog-proof', (route) => route.abort(), { times: 1 });
        await hall.closeVote(vote);
        await page.waitForSelector('[data-receipt="verified"]');
        assert.ok(broken.size > 0, 'parts of the page come later');
      };
      await withPhone(browser, work, withoutWorker);
    });
  });

  test('a refusal explains itself beside the buttons', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      const work = async ({ page, on }: PhoneInHand): Promise<void> => {
        // A page that has not heard yet that the list was frozen without this member.
        await page.route('**/me', async (route) => {
          const response = await route.fetch();
          const me = (await response.json()) as { openVotes: object[] };
          const openVotes = me.openVotes.map((vote) => ({ ...vote, mayVote: true }));
          await route.fulfill({ response, json: { ...me, openVotes } });
        });
        await page.goto(hall.addressOf(card));
        await on('hall');
        await hall.openSitting();
        await hall.openVote('Luz en la cancha');
        await on('vote');
        await page.getByRole('button', { name: 'Sí' }).click();
        const said = await page.getByRole('alert').textContent();
        assert.ok((said ?? '').length > 20, `it says: ${said}`);
        await on('vote');
      };
      await withPhone(browser, work, withoutWorker);
    });
  });

  test('who comes in during a vote is told that its list is closed, checks in, and votes in the next one', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(browser, async ({ page, on }) => {
        await hall.openSitting();
        const first = await hall.openVote('Luz en la cancha');
        await page.goto(hall.addressOf(card));
        await on('vote');
        await page.getByRole('heading', { name: 'En esta votación usted no vota' }).waitFor();
        assert.equal(await page.getByRole('button', { name: 'Sí' }).count(), 0);
        await page.getByRole('button', { name: 'Estoy aquí' }).click();
        await page.getByText('En la próxima sí vota: aparecerá aquí sola.').waitFor();
        await hall.closeVote(first);
        await on('hall');
        await page.getByText('Usted está en la sala').waitFor();
        const second = await hall.openVote('Arreglar el tanque');
        await on('vote');
        await page.getByRole('button', { name: 'Sí' }).click();
        await page.getByText('Su voto está contado').waitFor();
        await hall.closeVote(second);
        await page.waitForSelector('[data-receipt="verified"]');
      });
    });
  });

  for (const [how, swallow] of [
    ['are refused', (route: Route) => route.abort()],
    // A proxy that waits for the end of an answer passes nothing on of one that has none.
    ['are swallowed', () => undefined],
  ] as const)
    test(`where events ${how} by a proxy, the phone asks from time to time`, async () => {
      await withHall(client.folder, async (hall) => {
        const card = await hall.card();
        const work = async ({ page, on }: PhoneInHand): Promise<void> => {
          await page.route('**/events?*', swallow);
          await page.goto(hall.addressOf(card));
          await on('hall');
          await hall.openSitting();
          await hall.openVote('Por mano', 'hands');
          await on('vote');
          await page.getByRole('heading', { name: 'Se vota a mano alzada' }).waitFor();
        };
        await withPhone(browser, work, withoutWorker);
      });
    });

  test('a new card ends the old phone’s session, and it says so', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(hall.addressOf(card));
        await on('hall');
        await hall.newCard(card.member);
        await page.reload();
        await on('sign-in');
        await page.getByText('Este teléfono ya no vale').waitFor();
      });
    });
  });

  test('a delegate sees what the base decided', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      const work = async ({ page, on }: PhoneInHand): Promise<void> => {
        // What a node says to a seat with a mandate; that the node says it is tested there.
        await page.route('**/me', async (route) => {
          const response = await route.fetch();
          const me = (await response.json()) as { openVotes: object[] };
          const openVotes = me.openVotes.map((vote) => ({ ...vote, mandate: 'no' }));
          const actor = { kind: 'seat', below: 'a.example/base', seat: 1, holder: 'm-1' };
          await route.fulfill({ response, json: { ...me, actor, openVotes } });
        });
        await page.goto(hall.addressOf(card));
        await on('hall');
        await hall.openSitting();
        await hall.openVote('Acuerdo con la empresa');
        await on('vote');
        await page.getByRole('heading', { name: 'Su base decidió: NO' }).waitFor();
      };
      await withPhone(browser, work, withoutWorker);
    });
  });

  test('big targets with names, nothing cut off at twice the text size', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      const title = 'Gas primero a hospitales y ollas comunes de las catorce zonas del distrito';
      await withPhone(browser, async (phone) => {
        const { page, on } = phone;
        await comeIn(phone, hall, card);
        await hall.openSitting();
        await hall.openVote(title);
        await on('vote');
        for (const size of ['', '212%']) {
          await page.evaluate((given) => {
            document.documentElement.style.fontSize = given;
          }, size);
          const wide = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          assert.equal(wide, 0, `sideways scrolling at ${size}`);
          for (const button of await page.getByRole('button').all()) {
            const box = await button.boundingBox();
            assert.ok(box !== null && box.height >= 48, `${await button.textContent()} is ${box?.height} high`);
            assert.ok(((await button.textContent()) ?? '').trim().length > 0);
          }
        }
        for (const name of ['Sí', 'No', 'Me abstengo']) {
          const box = await page.getByRole('button', { name, exact: true }).boundingBox();
          assert.ok(box !== null && box.height >= 56 && box.width >= 320, `${name}: ${box?.width} × ${box?.height}`);
        }
        await page.keyboard.press('Tab');
        await page.getByRole('button', { name: 'Sí' }).focus();
        await page.keyboard.press('Enter');
        await page.getByText('Su voto está contado').waitFor();
      });
    });
  });

  test('pages are read without JavaScript, and a hostile title runs nothing', async () => {
    await withHall(client.folder, async (hall) => {
      await hall.openSitting();
      const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
      const vote = await hall.openVote(hostile);
      await hall.closeVote(vote);
      for (const javaScriptEnabled of [false, true]) {
        await withPhone(
          browser,
          async ({ page }) => {
            await page.goto(hall.url);
            await page.getByRole('link', { name: 'Junta villa-ingenio' }).first().click();
            await page
              .getByRole('link', { name: /Sesión de fundación/ })
              .first()
              .click();
            await page.getByRole('heading', { name: hostile }).waitFor();
            assert.match(await page.title(), /^Sesión de fundación/);
            await page.getByRole('link', { name: 'English' }).click();
            await page.getByRole('heading', { name: 'Motions and votes' }).waitFor();
          },
          { javaScriptEnabled },
        );
      }
      await done(hall.node, hall.body, 'CloseSitting', { sitting: hall.sitting });
    });
  });
});
