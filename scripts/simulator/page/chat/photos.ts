/** Types of pictures that LINE sends as pictures. */
export const jpegOrPng: readonly string[] = ["image/jpeg", "image/png"];

/** The files' bytes as data URLs, which the control API reads as base64. */
export function readBase64(files: readonly File[]): Promise<string[]> {
  return Promise.all(
    files.map(
      (file) =>
        new Promise<string>((resolve, reject) => {
          const reader = new FileReader();
          reader.onload = () => resolve(String(reader.result));
          reader.onerror = () => reject(reader.error ?? new Error("the file cannot be read"));
          reader.readAsDataURL(file);
        }),
    ),
  );
}
