import icon from "../icon.svg";

/** The account's round picture. */
export function BotAvatar() {
  return <img class="avatar avatar-small" src={icon} alt="" />;
}
