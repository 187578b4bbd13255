// What the list of people offers for one person or for several: forms that lead to the page that asks first.
import { door } from "../../domain/access.ts";
import { Form } from "../kit/fields.tsx";
import { MenuLink } from "../kit/list.tsx";
import type { Bulk } from "../kit/row-table.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import type { Here, Scope } from "../scope.ts";
import { type Person, type Powers, powersOver } from "./people-powers.ts";

export function pageOf(here: Here, { userId, invites: [invite] }: Person): string | undefined {
  const { root, may } = here;
  if (userId !== null) return `${root}/people/${userId}`;
  if (invite === undefined) return undefined;
  if (may(here.pick(door.org("ORG_OWNER"), door.group("GROUP_OWNER"))))
    return `${root}/invitations/${invite.id}`;
  // Others see a pending user.
  return invite.endedAt === null ? `${root}/people/${invite.userId}` : undefined;
}

const changeIn = ({ root }: Scope) => `${root}/people/change`;

const canAct = ({ removes, changes, resends }: Pick<Powers, "removes" | "changes" | "resends">) =>
  removes || changes || resends;

/** Leads to the page that asks, with everybody who is picked. */
export function bulkOf({ words, target }: Visit, here: Here, powers: Powers): Bulk<Person> | undefined {
  if (!canAct(powers)) return undefined;
  const { edit, resend, remove, list } = words.people;
  const acts = [
    powers.changes && ["roles", edit, "button"],
    powers.resends && ["resend", resend, "button"],
    powers.removes && ["end", remove, "button danger"],
  ].filter((act) => act !== false);
  return {
    name: "who",
    sentBy: ({ username }) => username,
    isPickable: (person) => canAct(powersOver(powers, person, here)),
    form: (
      <form class="bulk" id="bulk" method="get" action={changeIn(here)}>
        <input type="hidden" name="back" value={target} />
        <span>{list.withPicked}</span>
        {acts.map(([act, label, classes]) => (
          <button key={act} class={classes} type="submit" name="act" value={act} data-dialog>
            {label}
          </button>
        ))}
      </form>
    ),
  };
}

/** The forms of the menus, once for all rows. What is resent needs no question. */
export function ActForms({ scope, powers }: { readonly scope: Scope; readonly powers: Powers }) {
  const back = <input type="hidden" name="back" value={useVisit().target} />;
  return (
    <>
      {powers.resends && (
        <Form name="resend" action={changeIn(scope)} id="f-resend">
          {back}
        </Form>
      )}
      {(["roles", "end"] as const).map((act) => (
        <form key={act} id={`f-${act}`} method="get" action={changeIn(scope)}>
          <input type="hidden" name="act" value={act} />
          {back}
        </form>
      ))}
    </>
  );
}

export function menuOf({ words }: Visit, here: Here, powers: Powers, person: Person) {
  const { list, edit, resend, revoke, remove } = words.people;
  const { username: who, state } = person;
  const over = powersOver(powers, person, here);
  if (!canAct(over) && !over.invites) return null;
  const href = pageOf(here, person);
  const again = `${here.root}/people/invite?${new URLSearchParams({ who })}`;
  return (
    <>
      {href !== undefined && <MenuLink href={href}>{list.open}</MenuLink>}
      {over.changes && <Pick act="roles" who={who} text={edit} />}
      {over.resends && <Pick act="resend" who={who} text={resend} />}
      {over.invites && powers.invites && (
        <MenuLink href={again} inDialog>
          {list.again}
        </MenuLink>
      )}
      {over.removes &&
        (state === "ACTIVE" ? (
          <a class="item danger" href={`${href}/leave`}>
            {remove}
          </a>
        ) : (
          <Pick act="end" who={who} text={revoke} />
        ))}
    </>
  );
}

/** A button of the form of its act, which opens in a dialog where it asks. */
const Pick = ({ act, who, text }: { act: "roles" | "resend" | "end"; who: string; text: string }) => (
  <button
    class={act === "end" ? "item danger" : "item"}
    type="submit"
    form={`f-${act}`}
    name="who"
    value={who}
    data-dialog={act !== "resend" || undefined}
  >
    {text}
  </button>
);
