// Java: the clients that openapi-generator makes of the plain document, for the JDK's own HTTP client and for OkHttp.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openapiGenerator, openWorkshop } from "../support/generated.ts";
import { installed, notInstalled } from "../support/installed.ts";

const packages = "invokerPackage=atlas,apiPackage=atlas.api,modelPackage=atlas.model";
const jars = installed(".clients", "java", "*");
const program = (...path: string[]) => installed("test", "clients", "java", ...path);

for (const library of ["native", "okhttp-gson"]) {
  test(`openapi-generator: java, ${library}`, {
    skip: notInstalled("java") || notInstalled("openapi-generator"),
  }, async (t) => {
    const { plain, folder, make, assertChanges } = await openWorkshop(t);
    const [source, classes] = [join(folder, "source"), join(folder, "classes")];
    await make("java", [
      "-jar",
      openapiGenerator,
      "generate",
      "-g",
      "java",
      "--library",
      library,
      "-i",
      plain,
      "-o",
      source,
      "--additional-properties",
      packages,
    ]);
    const made = readdirSync(join(source, "src", "main", "java"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".java"))
      .map((path) => join(source, "src", "main", "java", path));
    const own = [program("Program.java"), program(library, "Access.java")];
    await make("javac", ["-nowarn", "-d", classes, "-cp", jars, ...made, ...own]);
    await assertChanges("java", ["-cp", `${classes}:${jars}`, "-Dfile.encoding=UTF-8", "Program"]);
  });
}
