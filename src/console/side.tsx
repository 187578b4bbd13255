// The links to the pages of an organization and a project, of which one is the current page.
import type { ComponentChildren } from "preact";
import { splitTarget } from "../core/contract/http-syntax.ts";
import { door } from "../core/domain/access.ts";
import { Icon, type IconName } from "./kit/icon.tsx";
import type { May } from "./kit/may.ts";
import type { Places, Visit } from "./page.ts";

/**
 * Reports whether the page is the one at a path, or below it. Pages of people and of invitations belong to the list of people.
 */
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

/** The links by their path below the root. */
type Links = Readonly<Record<string, readonly [IconName, string]>>;

interface SectionProps {
  readonly visit: Visit;
  readonly title: string;
  readonly root: string;
  readonly name: string;
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

/** Returns the pages of an organization or a project that the visitor may open. */
export function linksIn({ words, endings }: Visit, kind: "org" | "group", may: May): Links {
  const { accessReview, clusters, databaseAccess, layout, networkAccess, whoCan, rehearsal } = words;
  const isOrg = kind === "org";
  const isOwner = may(isOrg ? door.org("ORG_OWNER") : door.group("GROUP_OWNER"));
  return {
    ...(isOrg && { "": ["project", layout.projects] }),
    "/people": ["person", layout.people],
    "/teams": ["people", layout.teams],
    "/keys": ["key", layout.keys],
    ...(!isOrg && {
      "/clusters": ["cluster", clusters.title],
      "/database-access": ["database", databaseAccess.title],
      "/network-access": ["network", networkAccess.title],
    }),
    "/resources": ["apps", words.resources.title],
    "/activity": ["activity", layout.activity],
    ...(isOwner && { "/who-can": ["lock", whoCan.title] }),
    ...(isOwner &&
      isOrg && {
        "/federation": ["people", words.federation.title],
        "/access-review": ["list", accessReview.title],
        ...(endings && { "/sunset": ["warning", rehearsal.pages.sunset] }),
      }),
    "/settings": ["settings", layout.settings],
  };
}

export function Side({ visit, places: { org, group } }: { visit: Visit; places: Places }) {
  const { layout } = visit.words;
  return (
    <nav class="side" aria-label={layout.places}>
      {group && (
        <Section
          visit={visit}
          title={layout.inGroup}
          root={`/projects/${group.id}`}
          name={group.name}
          links={linksIn(visit, "group", group.may)}
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
          links={linksIn(visit, "org", org.may)}
        />
      )}
    </nav>
  );
}
