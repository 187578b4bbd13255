// The form that gives a key or an account of the organization roles in a project.
import type { Offered } from "../kit/giving.tsx";
import { Button, Choice, Field, Form, typed } from "../kit/kit.tsx";
import { Sheet } from "../kit/sheet.tsx";
import type { Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { Roles } from "./credentials.tsx";

type Here = Visit<"groupId">;

/** Keys or accounts of the organization that are not in the project; undefined where they are hidden or too many. */
type Others = readonly { readonly value: string; readonly label: string }[] | undefined;

const mostToChoose = 50;

export async function otherKeys({ api, params }: Here, orgId: string | undefined): Promise<Others> {
  if (orgId === undefined) return undefined;
  const at = { orgId, itemsPerPage: mostToChoose };
  const found = await api("listOrgApiKeys", at).catch(unlessRefused("USER_UNAUTHORIZED"));
  if (found === undefined || (found.totalCount ?? 0) > mostToChoose) return undefined;
  return (found.results ?? [])
    .filter(({ roles = [] }) => !roles.some(({ groupId }) => groupId === params.groupId))
    .map(({ id = "", desc = "", publicKey = "" }) => ({ value: id, label: `${desc} (${publicKey})` }));
}

export async function otherAccounts({ api, params }: Here, orgId: string | undefined): Promise<Others> {
  if (orgId === undefined) return undefined;
  const all = { itemsPerPage: mostToChoose };
  const found = await api("listOrgServiceAccounts", { orgId, ...all }).catch(
    unlessRefused("USER_UNAUTHORIZED"),
  );
  if (found === undefined || (found.totalCount ?? 0) > mostToChoose) return undefined;
  const { results: here = [] } = await api("listGroupServiceAccounts", { ...params, ...all });
  const ids = new Set(here.map(({ clientId }) => clientId));
  return (found.results ?? [])
    .filter(({ clientId }) => !ids.has(clientId))
    .map(({ clientId = "", name = "" }) => ({ value: clientId, label: `${name} (${clientId})` }));
}

interface AssignProps {
  readonly visit: Here;
  readonly of: "key" | "account";
  readonly others: Others;
  readonly offered: Offered;
}

/** The form `assignKey` or `assignAccount`. */
export function Assign({ visit, of, others, offered }: AssignProps) {
  const words = visit.words.credentials;
  const isKey = of === "key";
  const form = isKey ? "assignKey" : "assignAccount";
  const which = { label: isKey ? words.assignKey : words.assignAccount, name: isKey ? "keyId" : "clientId" };
  const value = typed(visit, form, which.name);
  return (
    <Sheet id={form} title={which.label} isOpen={visit.problem?.name === form}>
      {others?.length === 0 ? (
        <p>{words.noOthers}</p>
      ) : (
        <Form visit={visit} name={form}>
          {others === undefined ? (
            <Field
              name={which.name}
              label={isKey ? words.keyId : words.clientId}
              hint={words.idHint}
              value={value}
              required
            />
          ) : (
            <Choice
              name={which.name}
              label={isKey ? words.keys : words.accounts}
              options={others}
              value={value}
            />
          )}
          <Roles
            visit={visit}
            form={form}
            name={isKey ? "assignedKeyRoles" : "assignedAccountRoles"}
            of="group"
            offered={offered}
          />
          <Button kind="primary">{words.assign}</Button>
        </Form>
      )}
    </Sheet>
  );
}
