import type { MetaStatement } from "../document.ts";

type Field = MetaStatement["field"];
type Node = Readonly<Record<string, unknown>>;

const ARTICLE = /Article|BlogPosting|Report|Posting|Review|Recipe|HowTo$/u;
const WEB_PAGE = /WebPage|ItemPage$/u;

// A page nests nodes a few deep; anything deeper or longer is not about the article.
const DEEPEST = 6;
const MOST_NODES = 500;

/** What a JSON-LD script states about the page; nothing where it is no JSON. */
export function readJsonLd(script: string): MetaStatement[] {
  const nodes = nodesOf(parseLoosely(script));
  const byId = new Map(
    nodes.flatMap((node) => (typeof node["@id"] === "string" ? [[node["@id"], node] as const] : [])),
  );
  return nodes.flatMap((node) => {
    const types = strings(node["@type"]);
    if (types.some((type) => ARTICLE.test(type))) return statementsOfNode(node, byId, "article");
    if (types.some((type) => WEB_PAGE.test(type))) return statementsOfNode(node, byId, "webpage");
    if (types.includes("Person")) return values("author", node.name, "json-ld-person");
    return [];
  });
}

function statementsOfNode(node: Node, byId: ReadonlyMap<string, Node>, kind: "article" | "webpage"): MetaStatement[] {
  const origin = `json-ld-${kind}`;
  const follow = (value: unknown): unknown => {
    const id = isNode(value) && value.name === undefined ? value["@id"] : undefined;
    return (typeof id === "string" && byId.get(id)) || value;
  };
  const agents = (value: unknown, name: Field, from: string) =>
    list(value)
      .map(follow)
      .flatMap((agent) => {
        if (!isNode(agent)) return values(name, agent, from);
        const isBody = strings(agent["@type"]).some((type) => /Organi[sz]ation/u.test(type));
        return values(name, agent.name, isBody && name === "author" ? "json-ld-organization" : from);
      });
  return [
    ...values("title", node.headline ?? node.name, origin),
    ...(typeof node.articleBody === "string" ? [{ field: "body" as const, value: node.articleBody, origin }] : []),
    ...values("published", node.datePublished ?? node.dateCreated, origin),
    ...values("modified", node.dateModified, origin),
    ...agents(node.author, "author", origin),
    ...agents(node.creator, "author", "json-ld-creator"),
    ...agents(node.publisher, "site", "json-ld-publisher"),
    ...values("section", node.articleSection, origin),
    ...values("language", node.inLanguage, origin),
  ];
}

const values = (field: Field, value: unknown, origin: string): MetaStatement[] =>
  list(value)
    .filter((each) => typeof each === "string")
    .map((each) => ({ field, value: each.replace(/\s+/gu, " ").trim(), origin }))
    .filter((statement) => statement.value && statement.value.length <= 1000);

// Pages wrap the script in CDATA or comments, and leave raw line breaks in strings.
function parseLoosely(script: string): unknown {
  const text = script.replace(/^\s*(?:<!\[CDATA\[|<!--|\/\*.{0,20}\*\/)/u, "").replace(/(?:\]\]>|-->)[\s;]*$/u, "");
  for (const attempt of [text, text.replace(/[\u0000-\u001f]/gu, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

function nodesOf(tree: unknown): Node[] {
  const found: Node[] = [];
  let level = list(tree);
  for (let depth = 0; depth < DEEPEST && level.length && found.length < MOST_NODES; depth++) {
    const nodes = level.filter(isNode);
    found.push(...nodes);
    level = nodes.flatMap((node) => ["@graph", "mainEntity", "mainEntityOfPage"].flatMap((key) => list(node[key])));
  }
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.flat(2) : value === undefined ? [] : [value]);
const strings = (value: unknown) => list(value).filter((each) => typeof each === "string");
