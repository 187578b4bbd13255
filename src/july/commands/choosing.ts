// Reads the names of `--only` and `--skip`: addresses, or whole domains.
import { foldAddress, isAddress, isSameAddress } from "../../core/domain/address.ts";
import { Misuse } from "../../core/settings/error.ts";

interface Names {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

const isNamed = (name: string, username: string): boolean =>
  name.startsWith("@") ? foldAddress(username).endsWith(foldAddress(name)) : isSameAddress(username, name);

export function choosing({ only, skip }: Names): (username: string) => boolean {
  for (const each of [...only, ...skip]) {
    if (!isAddress(each) && !isAddress(`a${each}`)) {
      throw new Misuse(
        `${each}: give an address, such as ada@example.com, or a domain, such as @example.com`,
      );
    }
  }
  const isAnyOf = (all: readonly string[], username: string) => all.some((each) => isNamed(each, username));
  return (username) => (only.length === 0 || isAnyOf(only, username)) && !isAnyOf(skip, username);
}

/** Refuses an unknown name: a typing mistake must not move, or leave out, other people. */
export function refuseUnknown({ only, skip }: Names, usernames: readonly string[], isAllRead: boolean): void {
  const unknown = [...only, ...skip].filter((name) => !usernames.some((each) => isNamed(name, each)));
  if (unknown.length > 0) {
    const which = isAllRead ? "pending invitation" : "pending invitation that could be read";
    throw new Misuse(`--only and --skip: no ${which} is for ${unknown.join(", ")}; nothing was done`);
  }
}
