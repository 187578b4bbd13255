// Icons, drawn from one sheet of symbols that browsers load once. Their shapes are from @leafygreen-ui/icon (Apache-2.0, MongoDB);
// scripts/icons.ts writes them.
import { createHash } from "node:crypto";
import icons from "./icons.json" with { type: "json" };

export type IconName = keyof typeof icons;

/** The sheet of all icons. Its address contains a hash of it, so that browsers may keep it. */
export const iconSheet = `<svg xmlns="http://www.w3.org/2000/svg">${Object.entries(icons)
  .map(([name, shapes]) => `<symbol id="${name}" viewBox="0 0 16 16" fill="currentColor">${shapes}</symbol>`)
  .join("")}</svg>`;

const release = createHash("sha256").update(iconSheet).digest("base64url").slice(0, 8);

/** Shows an icon, hidden from screen readers: the text beside it, or the label of its button, names it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`/console/icons.svg?${release}#${name}`} />
  </svg>
);
