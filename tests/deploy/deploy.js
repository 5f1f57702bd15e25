// Runs the workflow's step that publishes, as shell and as it stands there, against a stand-in for Netlify on this machine,
// for a push and for a pull request: whether the tool takes what it is given, and what it announces and uploads.
// Usage: node deploy.js FOLDER
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');
const built = path.resolve(process.argv[2] ?? path.join(root, 'output'));
const sha1 = (bytes) => createHash('sha1').update(bytes).digest('hex');
const faults = [];

// The command and the two places, out of the workflow.
const workflow = fs.readFileSync(path.join(root, '.github/workflows/site.yml'), 'utf8');
const command = /^ +run: (npx .*netlify-cli@.*)$/m.exec(workflow)?.[1];
const places = /^ +PLACE: \$\{\{ github\.event_name == 'push' && '([^']+)' \|\| format\('([^']+)', github\.event\.number\) \}\}$/m.exec(workflow);
if (!command || !places) {
  console.error('the workflow has no step that publishes as this script knows it');
  process.exit(1);
}

await publish('a push', places[1]);
await publish('a pull request', places[2].replace('{0}', '7'));
for (const fault of faults.slice(0, 40))
  console.error(fault);
if (faults.length > 40)
  console.error(`and ${faults.length - 40} faults more`);
process.exit(faults.length === 0 ? 0 : 1);

async function publish(event, place) {
  const netlify = standIn();
  await new Promise((done) => netlify.server.listen(0, '127.0.0.1', done));

  // In a folder of its own: the tool leaves files where it runs.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'explainer-deploy-'));
  fs.copyFileSync(path.join(root, 'netlify.toml'), path.join(folder, 'netlify.toml'));
  fs.cpSync(built, path.join(folder, 'output'), { recursive: true });
  const env = {
    ...process.env,
    CI: 'true',
    NETLIFY_API_URL: `http://127.0.0.1:${netlify.server.address().port}/api/v1`,
    NETLIFY_AUTH_TOKEN: 'no-token',
    NETLIFY_SITE_ID: netlify.site.id,
    NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'no-extensions.js'))}`,
    PLACE: place,
  };
  // As a runner calls it.
  const shell = spawn('bash', ['-e', '-c', command], { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((done) => shell.on('close', done));
  netlify.server.close();
  netlify.server.closeAllConnections();
  fs.rmSync(folder, { recursive: true });
  if (code !== 0)
    faults.push(`${event}: the step ended with ${code}`);
  check(event, place, netlify);
}

function check(event, place, netlify) {
  const { announced, uploaded, asked, strangers } = netlify;
  const fault = (words) => faults.push(`${event}: ${words}`);
  strangers.forEach((request) => fault(`the stand-in does not know ${request}`));
  const branch = /^--alias=(.*)$/.exec(place)?.[1];
  if (asked.draft || asked.branch !== branch)
    fault(`asked for ${JSON.stringify(asked)}`);

  // Netlify takes headers and redirects as rules; a name with a dot before it is the generator's own.
  const files = fs.readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && !f.name.startsWith('.'))
    .map((f) => path.relative(built, path.join(f.parentPath ?? f.path, f.name)).replaceAll(path.sep, '/'))
    .filter((f) => f !== '_headers' && f !== '_redirects');
  for (const file of files) {
    const hash = sha1(fs.readFileSync(path.join(built, file)));
    if (announced[file] !== hash)
      fault(`${file} was announced as ${announced[file]} and is ${hash}`);
    if (!uploaded.has(file))
      fault(`${file} was not uploaded`);
    else if (sha1(uploaded.get(file)) !== hash)
      fault(`${file} was uploaded with other bytes`);
  }
  Object.keys(announced).filter((f) => f !== 'netlify.toml' && !files.includes(f)).forEach((f) => fault(`${f} was announced and not built`));

  const rules = uploaded.get('netlify.toml')?.toString() ?? '';
  const headers = headersOf(fs.readFileSync(path.join(built, '_headers'), 'utf8'));
  const redirects = fs.existsSync(path.join(built, '_redirects')) ? fs.readFileSync(path.join(built, '_redirects'), 'utf8').trim().split('\n') : [];
  for (const rule of headers) {
    const at = rules.split('[[headers]]').filter((part) => part.includes(`for = ${JSON.stringify(rule.path)}`));
    for (const [name, value] of rule.values.filter(([, value]) => !at.some((part) => part.includes(JSON.stringify(value).slice(1, -1)))))
      fault(`${rule.path} lost its header ${name}: ${value}`);
  }
  for (const [from, to] of redirects.map((line) => line.split(' '))) {
    if (!rules.split('[[redirects]]').some((part) => (part.includes(`path = "${from}"`) || part.includes(`from = "${from}"`)) && part.includes(`to = "${to}"`)))
      fault(`the redirect from ${from} was lost`);
  }
  for (const [, pattern] of fs.readFileSync(path.join(root, 'netlify.toml'), 'utf8').matchAll(/^ *for = (".*")$/gm)) {
    if (!rules.includes(`for = ${pattern}`))
      fault(`netlify.toml's headers for ${pattern} were lost`);
  }
  console.log(`${event} (${place}): ${Object.keys(announced).length} files announced, ${uploaded.size} uploaded, ${headers.length} rules of headers and ${redirects.length} redirects beside those of netlify.toml`);
}

