// The secrets of a service account, masked, with the dates on which they expire.
import type { Reply } from "../../client/types.ts";
import { MenuForm } from "../kit/listing.tsx";
import { type Column, RowTable } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Words } from "../words/words.ts";
import { SectionHead } from "./access-list.tsx";
import { Hours } from "./credential-forms.tsx";
import { Expiry, LastUse } from "./credential-table.tsx";

type Secret = NonNullable<Reply<"getOrgServiceAccount">["secrets"]>[number];

/** The secrets of an account, with the forms `addSecret` and `deleteSecret`. */
export function Secrets({ secrets, isMine }: { secrets: readonly Secret[]; isMine: boolean }) {
  const words = useVisit().words.credentials;
  const nameOf = ({ maskedSecretValue = "" }: Secret) => maskedSecretValue;
  const remove = {
    label: words.removeSecret,
    form: "deleteSecret",
    confirm: () => words.removeSecretConfirm,
    says: (secret: Secret) => words.removeSecretLabel(nameOf(secret)),
  };
  return (
    <section class="titled" aria-labelledby="secrets">
      <SectionHead id="secrets" title={words.secrets}>
        {isMine && (
          <SheetForm name="addSecret" id="secret" title={words.addSecret}>
            <p>{words.addSecretLead}</p>
            <Hours />
          </SheetForm>
        )}
      </SectionHead>
      {secrets.length === 0 ? (
        <div class="empty">{words.noSecrets}</div>
      ) : (
        <RowTable
          caption={words.secrets}
          rows={secrets}
          idOf={({ id }) => id}
          nameOf={nameOf}
          columns={columnsOf(words)}
          menu={isMine ? (secret) => <MenuForm id={secret.id} action={remove} row={secret} /> : undefined}
        />
      )}
    </section>
  );
}

function columnsOf(words: Words["credentials"]): readonly Column<Secret>[] {
  return [
    { head: words.secret, cell: ({ maskedSecretValue }) => <span class="code">{maskedSecretValue}</span> },
    {
      head: words.created,
      class: "c-time wide-only",
      cell: ({ createdAt }) => <When at={createdAt} />,
    },
    {
      head: words.expires,
      class: "c-time",
      cell: ({ expiresAt }) => <Expiry at={expiresAt} />,
    },
    {
      head: words.lastUsed,
      class: "c-time wide-only",
      cell: ({ lastUsedAt }) => <LastUse at={lastUsedAt} />,
    },
  ];
}
