import type { Piece } from "./thai-lines";

/** A block of a document, as far as papers use what the engine knows. Sizes are points. */
export interface Block {
  text?: string | Piece[];
  stack?: Block[];
  columns?: Block[];
  columnGap?: number;
  width?: number | "*" | "auto";
  table?: { widths: number[]; body: Block[][]; headerRows?: number; dontBreakRows?: boolean };
  layout?: "noBorders" | TableRules;
  canvas?: { type: "rect"; x: number; y: number; w: number; h: number; color: string }[];
  qr?: string;
  fit?: number;
  eccLevel?: "L" | "M" | "Q" | "H";
  fontSize?: number;
  bold?: boolean;
  color?: string;
  alignment?: "left" | "right" | "center";
  margin?: [number, number, number, number];
  unbreakable?: boolean;
}

/** The lines of a table and the room in its cells. */
export interface TableRules {
  hLineWidth(): number;
  vLineWidth(): number;
  hLineColor?(): string;
  vLineColor?(): string;
  hLineStyle?(): { dash: { length: number; space: number } };
  vLineStyle?(): { dash: { length: number; space: number } };
  paddingTop(): number;
  paddingBottom(): number;
}

/** A whole document. */
export interface PdfDocument {
  pageSize: "A4";
  pageOrientation: "portrait" | "landscape";
  pageMargins: [number, number, number, number];
  info: { title: string; creator: string; producer: string };
  footer(page: number, pages: number): Block;
  content: Block[];
}
