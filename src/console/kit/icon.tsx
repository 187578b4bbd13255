// Icons: drawn by the sheet of symbols that browsers load once.
import { createHash } from "node:crypto";
import { icons } from "./icons.ts";

export type IconName = keyof typeof icons;

/** The sheet. Its address changes with what is in it, since browsers keep it. */
export const iconSheet = `<svg xmlns="http://www.w3.org/2000/svg">${Object.entries(icons)
  .map(
    ([name, { box, shapes }]) =>
      `<symbol id="${name}" viewBox="${box}" fill="currentColor">${shapes}</symbol>`,
  )
  .join("")}</svg>`;

const release = createHash("sha256").update(iconSheet).digest("base64url").slice(0, 8);

/** Says nothing to screen readers: the text beside it, or the name of its button, does. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`/console/icons.svg?${release}#${name}`} />
  </svg>
);
