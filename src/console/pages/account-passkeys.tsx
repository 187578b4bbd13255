// The passkeys and recovery codes of a person, on the page of the account.
import type { ConsoleValue } from "../client.ts";
import { Form } from "../kit/fields.tsx";
import { Button, Table } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { AddPasskey } from "./second-factor.tsx";

export function Passkeys({ found }: { readonly found: ConsoleValue<"listPasskeys"> }) {
  const { words } = useVisit();
  const said = words.passkeys;
  const { passkeys, codesLeft } = found;
  const isLast = passkeys.length === 1;
  return (
    <section class="titled" aria-labelledby="passkeys">
      <h2 id="passkeys">{said.title}</h2>
      <p>{said.lead}</p>
      <Table
        caption={said.title}
        heads={[said.name, said.made, said.lastUsed, said.actions]}
        rows={passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
          key: id,
          cells: [
            name,
            <Time at={createdAt} key="made" />,
            lastUsedAt === null ? said.never : <Time at={lastUsedAt} key="used" />,
            <ButtonForm
              key="remove"
              name="removePasskey"
              fields={{ id }}
              label={said.removeOf(name)}
              confirm={isLast ? said.removeLast(name) : said.removeConfirm(name)}
            >
              {words.layout.remove}
            </ButtonForm>,
          ],
        }))}
        empty={said.none}
      />
      <div class="card">
        <h3>{passkeys.length === 0 ? said.add : said.addTitle}</h3>
        <AddPasskey known={passkeys.map(({ credentialId }) => credentialId)} />
      </div>
      {passkeys.length > 0 && (
        <div class="card">
          <h3>{said.codesTitle}</h3>
          <p>{said.codesLeft(codesLeft)}</p>
          <Form name="makeCodes">
            <Button {...(codesLeft > 0 && { confirm: said.makeConfirm, kind: "danger" as const })}>
              {said.makeCodes}
            </Button>
          </Form>
        </div>
      )}
    </section>
  );
}
