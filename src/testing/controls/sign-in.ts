// Signs in without a password in a rehearsal: as any person through the controls, or as one person by the link that is printed
// at the start.
import { beginSession } from "../../core/changes/sessions.ts";
import type { Clock } from "../../core/clock.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Browser } from "../../core/domain/session.ts";
import type { User } from "../../core/domain/user.ts";
import type { Issue } from "../../core/secrets/issue.ts";
import type { Store } from "../../core/store/store.ts";

/** The result; undefined if there is no such person, or the link was used. */
type Begun = Promise<{ readonly token: string; readonly device: string } | undefined>;

const path = "/rehearsal/sign-in";

/** The most people that are listed: a tester with more knows an address. */
export const mostPeople = 1000;

export interface SignInDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly mintId: (now: Instant) => string;
  readonly issue: Pick<Issue, "token" | "device" | "hashOf">;
}

export function createRehearsalSignIn({ store, clock, mintId, issue }: SignInDeps) {
  /** The address of each link, by the hash of its secret: in memory, since links are for the first minutes of a process. */
  const links = new Map<string, string>();

  async function as(username: string, browser: Browser): Begun {
    const now = clock.now();
    return store.write(async (tx) => {
      const user = await tx.users.byAddress(username);
      if (user === undefined) return undefined;
      tx.locks.person(user.id);
      // Callers of the controls need no proof, so the session requires none either.
      const begin = { tx, now, newId: () => mintId(now), issue, browser };
      return beginSession(begin, user.id, { hasSecondFactor: true });
    });
  }

  return {
    /** Returns the first people of the world by address, and whether there are more. */
    async people(): Promise<{ readonly people: readonly User[]; readonly isMore: boolean }> {
      const found = await store.read((tx) => tx.users.first(mostPeople + 1));
      return { people: found.slice(0, mostPeople), isMore: found.length > mostPeople };
    },
    as,
    /**
     * Returns a link. Its secret is behind a #, which browsers do not send. Without an address it leads to the page that
     * chooses a person.
     */
    link(username: string | undefined): string {
      if (username === undefined) return path;
      const { token, hash } = issue.token();
      links.set(hash, username);
      return `${path}#${token}`;
    },
    /** Begins the session of a link, which works once. */
    async by(secret: string, browser: Browser): Begun {
      const hash = issue.hashOf(secret);
      const username = links.get(hash);
      links.delete(hash);
      return username === undefined ? undefined : as(username, browser);
    },
  };
}
