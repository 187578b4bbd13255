// What a request mints comes out the same, in the same order, each time its unit of work has to run again.
import type { Issue } from "../secrets/issue.ts";

interface Mints {
  readonly newId: () => string;
  readonly issue: Issue;
}

/** Begins anew, for each run of the unit, with what was minted first. */
export function pinMints({ newId, issue }: Mints): () => Mints {
  const ids = pinned(newId);
  const apiKeys = pinned(issue.apiKey);
  const clientSecrets = pinned(issue.clientSecret);
  const tokens = pinned(issue.token);
  const { hashOf, hashOfCode, device, ownerOf } = issue;
  return () => ({
    newId: ids(),
    issue: {
      apiKey: apiKeys(),
      clientSecret: clientSecrets(),
      token: tokens(),
      hashOf,
      hashOfCode,
      device,
      ownerOf,
    },
  });
}

function pinned<T>(mint: () => T): () => () => T {
  const minted: T[] = [];
  return () => {
    let next = 0;
    return () => {
      const each = minted[next] ?? mint();
      minted[next++] = each;
      return each;
    };
  };
}
