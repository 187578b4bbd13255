// The matters that need attention soon: each line names one and links to the page on which it is settled.
import { grouped } from "../../core/domain/grouped.ts";
import { Icon, type IconName } from "../kit/icon.tsx";
import { Fold } from "../kit/kit.tsx";
import { relative } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";

type All = Awaited<ReturnType<typeof read>>;
const read = ({ perform }: Visit) => perform("listAttention");

interface Line {
  readonly icon: IconName;
  readonly text: string;
  readonly href: string;
}

/** The number of lines shown at first; the others unfold. */
const fewLines = 5;
/** The number of things of one kind and place with a line each; more of them share one. */
const fewOfKind = 2;
/** The limit of each kind; `listAttention` answers at most one more. */
const mostTold = 50;

const numberOf = (count: number): string => (count > mostTold ? `${mostTold}+` : String(count));

type Said = readonly [text: string, href: string];

/**
 * Returns a line for each thing; if there are many in one organization or project, a single line, for which `many` gets their
 * number.
 */
function linesOf<Each>(
  icon: IconName,
  all: readonly Each[],
  pathOf: (each: Each) => string,
  say: (each: Each, path: string, many: string | undefined) => Said,
): Line[] {
  const said = [...grouped(all, pathOf)].flatMap(([path, things]) =>
    things.length <= fewOfKind
      ? things.map((each) => say(each, path, undefined))
      : things.slice(0, 1).map((each) => say(each, path, numberOf(things.length))),
  );
  return said.map(([text, href]) => ({ icon, text, href }));
}

function linesIn(visit: Visit, { invites, unsent, secrets, keys, owners }: All): Line[] {
  const { now, language, words } = visit;
  const said = words.home.attention;
  const ago = (at: string) => relative(Date.parse(at), now, language);
  const orgPath = ({ orgId }: { orgId: string }) => `/orgs/${orgId}`;
  const placePath = ({ orgId, groupId }: All["invites"][number]) =>
    groupId === null ? `/orgs/${orgId}` : `/projects/${groupId}`;
  const invited = (path: string) => `${path}/people?status=INVITED`;
  // A password alone deserves a line if a provider could ask for more, or if the organization demands more.
  const weak = visit.takesPasswords
    ? owners.filter(({ isRequired }) => isRequired || visit.provider !== undefined)
    : [];
  return [
    ...linesOf("mail", unsent, placePath, ({ id, username, name }, path, many) =>
      many
        ? [said.unsents(many, name), invited(path)]
        : [said.unsent(username, name), `${path}/invitations/${id}`],
    ),
    ...linesOf("clock", invites, placePath, ({ id, username, name, expiresAt }, path, many) =>
      many
        ? [said.invites(many, name), invited(path)]
        : [said.invite(username, name, ago(expiresAt)), `${path}/invitations/${id}`],
    ),
    ...linesOf("clock", secrets, orgPath, ({ clientId, name, orgName, expiresAt }, path, many) =>
      many
        ? [said.secrets(many, orgName), `${path}/keys?kind=accounts&sort=expires`]
        : [said.secret(name, orgName, ago(expiresAt)), `${path}/service-accounts/${clientId}`],
    ),
    ...linesOf("lock", weak, orgPath, ({ id, username, orgName }, path, many) =>
      many
        ? [said.owners(many, orgName), `${path}/people?role=ORG_OWNER`]
        : [said.owner(username, orgName), `${path}/people/${id}`],
    ),
    ...linesOf("key", keys, orgPath, ({ id, name, orgName, lastUsedAt: at }, path, many) => {
      if (many) return [said.keys(many, orgName), `${path}/keys?sort=used`];
      const one = at === null ? said.unusedKey(name, orgName) : said.key(name, orgName, ago(at));
      return [one, `${path}/keys/${id}`];
    }),
  ];
}

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <ul class="tasks">
    {lines.map(({ icon, text, href }) => (
      <li key={text}>
        <Icon name={icon} />
        <a href={href}>{text}</a>
      </li>
    ))}
  </ul>
);

export function Attention({ all }: { all: All }) {
  const visit = useVisit();
  const { title, none, more } = visit.words.home.attention;
  const lines = linesIn(visit, all);
  if (lines.length === 0) {
    return (
      <p class="kept">
        <Icon name="good" /> {none}
      </p>
    );
  }
  const rest = lines.slice(fewLines);
  return (
    <Fold title={`${title} (${lines.length})`}>
      <section class="card attention" aria-labelledby="attention">
        <h2 id="attention">{title}</h2>
        <Lines lines={lines.slice(0, fewLines)} />
        {rest.length > 0 && (
          <details>
            <summary>{more(rest.length)}</summary>
            <Lines lines={rest} />
          </details>
        )}
      </section>
    </Fold>
  );
}
