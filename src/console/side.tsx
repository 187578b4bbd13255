// Links: to the places of an organization and a project, and which of them is the current page.
import type { ComponentChildren } from "preact";
import { splitTarget } from "../contract/http-syntax.ts";
import { door } from "../domain/access.ts";
import { Icon, type IconName } from "./kit/icon.tsx";
import type { Places, Visit } from "./page.ts";

/** The page at a path, or one below it. Pages of people and of invitations belong to the list of people. */
export function isHere({ target }: Visit, path: string): "page" | "true" | undefined {
  const here = splitTarget(target).path.replace(/^(\/(?:orgs|projects)\/\w+)\/invitations\//, "$1/people/");
  if (here === path) return "page";
  const holdsOthers = /^\/\w+\/\w+\/\w+|^\/(rehearsal|docs)$/.test(path);
  return holdsOthers && here.startsWith(`${path}/`) ? "true" : undefined;
}

export const Go = ({ visit, to, children }: { visit: Visit; to: string; children: ComponentChildren }) => (
  <a href={to} aria-current={isHere(visit, to)}>
    {children}
  </a>
);

type Links = Readonly<Record<string, readonly [IconName, string]>>;

interface SectionProps {
  readonly visit: Visit;
  readonly title: string;
  readonly root: string;
  readonly name: string;
  /** By the path below the root. */
  readonly links: Links;
  readonly children?: ComponentChildren;
}

const Section = ({ visit, title, root, name, links, children }: SectionProps) => (
  <section>
    <h2>{title}</h2>
    <p class="place">
      {children}
      {name}
    </p>
    <ul>
      {Object.entries(links).map(([path, [icon, label]]) => (
        <li key={path}>
          <Go visit={visit} to={`${root}${path}`}>
            <Icon name={icon} /> {label}
          </Go>
        </li>
      ))}
    </ul>
  </section>
);

export function Side({ visit, places: { org, group } }: { visit: Visit; places: Places }) {
  const { accessReview, layout, whoCan, rehearsal } = visit.words;
  const shared = {
    "/people": ["person", layout.people],
    "/teams": ["people", layout.teams],
    "/keys": ["key", layout.keys],
    "/activity": ["activity", layout.activity],
  } as const;
  const forOwners = { "/who-can": ["lock", whoCan.title] } as const;
  const settings = { "/settings": ["settings", layout.settings] } as const;
  return (
    <nav class="side" aria-label={layout.places}>
      {group && (
        <Section
          visit={visit}
          title={layout.inGroup}
          root={`/projects/${group.id}`}
          name={group.name}
          links={{ ...shared, ...(group.may(door.group("GROUP_OWNER")) && forOwners), ...settings }}
        >
          {org && (
            <span class="crumb">
              <a href={`/orgs/${org.id}`}>{org.name}</a> /{" "}
            </span>
          )}
        </Section>
      )}
      {org && (
        <Section
          visit={visit}
          title={layout.inOrg}
          root={`/orgs/${org.id}`}
          name={org.name}
          links={{
            "": ["project", layout.projects],
            ...shared,
            ...(org.may(door.org("ORG_OWNER")) && {
              ...forOwners,
              "/access-review": ["list", accessReview.title],
              "/sunset": ["warning", rehearsal.pages.sunset],
            }),
            ...settings,
          }}
        />
      )}
    </nav>
  );
}
