// What the store relies on is the same whichever runs SQLite.
import { deepEqual, equal, throws } from "node:assert/strict";
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

    test("rows have the order of their columns, and changes are counted", () => {
      const file = openFile(":memory:");
      file.exec("create table t (a integer primary key, b text unique)");
      const insert = file.prepare("insert into t (a, b) values (?, ?)");
      deepEqual([insert.change([1, "x"]), insert.change([2, null])], [1, 1]);
      const select = file.prepare("select b, a from t where a < ? order by a");
      deepEqual(select.rows([9]), [
        { b: "x", a: 1 },
        { b: null, a: 2 },
      ]);
      deepEqual([select.isReadOnly, insert.isReadOnly], [true, false]);
      deepEqual(file.prepare("update t set b = ? where a = 2 returning a").rows(["y"]), [{ a: 2 }]);
      equal(file.pragma("user_version"), 0);
      file.exec("begin");
      equal(file.isInTransaction, true);
      throws(() => insert.change([3, "x"]), { code: "SQLITE_CONSTRAINT_UNIQUE" });
      file.exec("rollback");
      equal(file.isInTransaction, false);
      file.close();
    });

    test("a file that must exist and does not is refused", () => {
      const file = join(tmpdir(), "no-such-store.sqlite");
      throws(() => openFile(file, { mustExist: true }), { code: "SQLITE_CANTOPEN" });
    });
  });
}