function headersOf(text) {
  const rules = [];
  for (const line of text.split('\n').filter((l) => l.trim().length > 0)) {
    if (line.startsWith(' '))
      rules.at(-1).values.push(line.trim().split(/: (.*)/s).slice(0, 2));
    else
      rules.push({ path: line, values: [] });
  }
  return rules;
}

// As much of Netlify's API as an upload asks for. It asks for every file, and is never ready at once.
function standIn() {
  const site = { id: '00000000-0000-0000-0000-000000000007', name: 'explainer', account_id: 'account', account_slug: 'account', url: 'https://explainer.example', ssl_url: 'https://explainer.example', admin_url: 'https://netlify.example/explainer', build_settings: {}, published_deploy: null, plan: 'free', capabilities: {}, feature_flags: {} };
  const account = { id: 'account', slug: 'account', name: 'Account', capabilities: {} };
  const known = { site, announced: {}, uploaded: new Map(), asked: {}, strangers: [] };
  const deploy = { id: 'deploy', site_id: site.id, name: site.name, state: 'new', required: [], required_functions: [], ssl_url: site.ssl_url, deploy_ssl_url: 'https://deploy--explainer.example', admin_url: site.admin_url };
  let waits = 0;
  known.server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request)
      chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const address = new URL(request.url, 'http://netlify.example');
    const at = `${request.method} ${address.pathname.replace('/api/v1', '')}`;
    const file = /^PUT \/deploys\/deploy\/files\/(.*)$/.exec(at)?.[1];
    if (file !== undefined) {
      known.uploaded.set(decodeURIComponent(file), body);
      return answer({ id: file, path: `/${file}` });
    }
    switch (at) {
      case 'GET /user': return answer({ id: 'user', email: 'desk@explainer.example' });
      case 'GET /accounts': return answer([account]);
      case 'GET /accounts/account/env': return answer([]);
      case `GET /sites/${site.id}`: return answer(site);
      case `POST /sites/${site.id}/deploys`:
        known.asked = JSON.parse(body);
        return answer(deploy);
      case `PUT /sites/${site.id}/deploys/deploy`:
        known.announced = JSON.parse(body).files;
        deploy.required = [...new Set(Object.values(known.announced))];
        deploy.state = 'preparing';
        return answer(deploy);
      case `GET /sites/${site.id}/deploys/deploy`:
        deploy.state = known.uploaded.size > 0 ? 'ready' : waits++ > 0 ? 'prepared' : 'preparing';
        return answer(deploy);
      default:
        known.strangers.push(at);
        response.writeHead(404);
        return response.end();
    }

    function answer(value) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    }
  });
  return known;
}
