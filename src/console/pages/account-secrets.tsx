// The secrets of a service account, masked, with the dates on which they expire.
import { Button, Form } from "../kit/kit.tsx";
import { RowMenu } from "../kit/list.tsx";
import { MenuForm } from "../kit/listing.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import type { Visit } from "../page.ts";
import { Hours } from "./credential-making.tsx";
import { Expiry } from "./credential-table.tsx";
import { SectionHead } from "./credentials.tsx";

interface SecretsProps {
  readonly visit: Visit;
  /** Whether the visitor may make and delete them. */
  readonly isMine: boolean;
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
export function Secrets({ visit, isMine, account: { secrets = [] } }: SecretsProps) {
  const words = visit.words.credentials;
  return (
    <section class="titled" aria-labelledby="secrets">
      <SectionHead id="secrets" title={words.secrets}>
        {isMine && (
          <Sheet id="secret" title={words.addSecret} isOpen={visit.problem?.name === "addSecret"}>
            <p>{words.addSecretLead}</p>
            <Form visit={visit} name="addSecret">
              <Hours visit={visit} form="addSecret" />
              <Button kind="primary">{words.addSecret}</Button>
            </Form>
          </Sheet>
        )}
      </SectionHead>
      {secrets.length === 0 ? (
        <div class="empty">{words.noSecrets}</div>
      ) : (
        <div class="table list">
          <table>
            <caption>{words.secrets}</caption>
            <thead>
              <tr>
                <th scope="col">{words.secret}</th>
                <th scope="col" class="c-time wide-only">
                  {words.created}
                </th>
                <th scope="col" class="c-time">
                  {words.expires}
                </th>
                <th scope="col" class="c-time wide-only">
                  {words.lastUsed}
                </th>
                <th scope="col" class="end">
                  <span class="unseen">{words.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {secrets.map(({ id, maskedSecretValue: mask = "", createdAt, expiresAt, lastUsedAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <span class="code">{mask}</span>
                  </th>
                  <td class="c-time wide-only">
                    <When visit={visit} at={createdAt} />
                  </td>
                  <td class="c-time">
                    <Expiry visit={visit} at={expiresAt} />
                  </td>
                  <td class="c-time wide-only">
                    {lastUsedAt === null ? words.unused : <When visit={visit} at={lastUsedAt} />}
                  </td>
                  <td class="end">
                    {isMine && (
                      <RowMenu id={id} label={visit.words.lists.actionsFor(mask)}>
                        <MenuForm
                          visit={visit}
                          form="deleteSecret"
                          id={id}
                          confirm={words.removeSecretConfirm}
                          label={words.removeSecretLabel(mask)}
                        >
                          {words.removeSecret}
                        </MenuForm>
                      </RowMenu>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
