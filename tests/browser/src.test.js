// A dataset from elsewhere: good, bad, late, large, forbidden.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { BROKEN, broken, dataset, edited, facts } from "./harness/data.js";
import { assertFacts, clickCountry, look, lookInto, shows } from "./harness/read.js";

const data = dataset();
const titled = (title) => edited((data) => Object.assign(data.title, { en: title, ko: `${title} 자료` }));
const withSrc = (src) => `<script src="/map.js" defer data-src="${src}"></script>`;
const setSrc = (reader, src) =>
  reader.run((src) => {
    const map = document.querySelector("rok-asean-map");
    if (src === null) map.removeAttribute("src");
    else map.setAttribute("src", src);
  }, src);

const titleIs = (reader, title) =>
  reader.until(
    (title) => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=title]")?.textContent === title,
    title,
  );

/** The embedded edition is on screen, and so is every issue, in the page's language. */
async function assertRefused(reader, lang, code) {
  await reader.heard("map-error");
  await reader.heard("map-ready");
  const [{ issues }] = await reader.details("map-error");
  const seen = await lookInto(reader);
  for (const { path, message } of issues) {
    assert.match(message, lang === "ko" ? /[가-힣]/ : /^[^가-힣]+$/);
    assert.ok(seen.notes.includes(message) && seen.notes.includes(path), `on screen: ${path} ${message}\n${seen.notes}`);
  }
  assert.equal(seen.title, data.title[lang]);
  assertFacts(seen, facts("ASEAN"), data, lang);
  if (code) assert.deepEqual(issues.map(({ code }) => code), [code]);
  return issues;
}

const good = { setUp: ({ server }) => server.json("/other.json", titled("Another edition")), body: withSrc("/other.json") };

onPage("a good src is shown in place of the embedded edition", good, async ({ reader }) => {
  await titleIs(reader, "Another edition");
  assert.deepEqual((await reader.events()).map(({ type }) => type), ["map-ready"]);
  await clickCountry(reader, "SG");
  await shows(reader, "SG");
  await setSrc(reader, null);
  await titleIs(reader, data.title.en);
  assert.equal((await look(reader)).card.code, "SG", "the open country stays open");
});

onPage("src is live, and ready is new with it", { ...good, body: undefined }, async ({ reader }) => {
  const [renewed, title] = await reader.run(async () => {
    const map = document.querySelector("rok-asean-map");
    const { ready } = map;
    map.setAttribute("src", "other.json");
    const renewed = map.ready !== ready;
    await map.ready;
    return [renewed, map.shadowRoot.querySelector("[part~=title]").textContent];
  });
  assert.deepEqual([renewed, title], [true, "Another edition"]);
});

for (const lang of ["en", "ko"]) {
  onPage(`a missing src says so (${lang})`, { body: withSrc("/gone.json"), lang, expected: [/404/] }, async ({ reader }) => {
    const [{ message }] = await assertRefused(reader, lang, "http-status");
    assert.match(message, /404/);
  });

  const text = { lang, body: withSrc("/text.json"), setUp: ({ server }) => server.json("/text.json", `{"schema": 1,\n "id" "x"}`) };
  onPage(`a src that is not JSON says where (${lang})`, text, async ({ reader }) => {
    const [{ message, path }] = await assertRefused(reader, lang, "syntax");
    assert.equal(path, "$");
    assert.match(message, /2/, "the line");
  });

  const rules = { lang, body: withSrc("/rules.json"), setUp: ({ server }) => server.json("/rules.json", broken()) };
  onPage(`a src that breaks rules has every one listed (${lang})`, rules, async ({ reader }) => {
    const issues = await assertRefused(reader, lang);
    assert.deepEqual(issues.map(({ path }) => path).sort(), BROKEN);
  });
}

const page = { body: withSrc("/page.json"), setUp: ({ server }) => server.text("/page.json", "<!doctype html><title>Login</title>") };
onPage("a page in place of the dataset is refused", page, ({ reader }) => assertRefused(reader, "en", "syntax"));

const latin = { body: withSrc("/latin.json"), setUp: ({ server }) => server.json("/latin.json", Buffer.from('{"id":"\xe9"}', "latin1")) };
onPage("a src that is not UTF-8 is refused", latin, ({ reader }) => assertRefused(reader, "en"));

const mark = { ready: 0, body: withSrc("/mark.json"), setUp: ({ server }) => server.json("/mark.json", `\uFEFF${JSON.stringify(titled("With a mark"))}`) };
onPage("a byte order mark before the dataset does no harm", mark, ({ reader }) => titleIs(reader, "With a mark"));

const MEGABYTE = 1 << 20;
let flood;

