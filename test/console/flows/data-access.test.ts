// Tests how people set up who may reach the databases of a project, in a real browser: by the search of everything, dialogs and
// the keyboard.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { en } from "../../../src/console/words/index.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { startStage } from "../../support/stage.ts";
import { ids } from "../../support/world.ts";
import { fill, openWindow, press, sees } from "../support/browser.ts";

const root = `/projects/${ids.group}`;
const api = `/api/atlas/v2/groups/${ids.group}`;

test("a database user, an address and a cluster, in a browser", {
  skip: browserSkipReason,
  timeout: 240_000,
}, async (t) => {
  const stage = await startStage(t);
  const browser = await startChromium(t);
  const page = await openWindow(t, browser, stage, {
    as: "owner@example.com",
    viewport: { width: 1280, height: 800 },
  });
  const said = en.databaseAccess;

  await page.goto(`${root}/people`);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: en.search.title }).waitFor();
  await page.keyboard.type("database acc");
  await page.getByRole("dialog").getByRole("link", { name: said.title }).click();
  await page.waitForURL(`**${root}/database-access`);

  await page.getByRole("link", { name: said.addUser }).click();
  const dialog = page.getByRole("dialog", { name: said.addUser });
  await fill(dialog, said.username, "reporter");
  await fill(dialog, said.password, "a passphrase of the shop");
  await dialog.getByRole("checkbox", { name: "readAnyDatabase" }).check();
  await dialog.getByLabel(en.editing.end).selectOption({ label: en.editing.ending.hours24 });
  await press(dialog, said.addUser);
  await sees(page, said.done.added("reporter", 1));
  const { json } = await stage.ask("owner", { path: `${api}/databaseUsers/admin/reporter` });
  deepEqual(json.roles, [{ databaseName: "admin", roleName: "readAnyDatabase" }]);
  ok(json.deleteAfterDate.startsWith("2026-08-11"), json.deleteAfterDate);

  await page.getByRole("link", { name: en.networkAccess.title }).click();
  await page.getByRole("link", { name: en.networkAccess.add }).click();
  const entries = page.getByRole("dialog", { name: en.networkAccess.add });
  await fill(entries, en.networkAccess.entries, "192.0.2.10\n198.51.100.0/24");
  await page.keyboard.press("Control+Enter");
  await page.getByText(en.networkAccess.done.added, { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "192.0.2.10" }).check();
  await press(page, en.layout.remove);
  await press(page.getByRole("dialog"), en.layout.remove);
  await sees(page, en.networkAccess.done.removed("192.0.2.10", 1));
  const list = await stage.ask("owner", { path: `${api}/accessList` });
  equal(list.json.totalCount, 1);

  await page.getByRole("link", { name: en.clusters.title, exact: true }).click();
  await page.getByRole("link", { name: en.clusters.add }).click();
  const making = page.getByRole("dialog", { name: en.clusters.add });
  await fill(making, en.clusters.name, "Main");
  await making.getByLabel(en.clusters.place).selectOption("GCP CENTRAL_US");
  await press(making, en.clusters.add);
  await page.getByRole("cell", { name: en.clusters.states.CREATING }).waitFor();
  await stage.clock.advance("PT30M");
  // The page, which nobody touches, reads itself again.
  await page.getByRole("cell", { name: en.clusters.states.IDLE }).waitFor();
  equal(await page.getByText(en.clusters.underWay).count(), 0);
});
