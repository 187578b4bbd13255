// Changes a world in the place of people and machines that are not here.
import { type Changing, changingOf } from "../../core/changes/changing.ts";
import type { SignInDeps } from "./sign-in.ts";

export type ActingDeps = Pick<SignInDeps, "store" | "clock" | "mintId">;

/** Returns a function that does work in a unit that has everything locked, and no caller. */
export const acting =
  ({ store, clock, mintId }: ActingDeps) =>
  <Result>(work: (changing: Changing) => Promise<Result>): Promise<Result> => {
    const now = clock.now();
    return store.write(async (tx) => {
      tx.locks.everything();
      return work(changingOf({ tx, now, newId: () => mintId(now) }, null));
    });
  };
