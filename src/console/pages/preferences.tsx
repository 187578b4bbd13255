// The language and appearance, kept by the browser.
import { isLanguage } from "../../core/contract/languages.ts";
import { preferenceCookies } from "../cookies.ts";
import { placeOf } from "../entering.ts";
import { page } from "../page.ts";

const themes = ["light", "dark", "system"];
const kept = { days: 365 };

export const preferences = page({
  path: "/preferences",
  for: "anybody",
  show: async () => ({ to: "/" }),
  forms: {
    async prefer(_visit, form) {
      const [language, theme] = [form.text("language"), form.text("theme")];
      return {
        to: placeOf(form.text("back")),
        cookies: [
          ...(isLanguage(language) ? [{ ...kept, name: preferenceCookies.language, value: language }] : []),
          ...(themes.includes(theme) ? [{ ...kept, name: preferenceCookies.theme, value: theme }] : []),
        ],
      };
    },
  },
});
