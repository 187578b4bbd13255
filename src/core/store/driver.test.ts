// Tests that the features that the store relies on are the same with each driver of SQLite.
import { deepEqual, equal, throws } from "node:assert/strict";
import module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { chooseDriver, type DriverName, openFile } from "./driver.ts";

function loads(name: DriverName): boolean {
  const restore = chooseDriver(name);
  try {
    openFile(":memory:").close();
    return true;
  } catch {
    return false;
  } finally {
    restore();
  }
}

for (const name of ["better-sqlite3", "node:sqlite"] as const) {
  suite(name, { skip: !loads(name) && "SKIPPED: it does not load in this Node" }, () => {
    let restore = () => {};
    before(() => {
      restore = chooseDriver(name);
    });
    after(() => restore());

    test("rows are arrays in the order of their columns, and changes are counted", () => {
      const file = openFile(":memory:");
      file.exec("create table t (a integer primary key, b text unique)");
      const insert = file.prepare("insert into t (a, b) values (?, ?)");
      deepEqual([insert.run([1, "x"]).changes, insert.run([2, null]).changes], [1, 1]);
      const select = file.prepare("select b, a from t where a < ? order by a");
      deepEqual({ ...(select.all([9])[0] as object) }, { b: "x", a: 1 });
      select.raw();
      deepEqual(select.all([9]), [
        ["x", 1],
        [null, 2],
      ]);
      deepEqual(
        select.columns().map(({ name }) => name),
        ["b", "a"],
      );
      deepEqual([select.reader, insert.reader], [true, false]);
      deepEqual([select.readonly, insert.readonly], [true, false]);
      deepEqual(
        { ...(file.prepare("update t set b = ? where a = 2 returning a").all(["y"])[0] as object) },
        { a: 2 },
      );
      equal(file.pragma("user_version", { simple: true }), 0);
      file.exec("begin");
      equal(file.inTransaction, true);
      throws(() => insert.run([3, "x"]), { code: "SQLITE_CONSTRAINT_UNIQUE" });
      file.exec("rollback");
      equal(file.inTransaction, false);
      file.close();
    });

    test("a file that must exist and does not is refused", () => {
      const file = join(tmpdir(), "no-such-store.sqlite");
      throws(() => openFile(file, { mustExist: true }), { code: "SQLITE_CANTOPEN" });
    });
  });
}

test("where no SQLite loads, a sentence says which command brings one", (t) => {
  t.after(chooseDriver("better-sqlite3"));
  const { node } = process.versions;
  const failing = (code: string, message: string) => () => {
    throw Object.assign(new Error(message), { code });
  };
  // The function that `require` calls.
  const loading = t.mock.method(module as unknown as { _load(): unknown }, "_load");
  loading.mock.mockImplementation(
    failing("MODULE_NOT_FOUND", "Cannot find module 'better-sqlite3'\nRequire stack:\n- /a.js"),
  );
  throws(() => openFile(":memory:"), {
    message: `Node ${node} needs better-sqlite3 beside Anteroom: run \`npm install better-sqlite3@12\`, \`yarn add better-sqlite3@12\` or \`pnpm add --allow-build=better-sqlite3 better-sqlite3@12\`, or use Node 22.16 or newer, which has SQLite itself`,
  });
  loading.mock.mockImplementation(failing("", "Could not locate the bindings file. Tried:\n → /a/build"));
  throws(() => openFile(":memory:"), {
    message: `better-sqlite3 has no binary for Node ${node} (Could not locate the bindings file. Tried:): run \`npm rebuild better-sqlite3\`, or with pnpm \`pnpm approve-builds\`, or use Node 22.16 or newer, which has SQLite itself`,
  });
});
