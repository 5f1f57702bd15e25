// Lighthouse, mobile and with its own throttling, over the built pages, served as netlify.toml has them served: packed, and
// with its headers. Prints the four categories and the three times of each page; fails below 100, or at LCP of 900 ms or more.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 3;
const LCP_LIMIT = 900;
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".json": "application/json", ".xml": "application/xml", ".png": "image/png", ".woff2": "font/woff2",
};
const PACKED = new Set([".html", ".js", ".css", ".csv", ".json", ".svg", ".txt", ".xml"]);

// Packed once, as a host does: the time that it takes is no property of the page.
const packed = new Map();

const [folder, ...paths] = process.argv.slice(2);
if (!paths.length) {
  console.error("node measure.js FOLDER /PATH/ ...");
  process.exit(2);
}

const rules = headerRules(await readFile(new URL("../../netlify.toml", import.meta.url), "utf8"));
const server = createServer(answer).listen(0, "127.0.0.1");
await new Promise(done => server.once("listening", done));
const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
let failed = false;
console.log("page                             perf  a11y  best   seo   LCP ms  TBT ms  CLS");
for (const path of paths) {
  const results = [];
  for (let i = 0; i < RUNS; i++)
    results.push((await lighthouse(`http://127.0.0.1:${server.address().port}${path}`, { port: chrome.port, logLevel: "error", output: "json" })).lhr);

  // The median: another program that takes the processor for a moment is no property of the page.
  results.sort((a, b) => value(a, "largest-contentful-paint") - value(b, "largest-contentful-paint"));
  const result = results[RUNS >> 1];
  const scores = CATEGORIES.map(c => Math.round(result.categories[c].score * 100));
  const [lcp, tbt, cls] = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"].map(a => value(result, a));
  console.log(path.padEnd(31), ...scores.map(s => String(s).padStart(5)), String(Math.round(lcp)).padStart(8), String(Math.round(tbt)).padStart(7), cls.toFixed(3).padStart(6));
  for (const { id, title, score } of CATEGORIES.slice(1).flatMap(c => result.categories[c].auditRefs).filter(r => r.weight > 0).map(r => result.audits[r.id]))
    if (score !== null && score < 1) console.log(`  ${id}: ${title}`);
  failed ||= scores.some(s => s < 100) || lcp >= LCP_LIMIT || Math.round(tbt) > 0 || cls > 0;
}
chrome.kill();
server.close();
process.exitCode = failed ? 1 : 0;

function value(result, audit) {
  return result.audits[audit].numericValue;
}

// Blocks of [[headers]] with a "for" and a table of values: all that the file uses of its format.
function headerRules(toml) {
  return toml.split("[[headers]]").slice(1).map(block => {
    const pairs = [...block.matchAll(/^\s*"?([\w-]+)"? = "(.*)"$/gm)].map(m => [m[1], m[2]]);
    const [[, pattern], ...headers] = pairs;
    return { prefix: pattern.replace(/\*$/, ""), headers };
  });
}

async function answer(request, response) {
  const path = normalize(new URL(request.url, "http://site").pathname);
  const file = join(folder, path.endsWith("/") ? path + "index.html" : path);
  const type = extname(file);
  let body;
  try {
    body = await readFile(file);
  } catch {
    response.writeHead(404).end();
    return;
  }
  const headers = { "content-type": TYPES[type] ?? "application/octet-stream", "cache-control": "public,max-age=0,must-revalidate" };
  for (const rule of rules)
    if (path.startsWith(rule.prefix)) for (const [name, text] of rule.headers) headers[name.toLowerCase()] = text;
  const accepted = request.headers["accept-encoding"] ?? "";
  if (PACKED.has(type) && /\bbr\b/.test(accepted)) [body, headers["content-encoding"]] = [once(file + " br", () => brotliCompressSync(body)), "br"];
  else if (PACKED.has(type) && /\bgzip\b/.test(accepted)) [body, headers["content-encoding"]] = [once(file + " gzip", () => gzipSync(body)), "gzip"];
  response.writeHead(200, headers).end(body);
}

function once(key, pack) {
  if (!packed.has(key)) packed.set(key, pack());
  return packed.get(key);
}
