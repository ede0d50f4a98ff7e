// What SARIF 2.1.0 (OASIS, sarif-schema-2.1.0.json) allows and demands of the objects that are written here, set down by hand, for
// no package of the registry has the file: properties, required ones, enumerations and bounds. The standard itself closes its objects.

const closed = (required: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});
const text = { type: "string" };
const index = { type: "integer", minimum: -1 };
const line = { type: "integer", minimum: 1 };

const message = {
  ...closed([], { text, markdown: text, id: text, arguments: { type: "array", items: text } }),
  minProperties: 1,
};
const multiformat = closed(["text"], { text, markdown: text });
const level = { enum: ["none", "note", "warning", "error"] };

const region = closed([], {
  startLine: line,
  startColumn: line,
  endLine: line,
  endColumn: line,
  charOffset: index,
  charLength: { type: "integer", minimum: 0 },
  snippet: closed([], { text, binary: text, rendered: multiformat }),
  message,
});

const artifactLocation = closed([], {
  uri: { type: "string", format: "uri-reference" },
  uriBaseId: text,
  index,
  description: message,
});

const location = closed([], {
  id: index,
  physicalLocation: closed([], { artifactLocation, region, contextRegion: region }),
  message,
});

const rule = closed(["id"], {
  id: text,
  name: text,
  shortDescription: multiformat,
  fullDescription: multiformat,
  help: multiformat,
  helpUri: { type: "string", format: "uri" },
  defaultConfiguration: closed([], {
    enabled: { type: "boolean" },
    level,
    rank: { type: "number", minimum: -1, maximum: 100 },
  }),
});

const driver = closed(["name"], {
  name: text,
  version: text,
  semanticVersion: text,
  informationUri: { type: "string", format: "uri" },
  rules: { type: "array", uniqueItems: true, items: rule },
});

const result = closed(["message"], {
  ruleId: text,
  ruleIndex: index,
  kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
  level,
  message,
  locations: { type: "array", items: location },
  fingerprints: { type: "object", additionalProperties: text },
  partialFingerprints: { type: "object", additionalProperties: text },
  baselineState: { enum: ["new", "unchanged", "updated", "absent"] },
});

const run = closed(["tool"], {
  tool: closed(["driver"], { driver }),
  invocations: {
    type: "array",
    items: closed(["executionSuccessful"], { executionSuccessful: { type: "boolean" }, exitCode: { type: "integer" } }),
  },
  columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
  results: { type: "array", items: result },
});

export const SARIF = closed(["version", "runs"], {
  $schema: { type: "string", format: "uri" },
  version: { const: "2.1.0" },
  runs: { type: "array", items: run },
});
