// Stands in for the JSON-schema validator that electron-store would load for its `schema` option, which Parley does not use:
// preferences are checked with valibot, part by part, when they are read.

export function Ajv2020(): never {
  throw new Error('Preferences have no JSON schema.');
}

export default { default: Ajv2020 };
