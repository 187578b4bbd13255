// The secrets of a service account, masked, with the dates on which they expire.
import { wallClock } from "../../clock.ts";
import { Badge, Button, Form, Table } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import type { Visit } from "../page.ts";
import { Hours } from "./credential-making.tsx";
import { TakeAway } from "./credentials.tsx";

/** The time of the server: that of the rehearsal, where there is one. */
const nowOf = ({ dev }: Visit) => (dev === undefined ? wallClock() : Date.parse(dev.clock.now()));

interface SecretsProps {
  readonly visit: Visit;
  readonly account: {
    readonly secrets?: readonly {
      readonly id: string;
      readonly maskedSecretValue?: string;
      readonly createdAt: string;
      readonly expiresAt: string;
      readonly lastUsedAt: string | null;
    }[];
  };
}

/** The secrets of an account, with the forms `addSecret` and `deleteSecret`. */
export function Secrets({ visit, account: { secrets = [] } }: SecretsProps) {
  const words = visit.words.credentials;
  const now = nowOf(visit);
  return (
    <section class="titled" aria-labelledby="secrets">
      <h2 id="secrets">{words.secrets}</h2>
      <Table
        caption={words.secrets}
        heads={[words.secret, words.secretMade, words.expires, words.lastUsed, words.actions]}
        rows={secrets.map(({ id, maskedSecretValue = "", createdAt, expiresAt, lastUsedAt }) => ({
          key: id,
          cells: [
            <span class="code" key="mask">
              {maskedSecretValue}
            </span>,
            <Time at={createdAt} key="made" />,
            <>
              <Time at={expiresAt} />{" "}
              {Date.parse(expiresAt) <= now && <Badge tone="gray">{words.secretEnded}</Badge>}
            </>,
            lastUsedAt === null ? words.unused : <Time at={lastUsedAt} key="used" />,
            <TakeAway
              key="delete"
              visit={visit}
              form="deleteSecret"
              id={id}
              label={words.removeSecretLabel(maskedSecretValue)}
              confirm={words.removeSecretConfirm}
            >
              {words.removeSecret}
            </TakeAway>,
          ],
        }))}
        empty={words.noSecrets}
      />
      <details class="card" open={visit.problem?.name === "addSecret"}>
        <summary>{words.addSecret}</summary>
        <p>{words.addSecretLead}</p>
        <Form visit={visit} name="addSecret">
          <Hours visit={visit} form="addSecret" />
          <Button kind="primary">{words.addSecret}</Button>
        </Form>
      </details>
    </section>
  );
}
