import { escapeHtml, messageHtml } from "./flex-html";
import type { GalleryCard } from "./entry";

const css = `
body{font-family:Sarabun,"Noto Sans Thai",system-ui,sans-serif;margin:24px;background:#EEF1EF;color:#1F2A24;line-height:1.4}
h1{font-size:22px}h2{font-size:18px;margin:32px 0 8px}
.row{display:flex;flex-wrap:wrap;gap:20px;align-items:flex-start}
figure{margin:0;width:var(--width,320px)}figcaption{font-size:12px;color:#5B6660;margin-bottom:4px}
.bubble{background:#fff;border-radius:16px;overflow:hidden;overflow-wrap:anywhere}
.bubble hr{width:100%;border:0;border-top:1px solid}
.button{border-radius:8px;min-height:52px;display:flex;align-items:center;justify-content:center;font-size:16px;text-align:center}
.text{background:#fff;border-radius:16px;padding:10px 14px;margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.quick{display:flex;flex-wrap:wrap;gap:6px;margin-top:8px}.quick span{border:1px solid #1B6B45;border-radius:16px;padding:2px 10px;font-size:14px;background:#fff}
.alt{font-size:12px;color:#5B6660;margin:4px 0 0}`;

/** The gallery as one page: a section a message, its examples in each language side by side. */
export function galleryPage(cards: readonly GalleryCard[]): string {
  const names = [...new Set(cards.map((card) => card.name))];
  const sections = names.map((name) => {
    const figures = cards.filter((card) => card.name === name).map(figureHtml);
    return `<h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2><div class="row">${figures.join("")}</div>`;
  });
  return `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sajja: cards</title><style>${css}</style><h1>Sajja: ${names.length} messages</h1>${sections.join("\n")}</html>
`;
}

function figureHtml({ language, sample, message }: GalleryCard): string {
  const caption = escapeHtml(`${sample} (${language})`);
  return `<figure lang="${language}"><figcaption>${caption}</figcaption>${messageHtml(message)}</figure>`;
}
