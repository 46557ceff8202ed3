import { isColour } from "../checks";

const spaces = ["none", "xs", "sm", "md", "lg", "xl", "xxl"];
const sizes = ["xxs", "xs", "sm", "md", "lg", "xl", "xxl", "3xl", "4xl", "5xl"];
const borders = ["none", "light", "normal", "medium", "semi-bold", "bold"];

type Rule = (value: string) => boolean;

const px: Rule = (value) => /^\d+(\.\d+)?px$/.test(value);
const percent: Rule = (value) => /^\d+(\.\d+)?%$/.test(value);
const oneOf =
  (...rules: (Rule | readonly string[])[]): Rule =>
  (value) =>
    rules.some((rule) => (typeof rule === "function" ? rule(value) : rule.includes(value)));

const space = oneOf(spaces, px);
const placed = oneOf(spaces, px, percent);
const measured = oneOf(px, percent);
const colour: Rule = (value) => isColour(value, true);

const ratio: Rule = (value) => {
  const parts = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(value);
  const [width, height] = [Number(parts?.[1]), Number(parts?.[2])];
  return width >= 1 && width <= 100_000 && height >= 1 && height <= 100_000 && height <= 3 * width;
};

/** What may stand in the properties of Flex components that LINE's schema only calls strings (reference, Flex Message layout). */
export const valueRules: Readonly<Record<string, Rule>> = {
  spacing: space,
  margin: space,
  paddingAll: placed,
  paddingTop: placed,
  paddingBottom: placed,
  paddingStart: placed,
  paddingEnd: placed,
  offsetTop: placed,
  offsetBottom: placed,
  offsetStart: placed,
  offsetEnd: placed,
  width: measured,
  maxWidth: measured,
  height: measured,
  maxHeight: measured,
  borderWidth: oneOf(borders, px),
  cornerRadius: space,
  color: colour,
  backgroundColor: colour,
  borderColor: colour,
  separatorColor: colour,
  lineSpacing: (value) => px(value) && parseFloat(value) > 0,
  aspectRatio: ratio,
};

/** Sizes of text, span and icon: a word or pixels. */
export const isTextSize = oneOf(sizes, px);

/** Sizes of an image: a word (also "full"), pixels or per cent. */
export const isImageSize = oneOf(sizes, ["full"], px, percent);

/** The gradient behind a box: angle from 0 up to, not with, 360deg; stops between 0 % and 100 %. */
export const gradientRules: Readonly<Record<string, Rule>> = {
  angle: (value) => /^\d+(\.\d+)?deg$/.test(value) && parseFloat(value) < 360,
  startColor: colour,
  endColor: colour,
  centerColor: colour,
  centerPosition: (value) => percent(value) && parseFloat(value) <= 100,
};
