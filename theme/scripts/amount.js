// A number as the page's language writes it.
export function amount(value, { decimal, digits, from, group, pattern }) {
  const power = 10 ** digits, rounded = Math.round(Math.abs(value) * power) / power;
  const [whole, part] = `${rounded}`.split(".");
  return pattern.replace("{0}", (value < 0 && rounded ? "\u2212" : "") + (whole.length < from ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group)) + (part ? decimal + part : ""));
}
