// The browsers in which a person is signed in, on the page of the account.

import type { Calls } from "../client.ts";
import { Table } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { Time } from "../kit/time.tsx";
import type { Visit } from "../page.ts";

interface SessionsProps {
  readonly visit: Visit;
  readonly sessions: Awaited<ReturnType<typeof sessionsOf>>;
}

export const sessionsOf = ({ perform }: Calls) => perform("listSessions");

/** The table, with the form `signOutSession` in each row. */
export function Sessions({ visit, sessions }: SessionsProps) {
  const words = visit.words.account.sessions;
  return (
    <section class="titled" aria-labelledby="sessions">
      <h2 id="sessions">{words.title}</h2>
      <p>{words.lead}</p>
      <Table
        caption={words.title}
        heads={[words.browser, words.from, words.signedIn, words.lastUsed, words.actions]}
        rows={sessions.map(({ id, browser, remoteAddress, createdAt, lastUsedAt, isCurrent }) => {
          const name = browser || words.unnamed;
          return {
            key: id,
            cells: [
              <>
                {name}
                {isCurrent && <small>{words.current}</small>}
              </>,
              remoteAddress,
              <Time at={createdAt} key="in" />,
              <Time at={lastUsedAt} key="used" />,
              <ButtonForm
                key="out"
                name="signOutSession"
                fields={{ id }}
                label={words.signOutOf(name, remoteAddress)}
              >
                {words.signOut}
              </ButtonForm>,
            ],
          };
        })}
        empty={words.none}
      />
    </section>
  );
}
