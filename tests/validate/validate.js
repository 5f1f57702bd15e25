// The Nu HTML Checker over all pages and drawings of a built site, and html-validate over all pages. Prints how often each
// message stands, and fails at any error. Java has to be there for the first of them.
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { HtmlValidate } from "html-validate";
import vnu from "vnu-jar";

const MOST_OUTPUT = 1 << 28;

// What is right and the checker's CSS parser does not know yet.
const YOUNGER = [/^CSS: Unrecognized at-rule “@container”/, /^CSS: “(container-type|paint-order|animation-timeline)”: Property .* doesn't exist/];

// The recommended rules without those of mere style. Dots in ids are told apart from those that authors may choose; <br /> is
// how Markdown's library writes it; a headline may be as long as it needs to be; a list may have a name.
const RULES = {
  "valid-id": ["error", { relaxed: true }],
  "doctype-style": "off",
  "void-style": "off",
  "long-title": "off",
  "aria-label-misuse": ["error", { allowAnyNamable: true }],
};

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("node validate.js FOLDER");
  process.exit(2);
}

const files = (await readdir(folder, { recursive: true })).map(name => join(folder, name));
const pages = files.filter(name => name.endsWith(".html"));
const drawings = files.filter(name => name.endsWith(".svg"));
console.log(`${pages.length} pages, ${drawings.length} drawings`);
if (!pages.length) process.exit(2);

const found = [await nu([...pages, ...drawings]), await htmlValidate(pages)];
process.exitCode = found.some(errors => errors > 0) ? 1 : 0;

async function nu(names) {
  const run = promisify(execFile)("java", ["-Xss1024k", "-jar", vnu, "--exit-zero-always", "--format", "json", "--also-check-svg", ...names], { maxBuffer: MOST_OUTPUT });
  const messages = JSON.parse((await run).stderr).messages;
  const known = messages.filter(m => YOUNGER.some(pattern => pattern.test(m.message)));
  const errors = messages.filter(m => m.type !== "info" && !known.includes(m));
  report("Nu HTML Checker", errors.map(m => ({ text: m.message, place: `${m.url.replace(/^file:/, "")}:${m.lastLine ?? 0}` })));
  const notes = messages.filter(m => m.type === "info");
  console.log(`  not counted: ${known.length} of CSS that it does not know, ${notes.length} pieces of advice`);
  tally(notes.map(m => ({ text: m.message })));
  return errors.length;
}

async function htmlValidate(names) {
  const checker = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules: RULES });
  const results = (await checker.validateMultipleFiles(names)).results;
  const messages = results.flatMap(r => r.messages.map(m => ({ text: `${m.ruleId}: ${m.message}`, place: `${r.filePath}:${m.line}` })));
  report("html-validate", messages);
  return messages.length;
}

function report(checker, errors) {
  console.log(`${checker}: ${errors.length} errors`);
  tally(errors);
}

// One line for each message, whatever it quotes, with the first place.
function tally(messages) {
  const kinds = new Map();
  for (const { text, place } of messages) {
    const kind = text.replace(/“[^”]*”|"[^"]*"/g, "…");
    const told = kinds.get(kind) ?? { count: 0, place };
    told.count++;
    kinds.set(kind, told);
  }
  for (const [kind, { count, place }] of [...kinds].sort((a, b) => b[1].count - a[1].count))
    console.log(`  ${String(count).padStart(5)} ${kind}${place ? `, first at ${place}` : ""}`);
}
