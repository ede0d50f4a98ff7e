import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";

/** A node that is to be placed: a disk with a label below it. */
export interface Node {
  readonly id: string;
  readonly radius: number;
  /** Width of disk and label together. */
  readonly width: number;
  readonly height: number;
}

export interface Edge {
  readonly a: string;
  readonly b: string;
  /** 0 to 1. */
  readonly strength: number;
}

export interface Layout {
  /** The middle of each node's box. */
  readonly at: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly height: number;
}

interface Body extends SimulationNodeDatum, Node {
  x: number;
  y: number;
}

const TICKS = 260;
const GAP = 6;

/** Places nodes in a column of this width so that no two boxes overlap; the same nodes always at the same places. */
export function layOut(nodes: readonly Node[], edges: readonly Edge[], width: number): Layout {
  // A golden-angle spiral to begin with: no chance is involved.
  const bodies = nodes.map((node, i): Body => {
    const [distance, angle] = [18 * Math.sqrt(i + 0.5), i * Math.PI * (3 - Math.sqrt(5))];
    return { ...node, x: width / 2 + distance * Math.cos(angle), y: distance * Math.sin(angle) };
  });
  const links = edges.map(({ a, b, strength }) => ({ source: a, target: b, strength }));
  const simulation = forceSimulation(bodies)
    .force(
      "link",
      forceLink<Body, SimulationLinkDatum<Body> & { strength: number }>(links)
        .id(({ id }) => id)
        .distance(width < 500 ? 60 : 105)
        .strength(({ strength }) => 0.08 + 0.4 * strength),
    )
    .force("apart", forceManyBody<Body>().strength(width < 500 ? -160 : -620))
    .force("x", forceX<Body>(width / 2).strength(width < 500 ? 0.03 : 0.022))
    .force("y", forceY<Body>(0).strength(width < 500 ? 0.05 : 0.1))
    .stop();
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    separate(bodies, width, 0.5);
  }
  for (let round = 0; round < 400 && separate(bodies, width, 1); round++);
  return framed(bodies);
}

/** Pushes overlapping boxes apart along the shorter way, within the column; tells whether any did overlap. */
function separate(bodies: readonly Body[], width: number, share: number): boolean {
  let any = false;
  for (const [i, a] of bodies.entries()) {
    for (const b of bodies.slice(i + 1)) {
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const overX = (a.width + b.width) / 2 + GAP - Math.abs(dx);
      const overY = (a.height + b.height) / 2 + GAP - Math.abs(dy);
      if (overX <= 0.01 || overY <= 0.01) continue;
      any = true;
      // A label is several times as wide as high: down is nearly always the shorter way.
      if (overX < overY && a.width + b.width + GAP < width) push(a, b, "x", (dx < 0 ? -overX : overX) * share);
      else push(a, b, "y", (dy < 0 ? -overY : overY) * share);
    }
  }
  for (const body of bodies) body.x = Math.max(body.width / 2, Math.min(width - body.width / 2, body.x));
  return any;
}

function push(a: Body, b: Body, axis: "x" | "y", by: number): void {
  a[axis] -= by / 2;
  b[axis] += by / 2;
}

function framed(bodies: readonly Body[]): Layout {
  const top = Math.min(...bodies.map(({ y, height }) => y - height / 2)) - 4;
  const bottom = Math.max(...bodies.map(({ y, height }) => y + height / 2)) + 4;
  const round = (n: number) => Math.round(n * 10) / 10;
  return {
    at: new Map(bodies.map(({ id, x, y }) => [id, { x: round(x), y: round(y - top) }])),
    height: Math.ceil(bottom - top),
  };
}
