// Play a lesson's page as a pupil would, in headless Chromium, and tell what happened as JSON.
//
//   node play_lesson.mjs PAGE.html WIDTH FOLDER [light|dark]
//
// Everything is done with keys, mouse and touch. In FOLDER lies the answer file afterwards, and with
// a fourth word a picture of each step, each looked at by axe-core (else some of them). Told are: requests, messages of the console, and what axe-core found.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [page_, width, folder, colours] = process.argv.slice(2);
const address = pathToFileURL(page_).href;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const context = await browser.newContext({
  viewport: { width: Number(width), height: 768 },
  hasTouch: Number(width) < 700,
  acceptDownloads: true,
  reducedMotion: "reduce",
  colorScheme: colours === "dark" ? "dark" : "light",
});
const page = await context.newPage();
const told = { requests: [], console: [], axe: [], steps: [], overflow: [] };
page.on("request", (one) => { if (one.url() !== address && !one.url().startsWith("blob:")) told.requests.push(one.url()); });
page.on("console", (one) => told.console.push(one.text()));
page.on("pageerror", (error) => told.console.push(String(error)));

async function look(name) {
  if (!colours && !["2-mark", "4-program", "5-sources"].includes(name)) return;
  // axe runs in the page's own world, so that the page's policy does not stop it.
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  await session.send("Runtime.evaluate", { contextId: executionContextId, expression: axe });
  const { result } = await session.send("Runtime.evaluate", {
    contextId: executionContextId, awaitPromise: true, returnByValue: true,
    expression: "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 160)))",
  });
  for (const found of result.value || ["axe did not run"]) told.axe.push(`${name}: ${found}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) told.overflow.push(`${name}: ${wide} px too wide`);
  if (colours) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function titleIs(part) {
  const title = await page.textContent("#task-title");
  told.steps.push(title);
  if (!title.includes(part)) throw new Error(`expected step ${part}, saw ${title}`);
}

const word = (text) => page.locator("#article span.w", { hasText: new RegExp(`^${text}$`) }).first();

await page.goto(address);
await titleIs("Read");
const where = await page.textContent("#where");
if (!where.includes("outlet hidden")) throw new Error("the outlet is shown too early");
if (await page.locator("mark.program").count()) throw new Error("the program's marks are not locked");
await look("1-read");
await page.locator("#steps button").nth(3).click({ force: true }); // locked: stays here
await titleIs("Read");
await page.fill("#step-form textarea", "A council cut a market.");
await page.click("#step-done");

await titleIs("Mark");
// By keys: walk to the third word, mark it, say why.
await page.focus("#article");
for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowRight");
await page.keyboard.press("Shift+ArrowRight");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("l");
await page.keyboard.press("Enter");
await page.keyboard.type("I had no facts <b>yet</b>.");
// By finger, or by mouse with Shift: two words, and the pen.
const [first, second] = [word("rammed"), word("through")];
if (Number(width) < 700) { await first.tap(); await second.tap(); } else { await first.click(); await second.click({ modifiers: ["Shift"] }); }
await page.locator("#pens button", { hasText: "Loaded" }).click();
await page.fill("#mark-form textarea", "It was voted through.");
await page.fill("#mark-form input >> nth=0", "passed");
// By drawing over the text with the mouse.
await word("critics").scrollIntoViewIfNeeded();
const at = await word("critics").boundingBox();
await page.mouse.move(at.x + 1, at.y + at.height / 2);
await page.mouse.down();
await page.mouse.move(at.x + at.width - 1, at.y + at.height / 2, { steps: 5 });
await page.mouse.up();
await page.focus("#article");
await page.keyboard.press("s");
// One mark too many, taken away and brought back and taken away.
await word("could").click();
await page.focus("#article");
await page.keyboard.press("h");
await page.keyboard.press("Delete");
await page.keyboard.press("Control+z");
await look("2-mark");
const marked = await page.locator("#marks .words").allTextContents();
if (!marked.includes("rammed through") || !marked.includes("critics")) throw new Error(`marked: ${marked}`);
await page.click("#step-done");

await titleIs("Compare notes");
await page.locator("#marks button", { hasText: "critics" }).click();
await page.fill("#mark-form >> text=If you take it back >> xpath=following-sibling::input", "My neighbour was right.");
await page.click("text=Take this mark away");
await page.fill("#step-form textarea", "We agree on two.");
await look("3-notes");
await page.click("#step-done");

await titleIs("See the program");
if (!(await page.locator("mark.program").count())) throw new Error("the program's marks do not show");
await word("brutally").click();
if (!(await page.textContent("#program")).includes("brutally")) throw new Error("no word on why it is marked");
if (await page.locator("#pens button").count()) throw new Error("marks can be copied from the program");
await page.fill("#step-form textarea >> nth=0", "“claimed”: he did claim it.");
await page.fill("#step-form textarea >> nth=1", "“of course”");
await look("4-program");
await page.click("#step-done");

await titleIs("Ask the sources");
await page.click("#found-sources summary");
await page.locator("#found-sources", { hasText: "yourself first" }).waitFor();
await page.click("#found-sources summary");
for (const [number, words] of ["Ada Renfrew", "stallholder", "she was there", "her stall", "named"].entries()) {
  await page.fill(`#step-form input >> nth=${number}`, words);
}
await page.click("#found-sources summary");
await page.locator("#found-sources", { hasText: "words" }).waitFor();
await look("5-sources");
await page.click("#step-done");

await titleIs("Compare");
await page.locator("#article-tabs button").nth(1).click();
await word("council").click();
await page.focus("#article");
await page.keyboard.press("s");
await page.click("#found-table summary");
await page.locator("#found-table", { hasText: "yourself first" }).waitFor();
await page.click("#found-table summary");
await page.fill("#step-form textarea >> nth=1", "the market, a <b>dying</b> one");
await page.click("#found-table summary");
await page.locator("#found-table", { hasText: "Ada Renfrew" }).waitFor();
await page.fill("#step-form > div:last-child textarea", "B names the critics.");
await look("6-compare");
await page.click("#step-done");

await titleIs("Leave the page");
for (const [number, words] of ["the vote", "the minutes", "seven to six"].entries()) await page.fill(`#step-form input >> nth=${number}`, words);
await look("7-leave");
await page.click("#step-done");

await titleIs("Judge last");
if ((await page.textContent("#where")).includes("outlet hidden")) throw new Error("the outlet stays hidden");
await page.fill("#step-form textarea", "Done well: it says who paid.");
await page.fill("#code", "../evil");
await page.click("#save");
if (!(await page.textContent("#saved")).includes("Type your code")) throw new Error("a code that is none was taken");
await page.fill("#code", "heron-14");
await page.waitForFunction(() => document.getElementById("draft").textContent.includes("draft"));
const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
await download.saveAs(join(folder, download.suggestedFilename()));
await look("8-judge");
// The draft comes back, and goes when somebody begins anew.
await page.waitForFunction(() => (Object.values(localStorage)[0] || "").includes("who paid"));
await page.reload();
await titleIs("Judge last");
if ((await page.inputValue("#code")) !== "heron-14") throw new Error("the draft is lost");
await page.click("#forget");
await titleIs("Read");
if (await page.evaluate(() => localStorage.length)) throw new Error("something is left on the device");
await browser.close();
console.log(JSON.stringify(told, null, 1));
