// The secrets of a service account, masked, with the dates on which they expire.
import { MenuForm } from "../kit/listing.tsx";
import { type Column, RowTable } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import type { Visit } from "../page.ts";
import { SectionHead } from "./access-list.tsx";
import { Hours } from "./credential-forms.tsx";
import { Expiry, LastUse } from "./credential-table.tsx";

interface Secret {
  readonly id: string;
  readonly maskedSecretValue?: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

interface SecretsProps {
  readonly visit: Visit;
  readonly secrets: readonly Secret[];
  /** Whether the visitor may make and delete them. */
  readonly isMine: boolean;
}

/** The secrets of an account, with the forms `addSecret` and `deleteSecret`. */
export function Secrets({ visit, secrets, isMine }: SecretsProps) {
  const words = visit.words.credentials;
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
          columns={columnsOf(visit)}
          menu={isMine ? (secret) => <MenuForm id={secret.id} action={remove} row={secret} /> : undefined}
        />
      )}
    </section>
  );
}

function columnsOf(visit: Visit): readonly Column<Secret>[] {
  const words = visit.words.credentials;
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
      cell: ({ expiresAt }) => <Expiry visit={visit} at={expiresAt} />,
    },
    {
      head: words.lastUsed,
      class: "c-time wide-only",
      cell: ({ lastUsedAt }) => <LastUse visit={visit} at={lastUsedAt} />,
    },
  ];
}
