// Tests of pages of results: that together they are the whole list, and how they link to each other.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pageOf, showPage } from "./page.ts";

const results = fc.array(fc.integer(), { maxLength: 60 });
const size = fc.integer({ min: 1, max: 20 });
const at = { origin: "https://example.com", path: "/things", search: "" };
const show = (item: unknown) => item;

test("pages hold each result exactly once, in order", () => {
  fc.assert(
    fc.property(results, size, (all, itemsPerPage) => {
      const count = Math.ceil(all.length / itemsPerPage);
      const pages = Array.from({ length: count }, (_, index) =>
        pageOf(all, { includeCount: true, itemsPerPage, pageNum: index + 1 }),
      );
      deepEqual(
        pages.flatMap((page) => page.results),
        all,
      );
      for (const { total } of pages) equal(total, all.length);
    }),
  );
});

test("a page after the last is empty", () => {
  fc.assert(
    fc.property(results, size, (all, itemsPerPage) => {
      const pageNum = Math.ceil(all.length / itemsPerPage) + 1;
      deepEqual(pageOf(all, { includeCount: true, itemsPerPage, pageNum }).results, []);
    }),
  );
});

const linkOf = (shown: ReturnType<typeof showPage>, rel: string) =>
  shown.links.find((link) => link.rel === rel)?.href;

test("following `next` from the first page meets every result once, and `previous` leads back", () => {
  fc.assert(
    fc.property(results, size, (all, itemsPerPage) => {
      const met: unknown[] = [];
      let pageNum = 1;
      for (;;) {
        const shown = showPage(pageOf(all, { includeCount: true, itemsPerPage, pageNum }), at, show);
        met.push(...shown.results);
        const previous = linkOf(shown, "previous");
        equal(
          previous && new URL(previous).searchParams.get("pageNum"),
          pageNum === 1 ? undefined : String(pageNum - 1),
        );
        const next = linkOf(shown, "next");
        if (next === undefined) break;
        pageNum = Number(new URL(next).searchParams.get("pageNum"));
      }
      deepEqual(met, all);
      equal(pageNum, Math.max(1, Math.ceil(all.length / itemsPerPage)));
    }),
  );
});

test("links keep the other parameters, sorted by name, and replace those of paging", () => {
  const search = "?pretty=true&pageNum=7&username=&a=1&a=0&itemsPerPage=3";
  const request = { includeCount: true, itemsPerPage: 2, pageNum: 2 };
  const { links } = showPage(pageOf([1, 2, 3, 4, 5], request), { ...at, search }, show);
  const others = "https://example.com/things?a=1&a=0&pretty=true&username=";
  deepEqual(links, [
    { rel: "self", href: `${others}&pageNum=2&itemsPerPage=2` },
    { rel: "next", href: `${others}&itemsPerPage=2&pageNum=3` },
    { rel: "previous", href: `${others}&itemsPerPage=2&pageNum=1` },
  ]);
});

test("without a count there is no `next`, and the total is 0", () => {
  const shown = showPage(pageOf([1, 2, 3], { includeCount: false, itemsPerPage: 1, pageNum: 2 }), at, show);
  deepEqual(
    shown.links.map(({ rel }) => rel),
    ["self", "previous"],
  );
  equal(shown.totalCount, 0);
});
