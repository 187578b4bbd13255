// Fuzz: parsers alone, and requests and seeds to a server over the whole table of operations. Some thousand cases here, a
// million by `npm run proof:fuzz`.
import { test } from "node:test";
import { parserProperties } from "./fuzz/parsers.ts";
import { requestProperties } from "./fuzz/requests.ts";
import { fuzz } from "./fuzz/running.ts";
import { startScene } from "./tables/scene.ts";

test("whatever is sent is read or refused", async (t) => {
  const scene = await startScene(t);
  await fuzz(t, [...parserProperties(scene.calls), ...requestProperties(t, scene)]);
});
