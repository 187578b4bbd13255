// The pages of activity: events as sentences, filtered and paged without script.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import type { EventFacts } from "../../src/console/words/event-sentences.ts";
import { wordsOf } from "../../src/console/words/index.ts";
import { describeType, eventTypes } from "../../src/domain/event.ts";
import { browse } from "../support/console.ts";
import { type Stage, startStage } from "../support/stage.ts";
import { ids } from "../support/world.ts";

const orgPage = `/orgs/${ids.org}/activity`;
const groupPage = `/projects/${ids.group}/activity`;
const orgApi = `/api/atlas/v2/orgs/${ids.org}`;

const invite = (stage: Stage, username: string) =>
  stage.ask("groupOwner", {
    method: "POST",
    path: `/api/atlas/v2/groups/${ids.group}/invites`,
    body: { username, roles: ["GROUP_READ_ONLY"] },
  });

/** The sentences of a page, in its order. */
const sentences = (html: string) =>
  [...html.matchAll(/<span class="sentence">(.*?)<\/span>/g)].map(([, sentence = ""]) =>
    sentence.replace(/<[^>]*>/g, ""),
  );

test("pages of activity", async (t) => {
  const stage = await startStage(t);
  const owner = (language?: string) => browse(stage, "owner@example.com", language);

  await t.test("what happened in an organization, newest first, with names", async () => {
    const path = `${orgApi}/teams`;
    await stage.ask("owner", {
      method: "POST",
      path,
      body: { name: "night", usernames: ["member@example.com"] },
    });
    stage.execute("update events set remote_address = null where type = 'TEAM_CREATED'");
    match((await owner().open(orgPage)).text, /Unknown address/);
    stage.clock.set({ advance: "PT1M" });
    await owner().send(`/orgs/${ids.org}/keys`, "createKey", { desc: "x", keyRoles: "ORG_MEMBER" });
    stage.clock.set({ advance: "PT1M" });
    await stage.end(ids.orgInvite, "accept");
    const { html, text } = await owner().open(orgPage);
    const [joined, made = "", ...team] = sentences(html);
    equal(joined, "new@example.com joined the organization.");
    match(made, /^owner@example\.com created the API key x \([a-z]{8}\)\.$/);
    deepEqual(team.sort(), [
      "The API key seeded (orgowner) added member@example.com to a team.",
      "The API key seeded (orgowner) created the team night.",
    ]);
    match(text, /2026-08-10 03:04 UTC 127\.0\.0\.1/);
  });

  await t.test("in Korean as well", async () => {
    await invite(stage, "guest@example.com");
    deepEqual(sentences((await owner("ko").open(groupPage)).html), [
      "API 키(seeded · projownr)가 guest@example.com 님을 프로젝트(payments)에 초대했습니다.",
    ]);
  });

  await t.test(
    "a name leads to what somebody did, which other filters narrow, also in the chart",
    async () => {
      await invite(stage, "guest@example.com");
      await owner().send(`/orgs/${ids.org}/keys`, "createKey", { desc: "x", keyRoles: "ORG_MEMBER" });
      const { html } = await owner().open(`${orgPage}?eventType=API_KEY_CREATED`);
      ok(html.includes(`href="${orgPage}?eventType=API_KEY_CREATED&amp;who=owner%40example.com"`), html);
      const mine = await owner().open(`${orgPage}?who=owner%40example.com`);
      match(mine.text, /Only events by or about owner@example\.com\. Show everybody/);
      equal(sentences(mine.html).length, 1);
      match(mine.html, /name="who"[^>]*value="owner@example.com"/);
      match(mine.html, /who=owner%40example\.com&amp;minDate=/);
      equal(sentences((await owner().open(`${orgPage}?who=guest%40example.com`)).html).length, 1);
      match((await owner().open(`${orgPage}?who=projownr&eventType=TEAM_CREATED`)).text, /No events match/);
      match(
        (await owner("ko").open(`${groupPage}?who=guest@example.com`)).text,
        /대상이 된 이벤트만 표시합니다/,
      );
    },
  );

  await t.test("filters by types and dates, and fills the form with them", async () => {
    await invite(stage, "guest@example.com");
    const query =
      "eventType=INVITED_TO_GROUP&eventType=GROUP_CREATED&minDate=2026-08-10T03:04&maxDate=2026-08-10T03:04";
    const { html, text } = await owner().open(`${groupPage}?${query}`);
    // The minute that was named as the end belongs to the period as a whole: it happened in its 53rd second.
    equal(sentences(html).length, 1);
    match(text, /Event types: Invited to a project, Project created/);
    match(html, /value="INVITED_TO_GROUP" checked/);
    match(html, /name="minDate"[^>]*value="2026-08-10T03:04"/);
    const none = await owner().open(`${groupPage}?eventType=TEAM_CREATED`);
    match(none.text, /No events match\./);
    const later = await owner().open(`${groupPage}?minDate=2026-08-10T03:05`);
    match(later.text, /No events match\./);
    const day = await owner().open(`${groupPage}?maxDate=2026-08-10`);
    equal(sentences(day.html).length, 1);
  });

  await t.test("the link of an activity feed shows what it was asked for", async () => {
    await invite(stage, "guest@example.com");
    const filters =
      "eventType=INVITED_TO_GROUP&minDate=2026-08-10T12:04:53%2B09:00&maxDate=2026-08-10T03:04:53Z&pretty=true";
    const { json } = await stage.ask("groupReader", {
      path: `/api/atlas/v2/groups/${ids.group}/activityFeed?${filters}`,
      headers: { accept: "application/vnd.atlas.2025-03-12+json" },
    });
    const { html } = await owner().open(json.link.slice(stage.url.length));
    equal(sentences(html).length, 1);
    match(html, /name="minDate"[^>]*value="2026-08-10T03:04"/);
  });

  await t.test("clusters that a link names are shown, and have no events", async () => {
    await invite(stage, "guest@example.com");
    const { text } = await owner().open(`${groupPage}?clusterNames=Cluster0`);
    match(text, /Only events about these clusters: Cluster0\./);
    match(text, /No events match\./);
  });

  await t.test("400 for dates that are none, with the form to mend them", async () => {
    for (const query of ["minDate=yesterday", "maxDate=2026-13-40", "eventType=no+type"]) {
      const { status, text } = await owner().open(`${orgPage}?${query}`);
      equal(status, 400, query);
      match(text, /^Activity .* Apply .*These filters are not valid\. .*Show everything/);
    }
  });

  await t.test("pages lead on and back, and keep the filters", async () => {
    for (let sent = 0; sent < 51; sent++) await invite(stage, `guest${sent}@example.com`);
    const first = await owner().open(`${groupPage}?eventType=INVITED_TO_GROUP`);
    equal(sentences(first.html).length, 50);
    match(first.text, /Page 1 of 2 Next/);
    ok(first.html.length < 100_000);
    const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    equal(next, `${groupPage}?eventType=INVITED_TO_GROUP&pageNum=2`);
    const second = await owner().open(next);
    equal(sentences(second.html).length, 1);
    match(second.text, /Previous Page 2 of 2/);
  });

  await t.test("somebody who has no role in the project is shown nothing of it", async () => {
    const { status, html } = await browse(stage, "member@example.com").open(groupPage);
    equal(status, 401);
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
  };

  for (const [language, { activity }] of Object.entries(wordsOf)) {
    await t.test(`every type is a label and a sentence of its own: ${language}`, () => {
      equal(new Set(eventTypes.map(activity.label)).size, eventTypes.length);
      const all = eventTypes.map((type) => activity.sentence(type, facts));
      equal(new Set(all).size, eventTypes.length);
      for (const sentence of all) match(sentence, /^ada@example\.com .+\.$/);
    });

    await t.test(`a type nobody knows is shown by its name: ${language}`, () => {
      equal(activity.label("CLUSTER_CREATED"), describeType("CLUSTER_CREATED"));
      match(activity.sentence("toString", facts), /^Tostring\. /);
    });
  }

  await t.test("who comes or goes alone does so, and is not added or removed", () => {
    const { sentence } = wordsOf.en.activity;
    const alone = { ...facts, doer: { kind: "person", name: "BOB@example.com" } } as const;
    equal(sentence("JOINED_GROUP", alone), "bob@example.com joined the project.");
    equal(sentence("REMOVED_FROM_ORG", alone), "bob@example.com left the organization.");
    equal(
      sentence("REMOVED_FROM_ORG", facts),
      "ada@example.com removed bob@example.com from the organization.",
    );
    equal(sentence("GROUP_CREATED", { ...facts, doer: undefined }), "Anteroom created the project payments.");
  });
});
