// The menu of the visitor: the name, language and appearance, and the button to sign out.
import { languages } from "../core/contract/languages.ts";
import { fullName } from "../core/domain/full-name.ts";
import { Form } from "./kit/fields.tsx";
import { Icon } from "./kit/icon.tsx";
import { Menu } from "./kit/menu.tsx";
import type { Visit } from "./page.ts";
import { isHere } from "./side.tsx";

export function VisitorMenu({ visit }: { visit: Visit }) {
  const { words, person } = visit;
  const label = person === undefined ? words.layout.preferences : words.layout.menuOf(person.username);
  return (
    <Menu id="me" name={person === undefined ? "settings" : "person"} label={label}>
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
      <Preferences visit={visit} />
      {person !== undefined && (
        <Form name="signOut" action="/sign-out">
          <button class="item" type="submit">
            <Icon name="signOut" /> {words.layout.signOut}
          </button>
        </Form>
      )}
    </Menu>
  );
}

const themeIcons = { system: "laptop", light: "sun", dark: "moon" } as const;

/** The preferences. Each choice is a button, so that it applies at once without script. */
function Preferences({ visit }: { visit: Visit }) {
  const { words, language, theme, target } = visit;
  return (
    <Form name="prefer" action="/preferences">
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
  );
}
