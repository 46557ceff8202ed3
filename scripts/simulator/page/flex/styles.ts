import type { messagingApi } from "@line/bot-sdk";
import { border, space } from "./sizes";

/** Properties of an element's style. */
export type Style = Record<string, string | number>;

/** The box around a component, as far as its own place depends on it. */
export interface Parent {
  layout: "horizontal" | "vertical" | "baseline";
  spacing: string | undefined;
  isFirst: boolean;
}

type Placed = Partial<Pick<messagingApi.FlexBox, "flex" | "margin" | "position">> & {
  type: string;
  offsetTop?: string;
  offsetBottom?: string;
  offsetStart?: string;
  offsetEnd?: string;
};

/** Where a component stands in its box: share of the free space, distance to the one before, offsets. */
export function placeOf(component: Placed, parent: Parent): Style {
  const style: Style = { flex: flexOf(component, parent) };
  const margin = component.margin ?? (parent.isFirst ? undefined : parent.spacing);
  const isColumn = parent.layout === "vertical";
  if (margin !== undefined && component.position !== "absolute") {
    style[isColumn ? "marginTop" : "marginInlineStart"] = space(margin);
  }
  if (component.position !== undefined) style["position"] = component.position;
  const offsets = {
    top: "offsetTop",
    bottom: "offsetBottom",
    insetInlineStart: "offsetStart",
    insetInlineEnd: "offsetEnd",
  };
  for (const [property, name] of Object.entries(offsets)) {
    const offset = component[name as "offsetTop"];
    if (offset !== undefined)
      Object.assign(style, { position: component.position ?? "relative", [property]: space(offset) });
  }
  return style;
}

/** In a row everything shares the width unless told otherwise; in a column everything has its own height. */
function flexOf({ type, flex }: Placed, { layout }: Parent): string {
  const isColumn = layout === "vertical";
  if (type === "filler") return `${flex ?? 1} 0 0`;
  if (flex === 0) return "none";
  if (flex !== undefined) return isColumn ? `${flex} 0 auto` : `${flex} 0 0`;
  if (isColumn || type === "separator" || type === "icon") return "none";
  return "1 0 0";
}

const boxLooks = {
  backgroundColor: "backgroundColor",
  borderColor: "borderColor",
  width: "width",
  maxWidth: "maxWidth",
  height: "height",
  maxHeight: "maxHeight",
  justifyContent: "justifyContent",
  alignItems: "alignItems",
} as const;

const boxSpaces = {
  padding: "paddingAll",
  paddingTop: "paddingTop",
  paddingBottom: "paddingBottom",
  paddingInlineStart: "paddingStart",
  paddingInlineEnd: "paddingEnd",
  borderRadius: "cornerRadius",
} as const;

/** How a box looks and lays out what is in it. */
export function boxStyle(box: messagingApi.FlexBox): Style {
  const style: Style = { flexDirection: box.layout === "vertical" ? "column" : "row" };
  if (box.layout === "baseline") style["alignItems"] = "baseline";
  for (const [property, name] of Object.entries(boxLooks)) {
    const value = box[name];
    if (value !== undefined) style[property] = value;
  }
  for (const [property, name] of Object.entries(boxSpaces)) {
    const value = box[name];
    if (value !== undefined) style[property] = space(value);
  }
  if (box.borderWidth !== undefined) style["borderWidth"] = border(box.borderWidth);
  if (box.background) style["backgroundImage"] = gradient(box.background as messagingApi.FlexBoxLinearGradient);
  return style;
}

function gradient(background: messagingApi.FlexBoxLinearGradient): string {
  const { angle, startColor, centerColor, centerPosition, endColor } = background;
  const centre = centerColor === undefined ? "" : `, ${centerColor} ${centerPosition ?? "50%"}`;
  return `linear-gradient(${angle}, ${startColor}${centre}, ${endColor})`;
}
