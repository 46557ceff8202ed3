/** Line icons of 24 pixels, drawn with strokes. */
const paths = {
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  back: "M15 5l-7 7 7 7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  menu: "M4 7h16M4 12h16M4 17h16",
  photo: "M4 6h4l1.5-2h5L16 6h4v13H4zM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
  emoji: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9 10h.01M15 10h.01M8.5 14.5c2 2 5 2 7 0",
  sticker: "M5 4h14v9l-6 7H5zM19 13h-6v7M8.5 9.5h.01M14 9.5h.01M8.5 12.5c1.2 1.2 3 1.4 4.5.5",
  send: "M4 12l16-8-5 16-4-6.5zM11 13.5L20 4",
  mention: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM16 8v5.5c0 3 4.5 3 4.5-1.5a8.5 8.5 0 1 0-3.3 6.7",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
  traffic: "M7 20V5M7 5L3.5 8.5M7 5l3.5 3.5M17 4v15M17 19l-3.5-3.5M17 19l3.5-3.5",
  bill: "M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9 8h6M9 12h6",
  down: "M6 9l6 6 6-6",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
  shield: "M12 3l7 2.5V11c0 4.5-3 8-7 10-4-2-7-5.5-7-10V5.5zM9 11.5l2.2 2.2L15.5 9.5",
  place: "M12 21s7-6.2 7-11a7 7 0 1 0-14 0c0 4.8 7 11 7 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  play: "M8 5l11 7-11 7z",
} as const;

/** The name of an icon. */
export type IconName = keyof typeof paths;

/** A line icon in the colour of the text around it. It says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
