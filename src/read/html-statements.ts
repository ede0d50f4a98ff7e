import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from "parse5";
import type { MetaStatement } from "../document.ts";

type Field = MetaStatement["field"];

// `<meta name|property|itemprop>` by lower-cased name: what it states. Handles of the site (twitter:creator) state nothing.
const META: Readonly<Record<string, Field>> = {
  "og:title": "title",
  "twitter:title": "title",
  "dc.title": "title",
  "dcterms.title": "title",
  "parsely-title": "title",
  "sailthru.title": "title",
  title: "title",
  headline: "title",
  author: "author",
  authors: "author",
  byl: "author",
  byline: "author",
  "article:author": "author",
  "article:author_name": "author",
  "og:article:author": "author",
  "parsely-author": "author",
  "sailthru.author": "author",
  "dc.creator": "author",
  "dcterms.creator": "author",
  citation_author: "author",
  "og:site_name": "site",
  "application-name": "site",
  "apple-mobile-web-app-title": "site",
  "article:publisher": "site",
  "dc.publisher": "site",
  citation_journal_title: "site",
  "article:section": "section",
  "parsely-section": "section",
  section: "section",
  "og:locale": "language",
  "content-language": "language",
  "dc.language": "language",
  "og:url": "url",
  "article:published_time": "published",
  "article:published": "published",
  "og:published_time": "published",
  "og:article:published_time": "published",
  published_time: "published",
  publishdate: "published",
  "publish-date": "published",
  publish_date: "published",
  publication_date: "published",
  "publication-date": "published",
  "published-date": "published",
  datepublished: "published",
  "parsely-pub-date": "published",
  "sailthru.date": "published",
  "article.published": "published",
  "dc.date": "published",
  "dc.date.issued": "published",
  "dc.date.created": "published",
  "dcterms.date": "published",
  "dcterms.created": "published",
  "dcterms.issued": "published",
  datecreated: "published",
  citation_publication_date: "published",
  citation_date: "published",
  citation_online_date: "published",
  "cxenseparse:recs:publishtime": "published",
  pubdate: "published",
  date: "published",
  ptime: "published",
  pdate: "published",
  displaydate: "published",
  originalpublicationdate: "published",
  "article:modified_time": "modified",
  "og:updated_time": "modified",
  "article:modified": "modified",
  "last-modified": "modified",
  lastmod: "modified",
  datemodified: "modified",
  revised: "modified",
  "dcterms.modified": "modified",
  "dc.date.modified": "modified",
};

const ITEMPROP: Readonly<Record<string, Field>> = {
  headline: "title",
  author: "author",
  datepublished: "published",
  datecreated: "published",
  datemodified: "modified",
};

const OTHER_STORIES = new Set(
  "related sidebar recommended recommendations trending popular promo teaser card cards footer comments comment latest widget".split(
    " ",
  ),
);

/** What one element states about the page; `classes` are the class words of the elements around it. */
export function statementsOf(element: Tree.Element, classes: () => readonly string[]): MetaStatement[] {
  const attribute = (name: string) => element.attrs.find((a) => a.name === name)?.value ?? "";
  switch (element.tagName) {
    case "meta":
      if (attribute("name") === "twitter:data1") {
        return namesWriter(element) ? state("author", attribute("content"), "meta-twitter-data1") : [];
      }
      return metaStatement(attribute("property") || attribute("name") || attribute("itemprop"), attribute("content"));
    case "title":
      return isInHead(element) ? state("title", textOf(element), "title-element") : [];
    case "html":
      return state("language", attribute("lang"), "html-lang");
    case "link":
      return attribute("rel").toLowerCase() === "canonical" ? state("url", attribute("href"), "link-canonical") : [];
    case "time": {
      const field = /modif|updat/iu.test(`${attribute("itemprop")} ${attribute("class")}`) ? "modified" : "published";
      const origin = classes().some((word) => OTHER_STORIES.has(word)) ? "time-element-aside" : "time-element";
      return state(field, attribute("datetime") || textOf(element), origin);
    }
    default:
      return [
        ...microdata(element, attribute("itemprop"), attribute("content") || attribute("datetime")),
        ...(attribute("rel").toLowerCase().split(/\s/u).includes("author")
          ? state("author", textOf(element), "rel-author")
          : []),
      ];
  }
}

// "twitter:data1" is the author only where "twitter:label1" beside it says "Written by".
const namesWriter = (element: Tree.Element) =>
  (element.parentNode?.childNodes ?? []).some(
    (beside) =>
      defaultTreeAdapter.isElementNode(beside) &&
      beside.attrs.some(({ value }) => value === "twitter:label1") &&
      beside.attrs.some(({ name, value }) => name === "content" && /\b(?:by|author|written)\b/iu.test(value)),
  );

function metaStatement(name: string, content: string): MetaStatement[] {
  const key = name.trim().toLowerCase();
  const field = Object.hasOwn(META, key) ? META[key] : undefined;
  return field ? state(field, content, `meta-${key.replace(/[^a-z\d]+/gu, "-")}`) : [];
}

function microdata(element: Tree.Element, itemprop: string, content: string): MetaStatement[] {
  const key = itemprop.trim().toLowerCase();
  const field = Object.hasOwn(ITEMPROP, key) ? ITEMPROP[key] : undefined;
  return field ? state(field, content || textOf(element), `microdata-${field}`) : [];
}

const LONGEST_VALUE = 1000;

const state = (field: Field, value: string, origin: string): MetaStatement[] => {
  const text = value.replace(/\s+/gu, " ").trim();
  return text && text.length <= LONGEST_VALUE ? [{ field, value: text, origin }] : [];
};

const isInHead = (element: Tree.Element) =>
  !!element.parentNode && defaultTreeAdapter.isElementNode(element.parentNode) && element.parentNode.tagName === "head";

function textOf(element: Tree.Element): string {
  let text = "";
  const left: Tree.ChildNode[] = [...element.childNodes].reverse();
  while (left.length) {
    const node = left.pop()!;
    if (defaultTreeAdapter.isTextNode(node)) text += node.value;
    else if (defaultTreeAdapter.isElementNode(node)) {
      text += " ";
      for (let i = node.childNodes.length - 1; i >= 0; i--) left.push(node.childNodes[i]!);
    }
  }
  return text;
}
