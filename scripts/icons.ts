// Writes src/console/kit/icons.json from the icons of LeafyGreen: unpack @leafygreen-ui/icon (`npm pack @leafygreen-ui/icon`), then
// node --import tsx scripts/icons.ts package/src/glyphs. The package itself stays out: it brings React and 38 MB with it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, root } from "./format.ts";

/** The LeafyGreen glyph of each icon. */
const glyphs = {
  activity: "ActivityFeed",
  add: "Plus",
  api: "Code",
  apps: "Apps",
  arrowDown: "SortDescending",
  arrowUp: "SortAscending",
  back: "ArrowLeft",
  beaker: "Beaker",
  building: "Building",
  calendar: "Calendar",
  caret: "CaretDown",
  clock: "Clock",
  cluster: "ShardedCluster",
  copy: "Copy",
  database: "Database",
  download: "Download",
  edit: "Edit",
  good: "CheckmarkWithCircle",
  home: "Home",
  invite: "InviteUser",
  key: "Key",
  laptop: "Laptop",
  list: "List",
  lock: "Lock",
  mail: "Email",
  menu: "Ellipsis",
  moon: "Moon",
  network: "GlobeAmericas",
  next: "ChevronRight",
  open: "OpenNewTab",
  people: "PersonGroup",
  person: "Person",
  play: "Play",
  previous: "ChevronLeft",
  project: "Folder",
  search: "MagnifyingGlass",
  settings: "Settings",
  signOut: "LogOut",
  sun: "Sun",
  unsorted: "Unsorted",
  warning: "Warning",
} as const;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder of the glyphs: package/src/glyphs");

/** The shapes alone, in a box of 16 by 16: size and colour are those of the text around. */
const shapesOf = (glyph: string): string => {
  const svg = readFileSync(join(folder, `${glyph}.svg`), "utf8");
  if (!svg.includes('viewBox="0 0 16 16"')) throw new Error(`${glyph} is drawn in another box`);
  return (
    svg
      .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>[\s\S]*$/g, "")
      .replace(/ (fill|stroke)="(?!none)[^"]*"/g, (_, name) =>
        name === "stroke" ? ' stroke="currentColor"' : "",
      )
      // Hundredths of a pixel are finer than any screen.
      .replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
      .replace(/ xmlns="[^"]*"/g, "")
      .replace(/>\s+</g, "><")
      .replace(/\s+/g, " ")
      .trim()
  );
};

const icons = Object.fromEntries(Object.entries(glyphs).map(([name, glyph]) => [name, shapesOf(glyph)]));
const file = join(root, "src/console/kit/icons.json");
writeFileSync(file, format(file, JSON.stringify(icons)));
