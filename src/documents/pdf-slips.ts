import type { Slip } from "./paper";
import type { Block } from "./pdf-content";
import { breakable } from "./thai-lines";

/** 85 mm in points: the width of a passbook's page. */
const slipWidth = 241;

/** Slips of a passbook's width, two beside each other, with dashed lines to cut along. */
export function slipSheet(slips: readonly Slip[]): Block[] {
  if (slips.length === 0) return [];
  const pairs = Array.from({ length: Math.ceil(slips.length / 2) }, (_, at) => slips.slice(2 * at, 2 * at + 2));
  const body = pairs.map((pair): Block[] => [
    ...pair.map(slipCell),
    ...(pair.length === 1 ? [{ text: "" } satisfies Block] : []),
  ]);
  const dashed = { dash: { length: 3, space: 3 } };
  const layout = {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineStyle: () => dashed,
    vLineStyle: () => dashed,
    paddingTop: () => 6,
    paddingBottom: () => 6,
  };
  return [{ table: { widths: [slipWidth, slipWidth], body, dontBreakRows: true }, layout, margin: [0, 10, 0, 0] }];
}

function slipCell({ heading, lines, below }: Slip): Block {
  return {
    stack: [
      { text: breakable(heading), bold: true, fontSize: 11 },
      ...lines.map(({ label, value }): Block => ({
        columns: [
          { width: "*", text: breakable(label) },
          { width: "auto", text: value, bold: true },
        ],
        fontSize: 9,
      })),
      { text: breakable(below), fontSize: 8 },
    ],
  };
}
