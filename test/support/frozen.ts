// A world on a store that can be looked into, whose clock is frozen until a test moves it.
import type { TestContext } from "node:test";
import type { Anteroom, AnteroomOptions } from "../../src/anteroom.ts";
import type { EngineName } from "./engines.ts";
import { createStorage } from "./storage.ts";
import { startWorld } from "./world.ts";

export async function startFrozen(t: TestContext, engine: EngineName, options: AnteroomOptions = {}) {
  const storage = await createStorage(t, engine, { hasSchema: true });
  const world = await startWorld(t, { ...options, ...storage.options });
  world.clock.set({ now: world.clock.now() });
  return { storage, world };
}

/** Moves the clock of a world and the time of the machine together: access tokens end by the latter. */
export function movesTime(t: TestContext, { clock }: Pick<Anteroom, "clock">) {
  const followed = () => Date.parse(clock.now());
  t.mock.timers.enable({ apis: ["Date"], now: followed() });
  return (setting: Parameters<typeof clock.set>[0]) => {
    const moved = clock.set(setting);
    t.mock.timers.setTime(followed());
    return moved;
  };
}
