/** An HTML file without the contents of its scripts, styles, drawings and comments, which are most of its characters and none of its text. */
export interface Elided {
  readonly html: string;
  readonly jsonLd: readonly string[];
  /** Offset in the file of an offset in `html`. */
  readonly toFile: (offset: number) => number;
}

const OPENS = /<!--|<(script|style|svg)(?=[\s>/])[^>]{0,5000}>/giu;
const CLOSES = { "<!--": /-->/gu, script: /<\/script/giu, style: /<\/style/giu, svg: /<\/svg/giu };
const JSON_LD = /ld\+json/iu;

/** Takes out what the parser would only skip, keeping the way back to the file's offsets. */
export function elide(file: string): Elided {
  const kept: string[] = [];
  // Parallel: where a kept piece starts in the shortened text, and in the file.
  const short: number[] = [0];
  const long: number[] = [0];
  const jsonLd: string[] = [];
  let from = 0;
  let length = 0;
  OPENS.lastIndex = 0;
  for (let open = OPENS.exec(file); open; open = OPENS.exec(file)) {
    const contents = open.index + open[0].length;
    const closes = CLOSES[(open[1]?.toLowerCase() ?? "<!--") as keyof typeof CLOSES];
    closes.lastIndex = contents;
    const close = open[0].endsWith("/>") && open[1]?.toLowerCase() === "svg" ? contents : closes.exec(file)?.index;
    // Never closed: the parser decides what that means.
    if (close === undefined) break;
    if (open[1] && JSON_LD.test(open[0])) jsonLd.push(file.slice(contents, close));
    kept.push(file.slice(from, contents));
    length += contents - from;
    from = close;
    short.push(length);
    long.push(close);
    OPENS.lastIndex = close;
  }
  kept.push(file.slice(from));
  return { html: kept.join(""), jsonLd, toFile: (offset) => lookUp(short, long, offset) };
}

function lookUp(short: readonly number[], long: readonly number[], offset: number): number {
  let low = 0;
  let high = short.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (short[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return long[low]! + offset - short[low]!;
}
