// The document around every page: navigation, who is signed in, language and theme.
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { languages } from "../contract/languages.ts";
import { splitTarget } from "../contract/target.ts";
import { Form, Notice } from "./kit/kit.tsx";
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
        {!view.hasNoScript && <script src={`/console/script.js?${release}`} defer />}
      </head>
      <body class={visit.person === undefined && !view.isWide ? "narrow" : undefined}>
        <a class="skip" href="#content">
          {words.layout.skip}
        </a>
        <Top visit={visit} />
        <div class={side === undefined ? "shell plain" : "shell"}>
          {side}
          <main id="content" tabIndex={-1}>
            <Problem visit={visit} />
            {view.body}
          </main>
        </div>
        <Foot visit={visit} />
      </body>
    </html>,
  )}`;
}

const isHere = ({ target }: Visit, path: string) =>
  splitTarget(target).path === path ? ("page" as const) : undefined;

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
        {person !== undefined && (
          <Go visit={visit} to="/account">
            {words.layout.account}
          </Go>
        )}
        <Go visit={visit} to="/docs">
          API
        </Go>
      </nav>
      {person === undefined ? (
        <Go visit={visit} to="/sign-in">
          {words.layout.signIn}
        </Go>
      ) : (
        <>
          <span class="who">{person.username}</span>
          <Form visit={visit} name="signOut" action="/sign-out">
            <button type="submit">{words.layout.signOut}</button>
          </Form>
        </>
      )}
    </header>
  );
}

function Side({ visit, places: { org, group } }: { visit: Visit; places: Places }) {
  const { words } = visit;
  const section = (
    title: string,
    { id, name }: { id: string; name: string },
    root: string,
    links: Readonly<Record<string, string>>,
  ) => (
    <section>
      <h2>{title}</h2>
      <p class="place">{name}</p>
      <ul>
        {Object.entries(links).map(([path, label]) => (
          <li key={path}>
            <Go visit={visit} to={`/${root}/${id}${path}`}>
              {label}
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
          "/people": words.layout.people,
          "/teams": words.layout.teams,
          "/keys": words.layout.keys,
          "/activity": words.layout.activity,
        })}
      {org &&
        section(words.layout.inOrg, org, "orgs", {
          "": words.layout.projects,
          "/people": words.layout.people,
          "/teams": words.layout.teams,
          "/keys": words.layout.keys,
          "/activity": words.layout.activity,
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
            <li key={field}>{description}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Foot({ visit }: { visit: Visit }) {
  const { words, language, theme, target } = visit;
  return (
    <footer class="foot">
      <Form visit={visit} name="prefer" action="/preferences">
        <input type="hidden" name="back" value={target} />
        <label for="language">{words.layout.language}</label>
        <select id="language" name="language" data-now>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code} selected={code === language}>
              {name}
            </option>
          ))}
        </select>
        <label for="theme">{words.layout.theme}</label>
        <select id="theme" name="theme" data-now>
          {(["system", "light", "dark"] as const).map((each) => (
            <option key={each} value={each} selected={each === theme}>
              {words.layout.themes[each]}
            </option>
          ))}
        </select>
        <button type="submit" class="button">
          {words.layout.apply}
        </button>
      </Form>
    </footer>
  );
}
