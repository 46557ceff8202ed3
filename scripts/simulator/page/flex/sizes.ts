/** Spaces between and around Flex components in pixels, as LINE's phones draw them. */
const spaces: Readonly<Record<string, number>> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };

const textSizes: Readonly<Record<string, number>> = {
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  "3xl": 35,
  "4xl": 48,
  "5xl": 74,
};

const imageSizes: Readonly<Record<string, number>> = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  "3xl": 180,
  "4xl": 200,
  "5xl": 220,
};

const borders: Readonly<Record<string, number>> = {
  none: 0,
  light: 0.5,
  normal: 1,
  medium: 2,
  "semi-bold": 3,
  bold: 4,
};

/** Widest that LINE draws a bubble of each size, in pixels. */
export const bubbleWidths: Readonly<Record<string, number>> = {
  nano: 120,
  micro: 160,
  deca: 220,
  hecto: 241,
  kilo: 260,
  mega: 300,
  giga: 500,
};

function measure(names: Readonly<Record<string, number>>, value: string): string {
  const named = names[value];
  return named === undefined ? value : `${named}px`;
}

/** A spacing, margin, padding, offset or corner radius as CSS. */
export function space(value: string): string {
  return measure(spaces, value);
}

/** A border's width as CSS. */
export function border(value: string): string {
  return measure(borders, value);
}

/** An image's width as CSS. */
export function imageWidth(value: string): string {
  return value === "full" ? "100%" : measure(imageSizes, value);
}

/** A font size as CSS; where the text scales, it follows the size of letters that the person chose in LINE. */
export function textSize(value: string, scales: boolean): string {
  const size = measure(textSizes, value);
  return scales ? `calc(${size} * var(--letters, 1))` : size;
}
