// The actions on the list of people, for one person or several: forms that lead to a page with a question.
import { door } from "../../core/domain/access.ts";
import { Form } from "../kit/fields.tsx";
import { LinkButton } from "../kit/kit.tsx";
import { addressWith, KeptQuery, MenuLink } from "../kit/list.tsx";
import type { Bulk } from "../kit/row-table.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import type { Here, Scope } from "../scope.ts";
import { markOf, mostChanged, type Person, type Powers, powersOver } from "./people-powers.ts";

export function pageOf(here: Here, { userId, invites: [invite] }: Person): string | undefined {
  const { root, may } = here;
  if (userId !== null) return `${root}/people/${userId}`;
  if (invite === undefined) return undefined;
  if (may(here.pick(door.org("ORG_OWNER"), door.group("GROUP_OWNER")))) {
    return `${root}/invitations/${invite.id}`;
  }
  // If the visitor may not open the invitation, the link leads to the pending user.
  return invite.endedAt === null ? `${root}/people/${invite.userId}` : undefined;
}

const changeIn = ({ root }: Scope) => `${root}/people/change`;

const canAct = ({ removes, changes, resends }: Pick<Powers, "removes" | "changes" | "resends">) =>
  removes || changes || resends;

export const isPickable = (powers: Powers, person: Person, scope: Scope): boolean =>
  canAct(powersOver(powers, person, scope));

interface Listed {
  readonly people: readonly Person[];
  readonly total: number;
}

const pickedIn = ({ query }: Visit) => query.getAll("who").slice(0, mostChanged);

export function bulkOf(visit: Visit, here: Here, powers: Powers, listed: Listed): Bulk<Person> | undefined {
  if (!canAct(powers)) return undefined;
  const picked = pickedIn(visit);
  return {
    name: "who",
    sentBy: markOf,
    isPicked: (person) => picked.includes(markOf(person)),
    isPickable: (person) => isPickable(powers, person, here),
    form: <PickedForm here={here} powers={powers} {...listed} />,
  };
}

type PickedProps = Listed & { readonly here: Here; readonly powers: Powers };

/** A form that leads to the question for everybody who is selected, on other pages of the list too. */
function PickedForm({ here, powers, people, total }: PickedProps) {
  const visit = useVisit();
  const { people: said, layout } = visit.words;
  const { resend, list } = said;
  const acts = [
    powers.changes && ["add", list.addRole, "button"],
    powers.changes && ["take", list.takeRole, "button"],
    powers.joins && ["team", list.addToTeam, "button"],
    powers.resends && ["resend", resend, "button"],
    powers.removes && ["end", layout.remove, "button danger"],
  ].filter((act) => act !== false);
  const picked = pickedIn(visit);
  const elsewhere = picked.filter((who) => !people.some((person) => markOf(person) === who));
  const none = addressWith(visit, { who: "" });
  return (
    <form class="bulk" id="bulk" method="get" action={changeIn(here)} data-keeps="who">
      {elsewhere.map((who) => (
        <input key={who} type="hidden" name="who" value={who} />
      ))}
      <KeptQuery except={["who", "pick", "done", "back"]} />
      <b data-picked={list.picked("{count}")}>{list.picked(picked.length)}</b>
      {acts.map(([act, label, classes]) => (
        <button key={act} class={classes} type="submit" name="act" value={act} data-dialog>
          {label}
        </button>
      ))}
      {total > people.length && total <= mostChanged && (
        <LinkButton href={addressWith(visit, { pick: "all" })}>{list.selectAll(total)}</LinkButton>
      )}
      <a href={none} data-clears>
        {list.clear}
      </a>
      {/* With script, the selection is in the address. */}
      <button class="button" type="submit" formaction={`${here.root}/people`} data-scriptless>
        {list.keep}
      </button>
    </form>
  );
}

/** The longest address to redirect back to: nginx limits the headers of an answer to 4 kB. */
const mostBack = 2000;

/** The forms of the menus, once for all rows. To resend needs no question. */
export function ActForms({ scope, powers }: { readonly scope: Scope; readonly powers: Powers }) {
  const visit = useVisit();
  const { target } = visit;
  const to = target.length > mostBack ? addressWith(visit, { who: "" }) : target;
  const back = <input type="hidden" name="back" value={to} />;
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
  const { list, edit, resend, revoke } = words.people;
  const { username: who, state } = person;
  const over = powersOver(powers, person, here);
  if (!canAct(over) && !over.invites) return null;
  const href = pageOf(here, person);
  const again = `${here.root}/people/invite?${new URLSearchParams({ who })}`;
  return (
    <>
      {href !== undefined && <MenuLink href={href}>{words.layout.open}</MenuLink>}
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
            {words.layout.remove}
          </a>
        ) : (
          <Pick act="end" who={who} text={revoke} />
        ))}
    </>
  );
}

/** A button of the form of its action; if the action has a question, it opens in a dialog. */
const Pick = ({ act, who, text }: { act: "roles" | "resend" | "end"; who: string; text: string }) => (
  <button
    class={act === "end" ? "item danger" : "item"}
    type="submit"
    form={`f-${act}`}
    name="who"
    value={who}
    data-dialog={act === "resend" ? undefined : ""}
  >
    {text}
  </button>
);
