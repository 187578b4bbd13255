// Where the official document is: it is not ours to pass on, so it is named to us, or lies beside a checkout.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const officialPath =
  process.env.ANTEROOM_OFFICIAL ??
  fileURLToPath(new URL("../../../shared/atlas/atlas.openapi.json", import.meta.url));

export const haveOfficial = process.env.ANTEROOM_OFFICIAL !== undefined || existsSync(officialPath);
