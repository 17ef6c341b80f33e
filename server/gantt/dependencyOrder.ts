/** Strongly connected parts of a graph, each after the parts it leads to (Tarjan, without recursion: chains are long). */
export function dependencyOrder(count: number, edges: (node: number) => readonly number[]): number[][] {
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const parts: number[][] = [];
  let next = 0;

  const enter = (node: number) => {
    index[node] = low[node] = next++;
    stack.push(node);
    onStack[node] = 1;
    return { node, edges: edges(node), at: 0 };
  };

  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    const path = [enter(root)];
    while (path.length > 0) {
      const visit = path[path.length - 1]!;
      const target = visit.edges[visit.at++];
      if (target === undefined) {
        path.pop();
        const { node } = visit;
        const parent = path.at(-1)?.node;
        if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
        if (low[node] !== index[node]) continue;
        const part = stack.splice(stack.lastIndexOf(node));
        for (const member of part) onStack[member] = 0;
        parts.push(part);
      } else if (index[target] === -1) {
        path.push(enter(target));
      } else if (onStack[target]) {
        low[visit.node] = Math.min(low[visit.node]!, index[target]!);
      }
    }
  }
  return parts;
}