/** Fifty megabytes of spaces, as fast as the page takes them; `read` counts what reached it. */
const flooded = (headers) => async ({ server, page }) => {
  const client = await page.createCDPSession();
  await client.send("Network.enable");
  flood = { read: 0, whole: false };
  client.on("Network.dataReceived", ({ dataLength }) => (flood.read += dataLength));
  server.route("/flood.json", (_, response) => {
    flood.gone = new Promise((gone) => response.on("close", gone));
    response.writeHead(200, { "Content-Type": "application/json", ...headers });
    const chunk = Buffer.alloc(MEGABYTE / 4, " ");
    const more = (left) => {
      if (!left) return response.end(() => (flood.whole = true));
      if (!response.destroyed) response.write(chunk, () => more(left - 1));
    };
    more(200);
  });
};

// The map's own files count as well: less than a megabyte.
for (const [name, headers, most] of [["that says its size", { "Content-Length": 50 * MEGABYTE }, 4], ["of unknown size", {}, 24]]) {
  onPage(`50 MB ${name} are cut off early`, { body: withSrc("/flood.json"), setUp: flooded(headers) }, async ({ reader }) => {
    await assertRefused(reader, "en", "too-large");
    await flood.gone;
    assert.ok(!flood.whole && flood.read <= most * MEGABYTE, `${flood.read / MEGABYTE} MB were read`);
  });
}

const FORBIDDEN = { ready: 0, lang: "ko", violations: [/^connect-src/], expected: [/Content Security Policy|Refused to connect|violates/i] };

onPage("a host that the policy forbids is said to be out of reach", FORBIDDEN, async ({ reader, other }) => {
  other.json("/other.json", titled("Elsewhere"));
  await reader.heard("map-ready");
  await setSrc(reader, `${other.url}/other.json`);
  await assertRefused(reader, "ko", "unreachable");
  assert.equal(other.count("/other.json"), 0);
  assert.equal((await reader.seen("violations")).length, 1);
});

onPage("an address that is none is refused", {}, async ({ reader }) => {
  await setSrc(reader, "http://");
  await assertRefused(reader, "en");
});

onPage("nothing on screen is lost to a bad src", { expected: [/404/] }, async ({ reader, server }) => {
  server.json("/other.json", titled("Another edition"));
  await setSrc(reader, "/other.json");
  await titleIs(reader, "Another edition");
  await clickCountry(reader, "TH");
  await shows(reader, "TH");
  await setSrc(reader, "/gone.json");
  await reader.heard("map-error");
  const seen = await look(reader);
  assert.equal(seen.title, "Another edition");
  assert.equal(seen.card.code, "TH");
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  await setSrc(reader, "/other.json");
  const [{ issues }] = await reader.details("map-error");
  await reader.until(
    (words) => !document.querySelector("rok-asean-map").shadowRoot.textContent.includes(words),
    issues[0].message,
  );
});

onPage("of two sources the later one wins", {}, async ({ reader, server }) => {
  server.json("/first.json", titled("First"));
  server.json("/second.json", titled("Second"));
  const release = server.hold("/first.json");
  const asked = server.request("/first.json");
  await setSrc(reader, "/first.json");
  await asked;
  await setSrc(reader, "/second.json");
  await titleIs(reader, "Second");
  release();
  await reader.settled();
  await reader.until(() => fetch("/second.json").then(({ ok }) => ok));
  await reader.settled();
  assert.equal((await look(reader)).title, "Second");
  assert.deepEqual(await reader.events("map-error"), []);
});

let free;
const early = {
  ready: 0,
  body: withSrc("/first.json"),
  setUp({ server }) {
    server.json("/first.json", titled("First"));
    server.json("/second.json", titled("Second"));
    free = server.hold("/first.json");
  },
};
const asked = async (server) => server.count("/first.json") || (await server.request("/first.json"));

onPage("also while the first is still on its way at the start", early, async ({ reader, server }) => {
  await asked(server);
  await setSrc(reader, "/second.json");
  free();
  await titleIs(reader, "Second");
  await reader.settled();
  assert.equal((await look(reader)).title, "Second");
});

onPage("src taken away while it is on its way leaves the embedded edition", early, async ({ reader, server }) => {
  await asked(server);
  await setSrc(reader, null);
  free();
  await titleIs(reader, data.title.en);
  await reader.settled();
  assert.equal((await look(reader)).title, data.title.en);
});

onPage("a map removed while its src is on its way throws nothing", early, async ({ reader, server }) => {
  await asked(server);
  await reader.run(() => document.querySelector("rok-asean-map").remove());
  free();
  await reader.settled();
  assert.deepEqual(await reader.events(), []);
  await reader.run(() => {
    const map = document.createElement("rok-asean-map");
    map.setAttribute("src", "/second.json");
    document.body.append(map);
  });
  await titleIs(reader, "Second");
});

onPage("a map removed and put back while its src is on its way shows it", early, async ({ reader, server }) => {
  await asked(server);
  await reader.run(async () => {
    const map = document.querySelector("rok-asean-map");
    const place = map.parentNode;
    map.remove();
    await new Promise((next) => setTimeout(next));
    place.append(map);
  });
  free();
  await titleIs(reader, "First");
});
