// What happens to disks: one is lost and a backup put back, or somebody puts an older state in its place and says nothing.
import type { SimulatedNode } from './node/node.ts';
import type { Scene, Simulation } from './world.ts';

const day = 24 * 60;

/** What is founded has sat by then; a short run still has its disaster in the first half of what is left. */
const firstDay = 40;
const until = (sim: Simulation, most: number): number =>
  Math.max(1, Math.min(most, Math.floor((sim.settings.days - firstDay) / 2))) * day;

/** A disk is lost, and a backup of some days ago is put back. */
export function* disksLost(sim: Simulation): Scene {
  yield firstDay * day;
  for (;;) {
    yield sim.chance.below(until(sim, 60));
    const node = sim.chance.pick(sim.nodes);
    const backup = node.backup();
    yield sim.chance.below(6 * day);
    node.restore(backup);
    sim.troubles.restores += 1;
    sim.note(`${node.name} restored`);
    sim.watch.restored(node);
    yield 60 + sim.chance.below(day);
    sim.compare(node);
  }
}

/** An older state is started as if nothing had been: what a witness has seen of the log of heads must show it. */
export function* rolledBack(sim: Simulation): Scene {
  yield 50 * day;
  for (;;) {
    yield sim.chance.below(80 * day);
    const node = sim.chance.pick(sim.nodes);
    const backup = node.backup();
    const { logs } = node;
    yield 60 + sim.chance.below(4 * day);
    // Put back or compared meanwhile: the copy is of a log that has ended.
    if (node.logs !== logs || [...node.books.values()].some(({ readOnly }) => readOnly === 'restored')) continue;
    // What nobody outside has seen yet can be lost and nobody knows: here the witnesses were just asked.
    ask(sim, node);
    const size = node.heads.entries.length;
    node.rollBack(backup);
    sim.troubles.rollbacks += 1;
    sim.note(`${node.name} rolled back`);
    sim.watch.restored(node);
    ask(sim, node);
    sim.watch.rolledBack(node, size > backup.heads.length);
    yield 30 + sim.chance.below(day);
    sim.compare(node);
  }
}

/** Every few hours, and at each start, each node shows its log of heads to witnesses outside. */
export function* witnessed(sim: Simulation): Scene {
  for (;;) {
    for (const node of sim.nodes) ask(sim, node);
    yield 240 + sim.chance.below(240);
  }
}

function ask(sim: Simulation, node: SimulatedNode): void {
  for (const witness of sim.witnesses) {
    const answer = witness.cosign(node.logName, node.heads);
    if (answer === 'cosigned' || !node.rules.witnessesHeeded) continue;
    sim.note(`${node.name}: a witness ${answer}`);
    sim.troubles.noticed += 1;
    node.close();
  }
}
