// The command lines that a person has signed in, on the page of the account.

import type { Calls } from "../client.ts";
import { Table } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { Time } from "../kit/time.tsx";
import type { Visit } from "../page.ts";

interface CommandLinesProps {
  readonly visit: Visit;
  readonly lines: Awaited<ReturnType<typeof linesOf>>;
}

export const linesOf = ({ perform }: Calls) => perform("listCommandLines");

/** The table, with the form `signOutCommandLine` in each row. */
export function CommandLines({ visit, lines }: CommandLinesProps) {
  const words = visit.words.account.commandLines;
  return (
    <section class="titled" aria-labelledby="command-lines">
      <h2 id="command-lines">{words.title}</h2>
      <p>{words.lead}</p>
      <Table
        caption={words.title}
        heads={[words.client, words.from, words.signedIn, words.renewed, words.until, words.actions]}
        rows={lines.map(({ id, client, userAgent, remoteAddress, createdAt, renewedAt, expiresAt }) => ({
          key: id,
          cells: [
            <>
              {client}
              <small>{userAgent}</small>
            </>,
            remoteAddress,
            <Time at={createdAt} key="in" />,
            <Time at={renewedAt} key="renewed" />,
            <Time at={expiresAt} key="until" />,
            <ButtonForm
              key="out"
              name="signOutCommandLine"
              fields={{ id }}
              label={words.signOutOf(client, remoteAddress)}
            >
              {words.signOut}
            </ButtonForm>,
          ],
        }))}
        empty={words.none}
      />
    </section>
  );
}
