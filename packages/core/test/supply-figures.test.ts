// Why a site goes without, by the book alone, and the sum of an item.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handedOutUntil, plusDays, sharesOf, sumOf } from '../src/index.ts';
import { indexOf } from './federation/assembly.ts';
import {
  adopt,
  adoptRule,
  type Committee,
  committee,
  declare,
  handOver,
  line,
  receive,
  said,
} from './federation/supply.ts';

const settled = committee();
const given = (): Committee => ({ ...settled, fed: settled.fed.fork() });

const supplyOf = ({ fed, origin }: Committee) => fed.book(origin).state.supply;

const atClinic = (scene: Committee, days = 0) => {
  const found = sharesOf(supplyOf(scene), scene.item, plusDays(scene.fed.now, days));
  const share = found.find(({ site }) => site === scene.clinic);
  assert.ok(share);
  return share;
};

test('why a site goes without follows from need, plan, trips and hand-overs, and says how long what was given lasts', () => {
  const scene = given();
  const { fed, base, origin, clinic, depot, truck, hands } = scene;
  assert.deepEqual(sharesOf(supplyOf(scene), scene.item, fed.now), [], 'nobody has asked');
  const lot = receive(scene, 100);
  declare(scene, 50);
  const whys: string[] = [atClinic(scene).why];
  const rule = adoptRule(scene);
  const other = adopt(scene, rule, [[{ lot, site: scene.kitchen, quantity: 10 }]]);
  whys.push(atClinic(scene).why);
  const plan = adopt(scene, rule, [[{ lot, site: clinic, quantity: 40 }]], other);
  whys.push(atClinic(scene).why);
  const trip = { plan, vehicle: truck, lines: [{ lot, site: clinic, quantity: 40 }], hand: hands.get(truck) ?? 0 };
  const sent = indexOf(fed.must(origin, base.presidium, 'DispatchTrip', trip), 'TripDispatched');
  whys.push(atClinic(scene).why);
  handOver(scene, said(scene, 'load', 'load', [depot, truck], [line(scene, lot, 40)]));
  handOver(scene, { ...said(scene, 'short', 'deliver', [truck, clinic], [line(scene, lot, 41, 40)]), trip: sent });
  const { site: _site, need: _need, handOver: _last, ...short } = atClinic(scene);
  assert.deepEqual(short, {
    needed: 50,
    given: 40,
    missing: 1,
    meant: 0,
    sent: 0,
    why: 'short',
    days: { lasts: 4, of: 5 },
  });
  assert.equal(atClinic(scene, 30).why, 'over');
  fed.pass({ hours: 1 });
  declare(scene, 30);
  whys.push(atClinic(scene).why);
  handOver(scene, said(scene, 'direct', 'direct', [depot, clinic], [line(scene, lot, 30)]));
  whys.push(atClinic(scene).why);
  assert.deepEqual(whys, ['no-plan', 'not-in-plan', 'waits', 'sent', 'after-plan', 'covered']);
  assert.deepEqual(sumOf(supplyOf(scene), scene.item), {
    received: 100,
    depots: 30,
    vehicles: -1,
    sites: 70,
    lost: 1,
    passed: 0,
  });
  assert.equal(handedOutUntil(supplyOf(scene), scene.item, fed.now), 70);
  assert.equal(handedOutUntil(supplyOf(scene), scene.item, plusDays(fed.now, -1)), 0);
});
