import type { messagingApi } from "@line/bot-sdk";
import { useContext } from "preact/hooks";
import { menuPictureUrl } from "../data/api";
import type { RichMenu as Menu } from "../data/types";
import { Tapping } from "../flex/tapping";
import { useWords } from "../words/words";

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;

/** The rich menu's picture with its areas to tap, tabs included. */
export function RichMenu({ menu }: { menu: Menu }) {
  const { say } = useWords();
  const tap = useContext(Tapping);
  const { width, height } = menu.size;
  return (
    <div class="rich" role="group" aria-label={menu.chatBarText} style={{ aspectRatio: `${width} / ${height}` }}>
      <img src={menuPictureUrl(menu.richMenuId)} alt="" />
      {menu.areas.map(({ bounds, action }, index) => {
        const area = action as unknown as messagingApi.Action;
        const place = {
          insetInlineStart: percent(bounds.x, width),
          top: percent(bounds.y, height),
          width: percent(bounds.width, width),
          height: percent(bounds.height, height),
        };
        const label = area.label ?? say("chat.area", { number: index + 1 });
        return <button key={index} type="button" style={place} aria-label={label} onClick={() => tap(area)} />;
      })}
    </div>
  );
}
