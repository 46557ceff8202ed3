/** The faces of the rich menu, in the order of its tabs. */
export const menuFaces = ["member", "committee", "coordinator"] as const;
export type MenuFace = (typeof menuFaces)[number];

/**
 * The alias of the rich menu for a person of these roles, opened at one of them (the first unless told). A person of
 * one role has no tabs. Throws an Error without a role, or where the open one is not among them.
 */
export function richMenuAlias(roles: readonly MenuFace[], language: string, open?: MenuFace): string {
  const faces = menuFaces.filter((face) => roles.includes(face));
  const face = open ?? faces[0];
  if (face === undefined || !faces.includes(face)) throw new Error("a rich menu opens at one of the person's roles");
  // LINE takes 32 characters of a-z, 0-9, _ and -; the initials tell which tabs stand above.
  const tabs = faces.length > 1 ? `${faces.map((one) => one.slice(0, 3)).join("-")}_` : "";
  return `${tabs}${face}_${language}`;
}
