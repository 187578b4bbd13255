// The link to sign in through the provider, above the form for a password if there is one.
import { LinkButton } from "./kit.tsx";
import { useVisit } from "./visit.ts";

interface ThroughProviderProps {
  readonly next: string;
  /** The address to propose; empty for none. */
  readonly username: string;
  /** True if a signed-in person signs in again. */
  readonly isAgain?: boolean;
}

export function ThroughProvider({ next, username, isAgain = false }: ThroughProviderProps) {
  const { words, provider, takesPasswords } = useVisit();
  if (provider === undefined) return null;
  const query = new URLSearchParams({
    next,
    ...(username !== "" && { username }),
    ...(isAgain && { again: "" }),
  });
  return (
    <>
      <LinkButton href={`/sign-in/provider?${query}`}>{words.signIn.provider(provider.name)}</LinkButton>
      {takesPasswords && <p class="or">{words.signIn.or}</p>}
    </>
  );
}
