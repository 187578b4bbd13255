// The pages of activity: events as sentences, filtered and paged without script.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import type { EventFacts } from "../../src/console/words/event-sentences.ts";
import { wordsOf } from "../../src/console/words/index.ts";
import { describeType, eventTypes } from "../../src/core/domain/event.ts";
import { browse, type Pages, startPages } from "../support/console.ts";
import { parse } from "../support/csv.ts";
import { idOf } from "../support/users.ts";
import { ids } from "../support/world.ts";

const orgPage = `/orgs/${ids.org}/activity`;
const groupPage = `/projects/${ids.group}/activity`;

const invite = ({ get }: Pages, username: string) =>
  get("createGroupInvite", { as: "groupOwner", body: { username, roles: ["GROUP_READ_ONLY"] } });

/** The sentences of a page, in its order. */
const sentences = (html: string) =>
  [...html.matchAll(/<span class="sentence">(.*?)<\/span>/g)].map(([, sentence = ""]) =>
    sentence.replace(/<[^>]*>/g, ""),
  );

test("pages of activity", async (t) => {
  const stage = await startPages(t);
  const { get, visit } = stage;
  const owner = (language?: string) => browse(stage, "owner@example.com", language);

  await t.test("what happened in an organization, newest first, with names", async () => {
    await get("createOrgTeam", { body: { name: "night", usernames: ["member@example.com"] } });
    stage.execute("update events set remote_address = null where type = 'TEAM_CREATED'");
    await visit([orgPage, /Unknown address/]);
    stage.clock.set({ advance: "PT1M" });
    await visit([`/orgs/${ids.org}/keys`, "createKey", { desc: "x", keyRoles: "ORG_MEMBER" }]);
    stage.clock.set({ advance: "PT1M" });
    await stage.end(ids.orgInvite, "accept");
    const { html, text } = await visit([orgPage]);
    const [joined, made = "", ...team] = sentences(html);
    equal(joined, "new@example.com joined the organization.");
    match(made, /^Ada Example created the API key x \([a-z]{8}\) as Organization Member\.$/);
    deepEqual(team.sort(), [
      "The API key seeded (orgowner) added member@example.com to the team night.",
      "The API key seeded (orgowner) created the team night.",
    ]);
    match(text, /Monday, August 10, 2026 03:06:53/);
  });

  await t.test("in Korean as well", async () => {
    await invite(stage, "guest@example.com");
    deepEqual(sentences((await owner("ko").open(groupPage)).html), [
      "API 키(seeded · projownr)가 guest@example.com 님을 프로젝트(payments)에 초대했습니다 (프로젝트 읽기 전용).",
    ]);
  });

  await t.test("says which team and which roles, and its names lead to these", async () => {
    const username = "member@example.com";
    const userId = idOf(stage, username);
    for (const [id, asked] of [
      ["addOrgTeamUser", { body: { id: userId } }],
      ["renameOrgTeam", { body: { name: "heart" } }],
      ["removeOrgTeamUser", { body: { id: userId } }],
      ["addGroupUsers", { body: { username, roles: ["GROUP_OWNER"] } }],
      ["addGroupUserRole", { params: { userId }, body: { groupRole: "GROUP_READ_ONLY" } }],
    ] as const) {
      await get(id, asked);
      stage.clock.set({ advance: "PT1S" });
    }
    const { html } = await visit([orgPage]);
    deepEqual(sentences(html), [
      "The API key seeded (orgowner) removed member@example.com from the team heart.",
      "The API key seeded (orgowner) renamed the team core to heart.",
      "The API key seeded (orgowner) added member@example.com to the team core.",
    ]);
    ok(html.includes(`href="/orgs/${ids.org}/teams/${ids.team}"`));
    deepEqual(sentences((await visit([groupPage])).html), [
      "The API key seeded (orgowner) gave member@example.com Project Read Only in payments.",
      "The API key seeded (orgowner) added member@example.com to the project payments as Project Owner.",
    ]);
    // Atlas's events of people in teams name no team.
    const [event] = (await get("listOrgEvents", { query: "eventType=JOINED_TEAM" })).results;
    ok(!("teamId" in event) && !("kept" in event), JSON.stringify(event));
  });

  await t.test("is searched by words with qualifiers, by kinds and by periods", async () => {
    await invite(stage, "guest@example.com");
    await visit([`/orgs/${ids.org}/keys`, "createKey", { desc: "x", keyRoles: "ORG_MEMBER" }]);
    const body = { name: "night shift", usernames: ["member@example.com"] };
    await get("createOrgTeam", { body });
    const open = (query: string) => visit("owner@example.com", [`${orgPage}?${query}`]);
    const found = async (query: string) => sentences((await open(query)).html).length;
    equal(await found(""), 4);
    equal(await found("q=by:owner"), 3);
    equal(await found("q=by:owner@"), 1);
    equal(await found("q=guest"), 1);
    equal(await found("q=who+is+nobody"), 0);
    equal(await found("who=owner@example.com"), 1);
    equal(await found("q=team:%22night+shift%22"), 2);
    equal(await found("q=team:%22night+shift%22+is:joined"), 1);
    equal(await found("q=is:created+is:teams"), 1);
    equal(await found("q=is:removed"), 0);
    equal(await found("kind=teams"), 2);
    equal(await found("kind=teams&kind=keys"), 3);
    equal(await found("kind=teams&eventType=API_KEY_CREATED"), 0);
    stage.clock.set({ advance: "P2D" });
    deepEqual([await found("range=day"), await found("range=week"), await found("range=month")], [0, 4, 4]);
    await visit(
      "owner@example.com",
      [`${orgPage}?q=is:lost`, 400, /“is:” takes joined, removed, invited,/],
      [
        `${orgPage}?kind=teams&range=week`,
        { html: `href="${orgPage}?range=week"` },
        { html: `href="${orgPage}?kind=teams&amp;minDate=2026-08-10&amp;maxDate=2026-08-10"` },
        { html: `href="${orgPage}.csv?kind=teams&amp;range=week"` },
      ],
    );
  });

  await t.test("each event opens as the API answers it, and all are exported with the filter", async () => {
    for (let nth = 0; nth < 260; nth++) await invite(stage, `guest${nth}@example.com`);
    stage.execute("update events set target_username = '=cmd' where target_username = 'guest7@example.com'");
    await visit([groupPage, { html: /<pre>\{\n &quot;apiKeyId&quot;/ }, { html: /&quot;roles&quot;: \{/ }]);
    const csv = await visit([`/projects/${ids.group}/activity.csv`]);
    match(csv.headers["content-type"] ?? "", /text\/csv/);
    const [heads, ...rows] = parse(csv.html);
    deepEqual(heads?.slice(0, 4), ["time", "type", "what", "by"]);
    equal(rows.length, 260);
    equal(rows.filter((row) => row[5] === "'=cmd").length, 1);
    equal(new Set(rows.map((row) => row[11])).size, 260);
    const some = JSON.parse((await visit([`/projects/${ids.group}/activity.json?q=guest25`])).html);
    equal(some.length, 11);
    deepEqual(some[0].kept, { roles: { before: [], after: ["GROUP_READ_ONLY"] } });
    equal(JSON.parse((await visit([`${orgPage}.json?kind=keys`])).html).length, 0);
    await visit([`${orgPage}.csv?minDate=never`, 400]);
    await visit("member@example.com", [`/projects/${ids.group}/activity.csv`, 401]);
  });

  await t.test("filters by types and dates, and fills the form with them", async () => {
    await invite(stage, "guest@example.com");
    const query =
      "eventType=INVITED_TO_GROUP&eventType=GROUP_CREATED&minDate=2026-08-10T03:04&maxDate=2026-08-10T03:04";
    const { html, text } = await visit([`${groupPage}?${query}`]);
    // The minute that was named as the end belongs to the period as a whole: it happened in its 53rd second.
    equal(sentences(html).length, 1);
    match(text, /invited … to the project · created the project · From \(UTC\): 2026-08-10 03:04/);
    match(html, /name="minDate"[^>]*value="2026-08-10T03:04"/);
    await visit(
      [`${groupPage}?eventType=TEAM_CREATED`, /No events match\./],
      [`${groupPage}?minDate=2026-08-10T03:05`, /No events match\./],
    );
    const day = await visit([`${groupPage}?maxDate=2026-08-10`]);
    equal(sentences(day.html).length, 1);
  });

  await t.test("the link of an activity feed shows what it was asked for", async () => {
    await invite(stage, "guest@example.com");
    const query =
      "eventType=INVITED_TO_GROUP&minDate=2026-08-10T12:04:53%2B09:00&maxDate=2026-08-10T03:04:53Z&pretty=true";
    const { link } = await get("getGroupActivityFeed", { as: "groupReader", query });
    const { html } = await visit([link.slice(stage.url.length)]);
    equal(sentences(html).length, 1);
    match(html, /name="minDate"[^>]*value="2026-08-10T03:04"/);
  });

  await t.test(
    "a link that names clusters shows no events, and says that the page cannot filter by them",
    async () => {
      await invite(stage, "guest@example.com");
      await visit([
        `${groupPage}?clusterNames=Cluster0`,
        /This page cannot filter by cluster \(Cluster0\)\./,
        /No events match\./,
      ]);
    },
  );

  await t.test("400 for dates that are none, with the form to mend them", async () => {
    for (const query of ["minDate=yesterday", "maxDate=2026-13-40", "eventType=no+type"]) {
      await visit([
        `${orgPage}?${query}`,
        400,
        /^Activity .*(These filters are not valid\.|“is:” takes).* Show everything/,
      ]);
    }
  });

  await t.test("pages lead on and back, and keep the filters", async () => {
    for (let sent = 0; sent < 51; sent++) await invite(stage, `guest${sent}@example.com`);
    const first = await visit([`${groupPage}?eventType=INVITED_TO_GROUP`]);
    equal(sentences(first.html).length, 50);
    match(first.text, /Page 1 of 2 Next/);
    ok(first.html.length < 130_000, String(first.html.length));
    const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    equal(next, `${groupPage}?eventType=INVITED_TO_GROUP&pageNum=2`);
    const second = await visit([next]);
    equal(sentences(second.html).length, 1);
    match(second.text, /Previous Page 2 of 2/);
  });

  await t.test("somebody who has no role in the project is shown nothing of it", async () => {
    const { html } = await visit("member@example.com", [groupPage, 401]);
    deepEqual(sentences(html), []);
  });
});

test("words of events", async (t) => {
  const facts: EventFacts = {
    doer: { kind: "person", name: "ada@example.com" },
    user: "bob@example.com",
    key: "abcdefgh",
    account: "mdb_sa_id_0123456789abcdef01234567",
    entry: "192.0.2.1",
    team: "core",
    group: "payments",
    isAlone: false,
    name: { before: "", after: "" },
    roles: { before: [], after: [] },
  };

  for (const [language, { activity }] of Object.entries(wordsOf)) {
    await t.test(`every type is a label and a sentence of its own: ${language}`, () => {
      equal(new Set(eventTypes().map(activity.label)).size, eventTypes().length);
      const all = eventTypes().map((type) => activity.sentence(type, facts));
      equal(new Set(all).size, eventTypes().length);
      for (const sentence of all) match(sentence, /^ada@example\.com .+\.$/);
    });

    await t.test(`a label leaves out whom and what: ${language}`, () => {
      const said = { en: "removed … from the project", ko: "… 님을 프로젝트에서 제거했습니다" }[language];
      equal(activity.label("REMOVED_FROM_GROUP"), said);
    });

    await t.test(`a type nobody knows is shown by its name: ${language}`, () => {
      equal(activity.label("CPS_SNAPSHOT_STARTED"), describeType("CPS_SNAPSHOT_STARTED"));
      match(activity.sentence("toString", facts), /^Tostring\. /);
    });
  }

  await t.test("who comes or goes alone does so, and is not added or removed", () => {
    const { sentence } = wordsOf.en.activity;
    const alone = { ...facts, isAlone: true };
    equal(sentence("JOINED_GROUP", alone), "bob@example.com joined the project.");
    equal(sentence("REMOVED_FROM_ORG", alone), "bob@example.com left the organization.");
    equal(
      sentence("REMOVED_FROM_ORG", facts),
      "ada@example.com removed bob@example.com from the organization.",
    );
    equal(sentence("GROUP_CREATED", { ...facts, doer: undefined }), "Anteroom created the project payments.");
  });
});
