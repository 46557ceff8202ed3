const titles = /^(นางสาว|นาง|นาย|ด\.ญ\.|ด\.ช\.|เด็กหญิง|เด็กชาย)\s*/;

/** What stands in a person's picture: the first consonant of what the village calls her, else of the name. */
function initialOf(name: string): string {
  const called = /\(([^)]+)\)/.exec(name)?.[1] ?? name.replace(titles, "");
  const letters = [...called.trim()];
  return (letters.find((letter) => !/[\u0E40-\u0E44\s]/.test(letter)) ?? "?").toUpperCase();
}

/** A person's round picture: initial on her colour. */
export function Avatar({ name, colour, small }: { name: string; colour: string; small?: boolean }) {
  return (
    <span
      class={`avatar${small === true ? " avatar-small" : ""}`}
      style={{ backgroundColor: colour }}
      aria-hidden="true"
    >
      {initialOf(name)}
    </span>
  );
}
