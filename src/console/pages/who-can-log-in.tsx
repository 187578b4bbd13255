// The page that says who may log in to a project's databases: users with their roles, and the addresses they may connect from.
import type { ComponentChildren } from "preact";
import { lackedBy } from "../../atlas/database-users/rules/waiting.ts";
import type { Login, LoginAddress, LoginWait } from "../../core/domain/login.ts";
import { headed } from "../kit/card.tsx";
import { Notice, Table } from "../kit/kit.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import type { Here } from "../scope.ts";
import type { Words } from "../words/words.ts";
import { whyOf } from "./cluster-rows.ts";
import { type Chosen, guarded, type Question, questions } from "./who-can-questions.ts";

interface ChoosingProps {
  readonly here: Here;
  readonly chosen: Chosen;
  /** The other fields that the answer depends on. */
  readonly children?: ComponentChildren;
}

export function Choosing({ here: { kind }, chosen: { value }, children }: ChoosingProps) {
  const { whoCan: text, layout } = useVisit().words;
  return (
    <form method="get" class="tools">
      <select name="operation" aria-label={text.operation} data-now>
        <optgroup label={text.inWords}>
          {(Object.keys(questions[kind]) as Question[]).map((name) => (
            <option key={name} value={name} selected={name === value}>
              {text.questions[name]}
            </option>
          ))}
        </optgroup>
        <optgroup label={text.asOperations}>
          {guarded[kind].map(({ id }) => (
            <option key={id} value={id} selected={id === value}>
              {id}
            </option>
          ))}
        </optgroup>
      </select>
      {children}
      <button type="submit" class="button">
        {layout.show}
      </button>
    </form>
  );
}

export async function showLogins(visit: Visit, here: Here, chosen: Chosen) {
  const { words, query, perform } = visit;
  const text = words.whoCan;
  const cluster = query.get("cluster") ?? "";
  const { users, left, addresses } = await perform("listGroupLogins", {
    ...here.at,
    ...(cluster && { cluster }),
  });
  const { deployments } = await perform("listGroupProvisions", here.at);
  return headed(
    `${text.title} · ${here.name}`,
    <>
      <Choosing here={here} chosen={chosen}>
        <select name="cluster" aria-label={text.cluster} data-now>
          <option value="">{text.anyCluster}</option>
          {Object.keys(deployments).map((name) => (
            <option key={name} value={name} selected={name === cluster}>
              {name}
            </option>
          ))}
        </select>
      </Choosing>
      <p class="hint">{text.logInHint}</p>
      <Users root={here.root} users={users} />
      {left.map((each) => (
        <Notice kind="info" key={`${each.deployment} ${each.name}`}>
          {`${text.left(each.name, each.deployment)} ${whyOf(words, each)}`}
        </Notice>
      ))}
      <Addresses root={here.root} addresses={addresses} />
    </>,
    { heading: text.title, lead: text.lead, places: here.places },
  );
}

function waitInPage(words: Words, wait: LoginWait): string {
  const { clusters } = words;
  const lacked = lackedBy(wait.problem);
  if (lacked.length > 0) return `${clusters.lacksActions}: ${lacked.join(", ")} (${wait.deployment})`;
  return `${wait.canLogIn ? clusters.changeWaits : clusters.waiting}: ${whyOf(words, wait)}`;
}

function Users({ root, users }: { readonly root: string; readonly users: readonly Login[] }) {
  const { words } = useVisit();
  const { clusters, databaseAccess, editing, whoCan: text } = words;
  return (
    <Table
      caption={text.databaseUsers}
      heads={[
        databaseAccess.user,
        databaseAccess.method,
        databaseAccess.held,
        databaseAccess.scopes,
        editing.ends,
      ]}
      rows={users.map(({ name, databaseName, proof, roles, scopes, endsAt, waits, unlimited }) => ({
        key: `${databaseName}/${name}`,
        cells: [
          <>
            <a href={`${root}/database-access?${new URLSearchParams({ q: name })}`}>{name}</a>
            {unlimited.length > 0 && <div class="hint">{clusters.lacksRoles}</div>}
            {waits.map((each) => (
              <div class="hint" key={each.deployment}>
                {waitInPage(words, each)}
              </div>
            ))}
          </>,
          databaseAccess.proofs[proof],
          roles.map((role) => (
            <div key={role}>
              <code>{role}</code>
            </div>
          )),
          scopes.join(", ") || databaseAccess.everywhere,
          endsAt && <When at={endsAt} />,
        ],
      }))}
      empty={text.noDatabaseUsers}
    />
  );
}

function Addresses({
  root,
  addresses,
}: {
  readonly root: string;
  readonly addresses: readonly LoginAddress[];
}) {
  const { editing, networkAccess, whoCan: text } = useVisit().words;
  return (
    <Table
      caption={text.addresses}
      heads={[networkAccess.entry, networkAccess.comment, editing.ends]}
      rows={addresses.map(({ from, comment, endsAt }) => ({
        key: from,
        cells: [
          <a href={`${root}/network-access?${new URLSearchParams({ q: from })}`}>{from}</a>,
          comment,
          endsAt && <When at={endsAt} />,
        ],
      }))}
      empty={text.noAddresses}
    />
  );
}
