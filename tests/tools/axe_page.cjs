// Opens pages in a headless Chromium, wide and narrow, light and dark, and tells what axe-core
// finds, what the console said, what was requested, and whether anything runs off the side.
//
//   NODE_PATH=… CHROMIUM=/usr/bin/chromium node axe_page.cjs PAGE.html...
//
// Needs the packages playwright-core and axe-core; nothing of the program needs them.
const path = require("path");
const { chromium } = require("playwright-core");

async function look(browser, file, width, colorScheme) {
  const context = await browser.newContext({
    viewport: { width, height: 700 },
    colorScheme,
    bypassCSP: true, // the page's own policy would keep axe-core out
  });
  const page = await context.newPage();
  const said = [];
  const requests = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`file://${path.resolve(file)}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
  const found = (await page.evaluate(() => axe.run())).violations;
  const told = found.map((one) => `${one.id} (${one.impact}, ${one.nodes.length})`);
  console.log(
    `${path.basename(file)} ${width} ${colorScheme}: ${told.length} findings ${told.join(", ")}; ` +
      `${requests.length - 1} requests; console: ${said.join(" | ") || "nothing"}; ` +
      `${Math.max(0, over)} pixels too wide`,
  );
  await context.close();
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  for (const file of process.argv.slice(2)) {
    for (const width of [1366, 360]) {
      for (const scheme of ["light", "dark"]) await look(browser, file, width, scheme);
    }
  }
  await browser.close();
})();
