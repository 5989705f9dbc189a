import type { FenRange } from "./asked.js";

/** Amounts that stand in two tables: each arc is part of one amount of the left and one of the right. */
export interface Transportation {
  readonly left: readonly FenRange[];
  readonly right: readonly FenRange[];
  readonly arcs: readonly { readonly from: number; readonly to: number }[];
}

/** A network of edges in pairs, each behind the one that it takes back; all capacities are whole 分. */
interface Network {
  readonly nodes: number;
  readonly heads: number[];
  readonly capacities: number[];
  readonly leaving: number[][];
}

const UNBOUNDED = 2 ** 50;

/**
 * Between which amounts each of `wanted` can be, all else of both tables being as printed: from a feasible flow, as much
 * more and less as can go around through the residual network. Undefined where the two tables cannot both be true.
 */
export function rangesOf(
  { left, right, arcs }: Transportation,
  wanted: readonly number[],
): readonly FenRange[] | undefined {
  const network = networkOf(left.length + right.length + 4);
  const [source, sink, lacking, surplus] = [0, 1, 2, 3];
  const leftNode = (index: number): number => 4 + index;
  const rightNode = (index: number): number => 4 + left.length + index;
  const least = (some: readonly FenRange[]): number => some.reduce((all, { low }) => all + low, 0);
  for (const [index, { low, high }] of left.entries()) {
    addEdge(network, source, leftNode(index), high - low);
    addEdge(network, surplus, leftNode(index), low);
  }
  for (const [index, { low, high }] of right.entries()) {
    addEdge(network, rightNode(index), sink, high - low);
    addEdge(network, rightNode(index), lacking, low);
  }
  addEdge(network, source, lacking, least(left));
  addEdge(network, surplus, sink, least(right));
  addEdge(network, sink, source, UNBOUNDED);
  const edges = arcs.map(({ from, to }) => addEdge(network, leftNode(from), rightNode(to), UNBOUNDED));
  // a flow that meets all lower bounds fills what leads from the surplus to what is lacking
  if (send(network, surplus, lacking, UNBOUNDED) < least(left) + least(right)) return undefined;
  for (const each of [surplus, lacking]) for (const edge of network.leaving[each] ?? []) close(network, edge);
  return wanted.map((arc) => {
    const edge = edges[arc] ?? 0;
    const amount = network.capacities[edge + 1] ?? 0;
    const [from, to] = [network.heads[edge + 1] ?? 0, network.heads[edge] ?? 0];
    const around = (start: number, end: number, most: number): number => {
      const copy: Network = { ...network, capacities: [...network.capacities] };
      close(copy, edge);
      return send(copy, start, end, most);
    };
    return { low: amount - around(from, to, amount), high: amount + around(to, from, UNBOUNDED) };
  });
}

function networkOf(nodes: number): Network {
  return { nodes, heads: [], capacities: [], leaving: Array.from({ length: nodes }, () => []) };
}

function addEdge(
  { heads, capacities, leaving }: Network,
  from: number,
  to: number,
  capacity: number,
): number {
  const edge = heads.length;
  heads.push(to, from);
  capacities.push(capacity, 0);
  leaving[from]?.push(edge);
  leaving[to]?.push(edge + 1);
  return edge;
}

/** Nothing goes through an edge any more, in neither direction. */
function close({ capacities }: Network, edge: number): void {
  capacities[edge] = 0;
  capacities[edge ^ 1] = 0;
}

/** Sends as much as can go, `most` at most, always on a shortest way (Edmonds–Karp); how much it was. */
function send(network: Network, from: number, to: number, most: number): number {
  let sent = 0;
  while (sent < most) {
    const way = shortestWay(network, from, to);
    if (!way) break;
    const amount = way.reduce((all, edge) => Math.min(all, network.capacities[edge] ?? 0), most - sent);
    for (const edge of way) {
      network.capacities[edge] = (network.capacities[edge] ?? 0) - amount;
      network.capacities[edge ^ 1] = (network.capacities[edge ^ 1] ?? 0) + amount;
    }
    sent += amount;
  }
  return sent;
}

/** The edges of a way with the fewest of them, last first. */
function shortestWay(network: Network, from: number, to: number): readonly number[] | undefined {
  const { nodes, heads, capacities, leaving } = network;
  const through = new Array<number>(nodes).fill(-1);
  const queue = [from];
  for (let next = 0; next < queue.length && through[to] === -1; next++)
    for (const edge of leaving[queue[next] ?? 0] ?? []) {
      const head = heads[edge] ?? 0;
      if (head === from || through[head] !== -1 || (capacities[edge] ?? 0) <= 0) continue;
      through[head] = edge;
      queue.push(head);
    }
  const way: number[] = [];
  for (let node = to; node !== from; node = heads[(way.at(-1) ?? 0) ^ 1] ?? from) {
    const edge = through[node] ?? -1;
    if (edge < 0) return undefined;
    way.push(edge);
  }
  return way;
}
