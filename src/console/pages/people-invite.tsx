// Invites people to an organization or a project, several addresses at once: a page of its own, which the list opens in a dialog.
import { olderLifetime } from "../../core/contract/versions.ts";
import { mostGroupsPerOrg } from "../../core/domain/group.ts";
import { Refusal } from "../client.ts";
import { doneAt } from "../flash.ts";
import { Addresses, inviteEach, isWell, Outcomes, type Report, refusedIn } from "../inviting.tsx";
import { headed } from "../kit/card.tsx";
import { Checks, Form, type Named, optionOf } from "../kit/fields.tsx";
import { offeredIn, RolePicker } from "../kit/giving.tsx";
import { LinkButton, Notice } from "../kit/kit.tsx";
import { Foot } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { View, Visit } from "../page.ts";
import { type Here, type OrgScope, read, scopedPages } from "../scope.ts";
import { inviteOne, withLinks } from "./invite-one.ts";
import { teamsOf } from "./teams.tsx";

async function view(visit: Visit, here: Here, report?: Report): Promise<View> {
  const { kind, at, root, name, places, may, pick } = here;
  const { people, layout } = visit.words;
  if (!may(pick("createOrgUser", "addGroupUsers"))) {
    throw new Refusal(401, { errorCode: "USER_UNAUTHORIZED" }, undefined);
  }
  const title = people.invite.to(name);
  const isOver = report !== undefined && refusedIn(report) === "";
  const chosenIn = (field: string) => report?.form.all(field);
  return headed(
    title,
    <>
      {report && !visit.sendsMail && <Notice kind="info">{people.report.unsent}</Notice>}
      <Outcomes report={report} place={name} />
      {isOver ? (
        <LinkButton href={`${root}/people`} kind="primary">
          {layout.back}
        </LinkButton>
      ) : (
        <Form name="invite" class="card">
          <Addresses report={report} />
          {kind === "group" && servesOlder(visit) && <Ways report={report} />}
          <RolePicker
            of={kind}
            legend={pick(visit.words.credentials.rolesHere, layout.roles)}
            offered={await offeredIn(visit, at)}
            chosen={chosenIn("roles") ?? [pick("ORG_MEMBER", "GROUP_READ_ONLY")]}
          />
          {kind === "org" && <Beyond {...(await placesIn(visit, here))} chosenIn={chosenIn} />}
          <Foot back={`${root}/people`}>
            <Submit />
          </Foot>
        </Form>
      )}
    </>,
    { places },
  );
}

/** The button that sends the form; with script, it states the number of invitations. */
function Submit() {
  const { submit, submitMany } = useVisit().words.people.invite;
  return (
    <button type="submit" class="button primary" data-one={submitMany(1)} data-many={submitMany("{count}")}>
      {submit}
    </button>
  );
}

/** Returns the choices for an invitation to an organization: its teams and projects, and the roles to give in projects. */
async function placesIn(visit: Visit, { at, id }: Here & OrgScope) {
  const { results = [] } = await visit.api("getOrgGroups", { ...at, itemsPerPage: mostGroupsPerOrg });
  const groups = results.map(({ id: groupId = "", name }) => ({ id: groupId, name }));
  const [first] = groups;
  const offered = first === undefined ? [] : await offeredIn(visit, { groupId: first.id });
  return { teams: await teamsOf(visit, id), groups, offered };
}

interface BeyondProps {
  readonly teams: readonly Named[];
  readonly groups: readonly Named[];
  readonly offered: readonly string[];
  readonly chosenIn: (field: string) => readonly string[] | undefined;
}

function Beyond({ teams, groups, offered, chosenIn }: BeyondProps) {
  const { words, query } = useVisit();
  const { people, layout } = words;
  return (
    <>
      <div class="halves">
        {teams.length > 0 && (
          <Checks
            legend={layout.teams}
            name="teams"
            chosen={chosenIn("teams") ?? query.getAll("team")}
            options={teams.map(optionOf)}
          />
        )}
        {groups.length > 0 && (
          <Checks
            legend={layout.projects}
            name="groups"
            chosen={chosenIn("groups") ?? query.getAll("project")}
            options={groups.map(optionOf)}
          />
        )}
      </div>
      {groups.length > 0 && (
        <div class="if-groups">
          <RolePicker
            name="groupRoles"
            of="group"
            legend={people.invite.rolesInAll}
            offered={offered}
            chosen={chosenIn("groupRoles") ?? ["GROUP_READ_ONLY"]}
          />
        </div>
      )}
    </>
  );
}

/**
 * Reports whether the API still serves the older kind of invitation. It is decided by the date: a call would be counted as one
 * that will end.
 */
const servesOlder = ({ now }: Visit): boolean => now < Date.parse(olderLifetime.sunset);

/** The two ways into a project, with an explanation of each. */
function Ways({ report }: { report: Report | undefined }) {
  const visit = useVisit();
  const { way, add, addHint, alone, aloneHint } = visit.words.people.invite;
  const chosen = (report?.form ?? visit.problem?.form)?.text("way") || "add";
  return (
    <fieldset>
      <legend>{way}</legend>
      {(
        [
          ["add", add, addHint],
          ["alone", alone, aloneHint],
        ] as const
      ).map(([value, label, hint]) => (
        <label class="check" key={value}>
          <input type="radio" name="way" value={value} checked={value === chosen} />
          <span>
            {label}
            <small>{hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export const [orgInvite, groupInvite] = scopedPages("/people/invite", {
  performs: { org: ["createOrgUser"], group: ["addGroupUsers", "createGroupInvite"] },
  show: async (visit, here) => view(visit, here),
  forms: {
    /** Leads back to the list, which names the invited people; or shows the result for each address. */
    async invite(visit, form, scope) {
      const report = await inviteEach(form, (username) => inviteOne(visit, scope, form, username));
      if (!isWell(report) || !visit.sendsMail) {
        return view(visit, await read(visit, scope), await withLinks(visit, scope, report));
      }
      const { outcomes } = report;
      const what = outcomes.every(({ outcome }) => outcome === "added") ? "added" : "invited";
      return doneAt(`${scope.root}/people`, what, ...outcomes.map(({ address }) => address));
    },
  },
});
