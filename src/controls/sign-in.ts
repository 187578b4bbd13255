// Signing in without a password, in a rehearsal: as anybody, by whoever may use the controls, and as one person by the link that
// its start prints.
import { beginSession } from "../changes/sessions.ts";
import type { Clock } from "../clock.ts";
import type { Instant } from "../domain/instant.ts";
import type { Browser } from "../domain/session.ts";
import type { User } from "../domain/user.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Store } from "../store/store.ts";

/** Nothing where there is no such person, or the link was used. */
type Begun = Promise<{ readonly token: string; readonly device: string } | undefined>;

export interface RehearsalSignIn {
  /** The first people of the world by address, and whether there are more. */
  people(): Promise<{ readonly people: readonly User[]; readonly isMore: boolean }>;
  /** Begins a session of the person of an address. */
  as(username: string, browser: Browser): Begun;
  /**
   * Where a person of an address is signed in once, by a secret behind a #: it is sent to nobody before its page is open. Without
   * an address, the same page, to choose a person there. `next` is the page that comes after it; the overview if absent.
   */
  link(username: string | undefined, next?: string): string;
  /** Begins the session of a link, which is used up then. */
  by(secret: string, browser: Browser): Begun;
}

const path = "/rehearsal/sign-in";

/** Whom a page can search as a whole: whoever has more people knows the address of one. */
export const mostPeople = 1000;

/** What it is made of. */
export interface SignInParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly mintId: (now: Instant) => string;
  readonly issue: Pick<Issue, "token" | "device" | "hashOf">;
}

export function createRehearsalSignIn({ store, clock, mintId, issue }: SignInParts): RehearsalSignIn {
  /** Whom each link is for, by the hash of its secret: in memory, as it is for the first minutes of a process. */
  const links = new Map<string, string>();

  async function as(username: string, browser: Browser): Begun {
    const now = clock.now();
    return store.write(async (tx) => {
      const user = await tx.users.byAddress(username);
      if (user === undefined) return undefined;
      tx.locks.person(user.id);
      return beginSession({ tx, now, newId: () => mintId(now), issue, browser }, user.id);
    });
  }

  return {
    async people() {
      const found = await store.read((tx) => tx.users.first(mostPeople + 1));
      return { people: found.slice(0, mostPeople), isMore: found.length > mostPeople };
    },
    as,
    link(username, next) {
      const page = next === undefined ? path : `${path}?${new URLSearchParams({ next })}`;
      if (username === undefined) return page;
      const { token, hash } = issue.token();
      links.set(hash, username);
      return `${page}#${token}`;
    },
    async by(secret, browser) {
      const hash = issue.hashOf(secret);
      const username = links.get(hash);
      links.delete(hash);
      return username === undefined ? undefined : as(username, browser);
    },
  };
}
