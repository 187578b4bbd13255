// The document around every page: navigation, who is signed in, language and theme.

import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { languages } from "../contract/languages.ts";
import { splitTarget } from "../contract/target.ts";
import { door } from "../domain/access.ts";
import { AsCode } from "./code.tsx";
import { Icon, type IconName } from "./kit/icon.tsx";
import { Form, Notice } from "./kit/kit.tsx";
import { Menu } from "./kit/menu.tsx";
import { fullName } from "./kit/names.ts";
import { Time } from "./kit/time.tsx";
import type { Places, View, Visit } from "./page.ts";

interface Document {
  readonly visit: Visit;
  readonly view: View;
  /** Changes with the sheet and the script, so that browsers may keep both. */
  readonly release: string;
}

export function renderDocument({ visit, view, release }: Document): string {
  const { words, language, theme } = visit;
  const side = view.places === undefined ? view.side : <Side visit={visit} places={view.places} />;
  return `<!doctype html>${renderToString(
    <html lang={language} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${view.title} · ${words.product}`}</title>
        <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/console/style.css?${release}`} />
        <script src={`/console/script.js?${release}`} defer />
      </head>
      <body
        data-cancel={words.layout.cancel}
        class={visit.person === undefined && !view.isWide ? "narrow" : undefined}
      >
        <a class="skip" href="#content">
          {words.layout.skip}
        </a>
        {view.list !== undefined && (
          <a class="skip" href={`#${view.list}`}>
            {words.layout.skipToList}
          </a>
        )}
        <Top visit={visit} />
        <ClockStrip visit={visit} />
        <div class={side === undefined ? "shell plain" : "shell"}>
          {side}
          <main id="content" tabIndex={-1}>
            <Problem visit={visit} />
            {view.body}
            {view.code !== undefined && <AsCode visit={visit} of={view.code} />}
          </main>
        </div>
        <p id="live" class="unseen" role="status" />
      </body>
    </html>,
  )}`;
}

/** A page, or one below it: the page of a person belongs to the list of people, and so does that of an invitation. */
function isHere({ target }: Visit, path: string): "page" | "true" | undefined {
  const here = splitTarget(target).path.replace(/^(\/(?:orgs|projects)\/\w+)\/invitations\//, "$1/people/");
  if (here === path) return "page";
  const holdsOthers = /^\/\w+\/\w+\/\w+|^\/(rehearsal|docs)$/.test(path);
  return holdsOthers && here.startsWith(`${path}/`) ? "true" : undefined;
}

const Go = ({ visit, to, children }: { visit: Visit; to: string; children: ComponentChildren }) => (
  <a href={to} aria-current={isHere(visit, to)}>
    {children}
  </a>
);

function Top({ visit }: { visit: Visit }) {
  const { words, person, dev } = visit;
  return (
    <header class="top">
      <a class="brand" href="/">
        {words.product}
      </a>
      <nav aria-label={words.layout.navigation}>
        {person !== undefined && (
          <Go visit={visit} to="/">
            {words.layout.home}
          </Go>
        )}
        {dev !== undefined && (
          <Go visit={visit} to="/rehearsal">
            {words.layout.rehearsal}
          </Go>
        )}
        <Go visit={visit} to="/docs">
          API
        </Go>
      </nav>
      {person === undefined && (
        <Go visit={visit} to="/sign-in">
          {words.layout.signIn}
        </Go>
      )}
      <Menu
        id="me"
        name={person === undefined ? "settings" : "person"}
        label={person === undefined ? words.layout.preferences : words.layout.menuOf(person.username)}
      >
        <Mine visit={visit} />
      </Menu>
    </header>
  );
}

/** Whoever looks at a time that is not the present is told so on every page. */
function ClockStrip({ visit }: { visit: Visit }) {
  const { dev, words, target } = visit;
  const state = dev?.clock.state() ?? "present";
  if (dev === undefined || state === "present") return null;
  const { label, states, back } = words.rehearsal.strip;
  return (
    <aside class="strip" aria-label={label}>
      <Icon name="clock" />
      <a href="/rehearsal/clock">
        <Time at={dev.clock.now()} />
      </a>
      <span>{states[state]}</span>
      <Form visit={visit} name="free" action="/rehearsal/clock">
        <input type="hidden" name="back" value={target} />
        <button type="submit">{back}</button>
      </Form>
    </aside>
  );
}

/** Who is signed in, language and appearance; each choice is a button, so that none needs another one to apply it. */
function Mine({ visit }: { visit: Visit }) {
  const { words, person, language, theme, target } = visit;
  return (
    <>
      {person !== undefined && (
        <>
          <p class="who">
            {fullName(person)}
            <small>{person.username}</small>
          </p>
          <a class="item" href="/account" aria-current={isHere(visit, "/account")}>
            <Icon name="person" /> {words.layout.account}
          </a>
        </>
      )}
      <Form visit={visit} name="prefer" action="/preferences">
        <input type="hidden" name="back" value={target} />
        <fieldset class="choices" aria-label={words.layout.language}>
          {Object.entries(languages).map(([code, name]) => (
            <button
              type="submit"
              key={code}
              name="language"
              value={code}
              lang={code}
              aria-pressed={code === language}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <fieldset class="choices" aria-label={words.layout.theme}>
          {(["system", "light", "dark"] as const).map((each) => (
            <button
              type="submit"
              key={each}
              name="theme"
              value={each}
              aria-label={words.layout.themes[each]}
              title={words.layout.themes[each]}
              aria-pressed={each === theme}
            >
              <Icon name={themeIcons[each]} />
            </button>
          ))}
        </fieldset>
      </Form>
      {person !== undefined && (
        <Form visit={visit} name="signOut" action="/sign-out">
          <button class="item" type="submit">
            <Icon name="signOut" /> {words.layout.signOut}
          </button>
        </Form>
      )}
    </>
  );
}

const themeIcons = { system: "laptop", light: "sun", dark: "moon" } as const;

type Links = Readonly<Record<string, readonly [IconName, string]>>;

function Side({ visit, places: { org, group } }: { visit: Visit; places: Places }) {
  const { words } = visit;
  const { people, teams, keys, activity, projects, settings } = words.layout;
  const whoCan = words.whoCan.title;
  const section = (title: string, { id, name }: { id: string; name: string }, root: string, links: Links) => (
    <section>
      <h2>{title}</h2>
      <p class="place">
        {group !== undefined && org !== undefined && root === "projects" && (
          <span class="crumb">
            <a href={`/orgs/${org.id}`}>{org.name}</a> /{" "}
          </span>
        )}
        {name}
      </p>
      <ul>
        {Object.entries(links).map(([path, [icon, label]]) => (
          <li key={path}>
            <Go visit={visit} to={`/${root}/${id}${path}`}>
              <Icon name={icon} /> {label}
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <nav class="side" aria-label={words.layout.places}>
      {group &&
        section(words.layout.inGroup, group, "projects", {
          "/people": ["person", people],
          "/teams": ["people", teams],
          "/keys": ["key", keys],
          "/activity": ["activity", activity],
          ...(group.may(door.group("GROUP_OWNER")) && { "/who-can": ["lock", whoCan] }),
          "/settings": ["settings", settings],
        })}
      {org &&
        section(words.layout.inOrg, org, "orgs", {
          "": ["project", projects],
          "/people": ["person", people],
          "/teams": ["people", teams],
          "/keys": ["key", keys],
          "/activity": ["activity", activity],
          ...(org.may(door.org("ORG_OWNER")) && {
            "/who-can": ["lock", whoCan],
            "/sunset": ["warning", words.rehearsal.pages.sunset],
          }),
          "/settings": ["settings", settings],
        })}
    </nav>
  );
}

/** Why the form that was just sent was refused: in the visitor's language where it has a sentence, else as the API says it. */
function Problem({ visit: { problem, words } }: { visit: Visit }) {
  if (problem === undefined) return null;
  const { code, message, retryAfter, fields } = problem.refusal;
  return (
    <Notice kind="bad">
      <p>
        {words.refusals[code ?? ""] ?? message}
        {retryAfter !== undefined && ` ${words.layout.tryAgain(retryAfter)}`}
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ field, description }) => (
            <li key={field}>{words.fieldProblem(description)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
