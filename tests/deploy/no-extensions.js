// The tool asks a host of its own, whatever NETLIFY_API_URL says, which extensions of Netlify's a site has: none.
const ask = globalThis.fetch;
globalThis.fetch = (address, ...rest) =>
  new URL(address.url ?? address).hostname === 'api.netlifysdk.com' ? Promise.resolve(Response.json([])) : ask(address, ...rest);
