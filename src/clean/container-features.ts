import type { MarkupLine } from "../document.ts";
import type { Line } from "./lines.ts";

/** Names of the features that a line has by the elements around it. */
export const containerNames: readonly string[] =
  "boxGood boxLines boxLinks outerGood outerLines outerLinks thirdGood inMain toMain sectionGood topScore inTop fromTitle toTitle".split(
    " ",
  );

/** What stands in one element of the page. */
interface Container {
  good: number;
  chars: number;
  linked: number;
  lines: number;
  /** How much of an article it looks like, after the scoring of Readability (Arc90, 2009). */
  score: number;
  readonly depth: number;
}

const INLINE = new Set(
  "a span b i em strong u font small mark sup sub q cite abbr time label p li h1 h2 h3 h4 h5 h6 ul ol br".split(" "),
);
const SECTIONS = new Set("article main section aside".split(" "));

// The main container is the innermost that holds this share of the page's prose.
const MAIN = 0.6;
const FAR = 99;
const MOST_TITLES = 5;

/** A row of features by the elements around each line; null for a line without markup. */
export function containerFeatures(
  lines: readonly Line[],
  good: (i: number) => number,
  isTitle: (line: Line) => boolean,
): (number[] | null)[] {
  const containers = readContainers(lines, good);
  const total = Math.max(
    1,
    lines.reduce((sum, _, i) => sum + good(i), 0),
  );
  const main = innermost(containers, total);
  const top = best(containers);
  const titles = lines
    .flatMap((line) => (line.markup && isTitle(line) ? [line.markup.elements] : []))
    .slice(0, MOST_TITLES);
  let title = -FAR;
  return lines.map((line, i) => {
    const { markup } = line;
    if (!markup) return null;
    if (isTitle(line)) title = i;
    const around = boxes(markup).map((number) => containers.get(number)!);
    const share = (box: Container | undefined) => (box ? box.good / total : -1);
    const links = (box: Container | undefined) => (box ? box.linked / box.chars : -1);
    const section = markup.path.findLastIndex((name) => SECTIONS.has(name));
    const inMain = main === -1 ? -1 : markup.elements.indexOf(main);
    return [
      ...[share(around[0]), around[0]?.lines ?? -1, links(around[0])],
      ...[share(around[1]), around[1]?.lines ?? -1, links(around[1]), share(around[2])],
      ...[+(inMain >= 0), inMain >= 0 ? markup.elements.length - inMain : -1],
      ...[section < 0 ? -1 : share(containers.get(markup.elements[section]!))],
      ...[around[0] ? around[0].score / top.score : -1, +markup.elements.includes(top.number)],
      ...[Math.min(FAR, i - title), markup.elements.length - Math.max(-1, ...titles.map(common(markup.elements)))],
    ];
  });
}

/** How many elements a line has in common with another, from the outermost. */
const common = (own: readonly number[]) => (other: readonly number[]) => {
  let depth = 0;
  while (depth < own.length && own[depth] === other[depth]) depth++;
  return depth;
};

/** The containers of a line, innermost first, without paragraphs and what is inside them. */
function boxes({ path, elements }: MarkupLine): number[] {
  let end = path.length;
  while (end > 1 && INLINE.has(path[end - 1]!)) end--;
  return elements.slice(0, end).reverse();
}

function readContainers(lines: readonly Line[], good: (i: number) => number): Map<number, Container> {
  const containers = new Map<number, Container>();
  lines.forEach(({ markup, text }, i) => {
    if (!markup) return;
    const prose = good(i) ? 1 + count(text, ",") + Math.min(3, text.length / 100) : 0;
    boxes(markup).forEach((number, up) => {
      const box = containers.get(number) ?? {
        ...{ good: 0, chars: 0, linked: 0, lines: 0, score: 0 },
        depth: markup.elements.indexOf(number),
      };
      box.good += good(i);
      box.chars += text.length;
      box.linked += text.length * markup.linkDensity;
      box.lines++;
      // A paragraph counts for its container whole, for the one around it by half, then by thirds of what remains.
      if (up < 4) box.score += up === 0 ? prose : prose / (up === 1 ? 2 : up * 3);
      containers.set(number, box);
    });
  });
  return containers;
}

const count = (text: string, mark: string) => text.split(mark).length - 1;

function innermost(containers: ReadonlyMap<number, Container>, total: number): number {
  let [found, depth] = [-1, -1];
  for (const [number, box] of containers) {
    if (box.good >= MAIN * total && box.depth > depth) [found, depth] = [number, box.depth];
  }
  return found;
}

function best(containers: ReadonlyMap<number, Container>): { number: number; score: number } {
  let found = { number: -1, score: 1e-6 };
  for (const [number, box] of containers) {
    const score = box.score * (1 - box.linked / box.chars);
    if (score > found.score) found = { number, score };
  }
  return found;
}
