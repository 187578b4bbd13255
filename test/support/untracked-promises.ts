// Keeps Node's test runner from following each promise to know which test made it, which takes a fifth of the time of all tests.
// `npm test` loads this file before all tests. The runner still knows the tests themselves: what they declare before they first wait
// becomes a part of them. Tests of a process run one after another, so the running one (witness.ts) is the one that an error is of.
import asyncHooks, { type HookCallbacks } from "node:async_hooks";

type Init = NonNullable<HookCallbacks["init"]>;

const { AsyncResource, createHook } = asyncHooks;
const told = new Set<Init>();

/** A resource that names itself to hooks, as tests do; nothing else is named. */
class NamedResource extends AsyncResource {
  constructor(...given: ConstructorParameters<typeof AsyncResource>) {
    super(...given);
    for (const init of told) init(this.asyncId(), given[0], this.triggerAsyncId(), this);
  }
}

function createLightHook({ init }: HookCallbacks): asyncHooks.AsyncHook {
  const hook = {
    enable() {
      if (init !== undefined) told.add(init);
      return hook;
    },
    disable() {
      if (init !== undefined) told.delete(init);
      return hook;
    },
  };
  return hook;
}

// The runner takes both names when it is loaded.
Object.assign(asyncHooks, { AsyncResource: NamedResource, createHook: createLightHook });
await import("node:test");
Object.assign(asyncHooks, { AsyncResource, createHook });
