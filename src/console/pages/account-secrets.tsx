// The secrets of a service account, masked, with the dates on which they expire; and the forms that create and delete them.
import { doneHere } from "../flash.ts";
import { Heading } from "../kit/kit.tsx";
import { MenuForm } from "../kit/listing.tsx";
import { RowTable } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form, Visit } from "../page.ts";
import { orgScope } from "../scope.ts";
import { showOnce } from "./created.tsx";
import { Hours } from "./credential-forms.tsx";
import type { Secret } from "./credential-kinds.ts";
import { Expiry, LastUse } from "./credential-table.tsx";

export const secretForms = {
  async addSecret(visit: Visit, form: Form) {
    const { orgId = "", clientId = "" } = visit.params;
    const body = { secretExpiresAfterHours: Number(form.text("hours")) };
    const made = await visit.api("createOrgServiceAccountSecret", { orgId, clientId, body });
    const { secret = "", expiresAt } = made;
    const shown = { kind: "accounts", code: clientId, secret, until: expiresAt, isAnother: true } as const;
    return showOnce(visit, orgScope(orgId), shown);
  },
  async deleteSecret(visit: Visit, form: Form) {
    const { orgId = "", clientId = "" } = visit.params;
    await visit.api("deleteOrgServiceAccountSecret", { orgId, clientId, secretId: form.text("id") });
    return doneHere(visit, "secret");
  },
};

const nameOf = ({ maskedSecretValue = "" }: Secret) => maskedSecretValue;

export function Secrets({ secrets, isMine }: { secrets: readonly Secret[]; isMine: boolean }) {
  const { credentials: words, people, layout } = useVisit().words;
  const remove = {
    label: layout.delete,
    form: "deleteSecret",
    confirm: () => words.removeSecretConfirm,
    says: (secret: Secret) => words.removeSecretLabel(nameOf(secret)),
  };
  return (
    <section class="titled" aria-labelledby="secrets">
      <Heading id="secrets" title={words.secrets}>
        {isMine && (
          <SheetForm name="addSecret" id="secret" title={words.addSecret}>
            <p>{words.addSecretLead}</p>
            <Hours />
          </SheetForm>
        )}
      </Heading>
      {secrets.length === 0 ? (
        <div class="empty">{words.noSecrets}</div>
      ) : (
        <RowTable
          caption={words.secrets}
          rows={secrets}
          idOf={({ id }) => id}
          nameOf={nameOf}
          columns={[
            { head: words.of.accounts.secret, cell: (secret) => <span class="code">{nameOf(secret)}</span> },
            {
              head: words.created,
              class: "c-time wide-only",
              cell: ({ createdAt }) => <When at={createdAt} />,
            },
            {
              head: people.invitation.expires,
              class: "c-time",
              cell: ({ expiresAt }) => <Expiry at={expiresAt} />,
            },
            {
              head: layout.lastUsed,
              class: "c-time wide-only",
              cell: ({ lastUsedAt }) => <LastUse at={lastUsedAt} />,
            },
          ]}
          menu={isMine ? (secret) => <MenuForm id={secret.id} action={remove} row={secret} /> : undefined}
        />
      )}
    </section>
  );
}
