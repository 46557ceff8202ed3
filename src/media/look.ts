import { lookSide } from "../domain/photos/look";

/** Pixels of a side from which a look is made: each of its cells is the mean of eight by eight. */
export const lookPixels = 256;
/** Cells of a side whose cosine transform is taken. */
const cells = 32;

const cosines = Array.from({ length: lookSide }, (_, wave) =>
  Array.from({ length: cells }, (_unused, at) => Math.cos(((2 * at + 1) * wave * Math.PI) / (2 * cells))),
);

/**
 * What a picture looks like, as 256 bits in hex: which of the 16 × 16 lowest waves of its cosine transform are above their median (a perceptual hash
 * after Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010, with finer cells). `rgba` is the picture drawn as
 * 256 × 256 pixels.
 */
export function lookOf(rgba: Uint8ClampedArray): string {
  const grey = meansOf(rgba);
  const waves = cosines.flatMap((row) => cosines.map((column) => strengthOf(grey, row, column)));
  const [, ...withoutMean] = waves;
  const median = withoutMean.sort((one, other) => one - other)[withoutMean.length >> 1] ?? 0;
  const bits = waves.map((strength) => (strength > median ? "1" : "0")).join("");
  return bits.replaceAll(/.{4}/g, (four) => parseInt(four, 2).toString(16));
}

/** The mean brightness of each cell, row after row. */
function meansOf(rgba: Uint8ClampedArray): number[] {
  const side = lookPixels / cells;
  const means = new Array<number>(cells * cells).fill(0);
  for (let pixel = 0; pixel < lookPixels * lookPixels; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
    const cell = Math.floor(pixel / lookPixels / side) * cells + Math.floor((pixel % lookPixels) / side);
    means[cell] = (means[cell] ?? 0) + (0.299 * red + 0.587 * green + 0.114 * blue) / (side * side);
  }
  return means;
}

const strengthOf = (grey: readonly number[], row: readonly number[], column: readonly number[]): number =>
  row.reduce(
    (total, down, y) => total + down * column.reduce((sum, along, x) => sum + along * (grey[y * cells + x] ?? 0), 0),
    0,
  );
